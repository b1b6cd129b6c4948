// What `npm start` decides and says, apart from doing it: no files, no processes, so every case can be tested.

/** How long a download may give no sign of life, and how long a server may take to answer at all. */
export const STALL_MS = 20_000
export const CONNECT_MS = 8_000

export const USAGE = `npm start [-- [folder] [--data <dir>] [--browser]]

Opens the workbench on a folder of sources; without one, on the samples in corpus/.
  --data <dir>   keep the review there instead of in .crossread/ beside the sources
  --browser      open it in a browser, though Electron is there`

/** `problem` is a sentence, or null. */
export function readStartArguments(args) {
  const read = { folder: null, data: null, browser: false, help: false, problem: null }
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]
    if (arg === '--help' || arg === '-h') read.help = true
    else if (arg === '--browser') read.browser = true
    else if (arg === '--data') read.data = args[++index] ?? ''
    else if (arg.startsWith('--data=')) read.data = arg.slice('--data='.length)
    else if (arg.startsWith('-')) read.problem ??= `${arg} is not an option of npm start.`
    else if (read.folder === null) read.folder = arg
    else read.problem ??= `One folder can be opened at a time; ${JSON.stringify(arg)} is a second one.`
  }
  if (read.data === '') read.problem ??= '--data wants the folder to keep the review in.'
  return read
}

/** Why a window is out of the question whatever Electron is there, as a clause; null when nothing speaks against it. */
export function windowObstacle({ platform, env, uid, browser }) {
  if (browser) return 'it was asked to'
  if (platform !== 'linux') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display for a window here'
  if (uid === 0 && !env.ELECTRON_DISABLE_SANDBOX) return 'Electron keeps its sandbox shut for the root account'
  return null
}

/** The one sentence before the loopback host starts. */
export function browserSentence(obstacle) {
  return `Crossread runs in the browser, since ${obstacle}.`
}

/** Where Electron's executable lies inside its folder. */
export function executableInside(platform) {
  if (platform === 'darwin' || platform === 'mas') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

const EARLY_ENDS = [
  [/without --no-sandbox is not supported/i, () => 'Electron keeps its sandbox shut for the root account'],
  [
    /no usable sandbox|SUID sandbox helper|setuid sandbox|zygote_host_impl|credentials\.cc|failed to move to new namespace/i,
    () => 'this system refuses Electron’s sandbox',
  ],
  [
    /missing X server|cannot open display|unable to open X display|failed to connect to (?:the )?(?:wayland )?display|platform failed to initialize/i,
    () => 'there is no display for a window here',
  ],
  [
    /error while loading shared libraries: ([^\s:]+)/i,
    (match) => `a library that Electron needs is not installed (${match[1]})`,
  ],
  [/version `(GLIBC\w*_[\d.]+)' not found/i, (match) => `this system is too old for Electron (${match[1]} is missing)`],
  [/exec format error|ENOEXEC|bad CPU type/i, () => 'the Electron that is installed is for another kind of computer'],
  [/\bENOENT\b/, () => 'Electron is not where it should be'],
  [/\b(?:EACCES|EPERM)\b/, () => 'Electron may not be run by this account'],
]

/** Why Electron ended before its window was there, as a clause. */
export function earlyEnd({ code, signal, stderr }) {
  for (const [pattern, clause] of EARLY_ENDS) {
    const match = pattern.exec(stderr)
    if (match !== null) return clause(match)
  }
  return `Electron ended before its window was there (${signal ?? `exit code ${code}`})`
}

/** Why the download failed, as a clause. `output` is what Electron's installer printed. */
export function fetchFailure(output) {
  const status = /Response code (\d{3})/.exec(output)
  if (status !== null) return `Electron could not be fetched (the server answered ${status[1]})`
  if (/CERT_|certificate|SELF_SIGNED/i.test(output))
    return 'Electron could not be fetched (the connection’s certificate is not trusted)'
  if (/no answer|stalled|abort|timeout|ETIMEDOUT/i.test(output))
    return 'Electron could not be fetched (the server did not answer)'
  if (/ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|fetch failed/.test(output))
    return 'Electron could not be fetched (no connection)'
  if (/checksum|Generated checksum/i.test(output))
    return 'Electron could not be fetched (what came was not what its makers published)'
  if (/ENOSPC/.test(output)) return 'Electron could not be fetched (the disk is full)'
  if (/EACCES|EPERM|EROFS/.test(output)) return 'Electron could not be fetched (its folder cannot be written)'
  return 'Electron could not be fetched'
}

/** Whether to open a browser, or only to print the address. */
export function mayOpenBrowser({ platform, env, uid }) {
  if (env.CI || env.BROWSER === 'none') return false
  if (platform !== 'linux') return !env.SSH_CONNECTION
  return uid !== 0 && Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Browsers that can show an address as a window of its own, best first; on Linux names to look up on the PATH. */
export function appWindowBrowsers({ platform, env }) {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return ['', env.HOME ?? ''].flatMap((home) =>
      names.map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    )
  }
  if (platform === 'win32') {
    const places = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LocalAppData ?? env.LOCALAPPDATA].filter(Boolean)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => places.map((place) => `${place}\\${program}`))
  }
  return [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
}

/** The build is outdated when something of it is missing, or older than the newest of what it is made from. Times in ms, null for missing. */
export function isOutdated({ outputs, newestSource }) {
  return outputs.some((time) => time === null) || newestSource > Math.min(...outputs)
}

/** `Fetching Electron 45.4.1: 42 of 110 MB` */
export function progressLine(version, received, total) {
  const mb = (bytes) => Math.round(bytes / 1_000_000)
  return `Fetching Electron ${version}: ${mb(received)}${total === null ? '' : ` of ${mb(total)}`} MB`
}
