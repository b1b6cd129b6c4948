import { describe, expect, it } from 'vitest'
import { startPlan } from '../support/startPlan'

const {
  appWindowBrowsers,
  browserSentence,
  earlyEnd,
  executableInside,
  fetchFailure,
  isOutdated,
  mayOpenBrowser,
  progressLine,
  readStartArguments,
  windowObstacle,
} = startPlan
const linux = { platform: 'linux', uid: 1000, browser: false }

describe('what npm start was asked for', () => {
  const nothing = { folder: null, data: null, browser: false, help: false, problem: null }

  it.each([
    [[], {}],
    [['my folder'], { folder: 'my folder' }],
    [['--data', 'd', 'f'], { folder: 'f', data: 'd' }],
    [['f', '--data=d', '--browser'], { folder: 'f', data: 'd', browser: true }],
    [['-h'], { help: true }],
  ])('reads %j', (args, expected) => {
    expect(readStartArguments(args)).toEqual({ ...nothing, ...expected })
  })

  it.each([
    [['--port', '1'], '--port is not an option of npm start.'],
    [['a', 'b'], 'One folder can be opened at a time; "b" is a second one.'],
    [['--data'], '--data wants the folder to keep the review in.'],
    [['--data='], '--data wants the folder to keep the review in.'],
  ])('says what is wrong with %j', (args, problem) => {
    expect(readStartArguments(args).problem).toBe(problem)
  })
})

describe('a window', () => {
  it('is tried wherever there is a display', () => {
    expect(windowObstacle({ ...linux, env: { DISPLAY: ':0' } })).toBeNull()
    expect(windowObstacle({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull()
    expect(windowObstacle({ platform: 'darwin', uid: 501, env: {}, browser: false })).toBeNull()
    expect(windowObstacle({ platform: 'win32', uid: null, env: {}, browser: false })).toBeNull()
  })

  it('is not tried without a display, for root without leave, or when a browser was asked for', () => {
    expect(windowObstacle({ ...linux, env: { DISPLAY: '' } })).toBe('there is no display for a window here')
    expect(windowObstacle({ ...linux, uid: 0, env: { DISPLAY: ':0' } })).toContain('root')
    expect(windowObstacle({ ...linux, env: { DISPLAY: ':0' }, browser: true })).toBe('it was asked to')
  })

  it('is tried by root who switched the sandbox off', () => {
    expect(windowObstacle({ ...linux, uid: 0, env: { DISPLAY: ':0', ELECTRON_DISABLE_SANDBOX: '1' } })).toBeNull()
  })
})

describe('the sentence when Electron ends too early', () => {
  it.each([
    ['[42:ERROR:zygote_host_impl_linux.cc(90)] Running as root without --no-sandbox is not supported.', 'root account'],
    [
      'FATAL:zygote_host_impl_linux.cc(126)] No usable sandbox! If this is a Debian system',
      'refuses Electron’s sandbox',
    ],
    ['The SUID sandbox helper binary was found, but is not configured correctly.', 'refuses Electron’s sandbox'],
    ['FATAL:credentials.cc(127)] Check failed: . : Permission denied (13)', 'refuses Electron’s sandbox'],
    ['ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY', 'no display'],
    ['ERROR:env.cc(257)] The platform failed to initialize.  Exiting.', 'no display'],
    ['electron: error while loading shared libraries: libnss3.so: cannot open', 'needs is not installed (libnss3.so)'],
    [
      "electron: /lib/libc.so.6: version `GLIBC_2.34' not found (required by electron)",
      'too old for Electron (GLIBC_2.34',
    ],
    ['Error: spawn /x/electron ENOENT', 'not where it should be'],
    ['Error: spawn /x/electron EACCES', 'may not be run by this account'],
    ['Error: spawn ENOEXEC', 'another kind of computer'],
  ])('for %s', (stderr, clause) => {
    const sentence = browserSentence(earlyEnd({ code: 1, signal: null, stderr }))
    expect(sentence).toMatch(/^Crossread runs in the browser, since [^\n]+\.$/)
    expect(sentence).toContain(clause)
  })

  it('names the exit code or the signal when nothing else is known', () => {
    expect(earlyEnd({ code: 9, signal: null, stderr: '' })).toContain('(exit code 9)')
    expect(earlyEnd({ code: null, signal: 'SIGTRAP', stderr: 'x' })).toContain('(SIGTRAP)')
  })
})

describe('the sentence when Electron cannot be fetched', () => {
  it.each([
    ['HTTPError: Response code 403 (Forbidden) for https://github.com/', 'the server answered 403'],
    ['TypeError: fetch failed\n  cause: Error: getaddrinfo ENOTFOUND github.com', 'no connection'],
    ['TypeError: fetch failed { code: "ECONNREFUSED" }', 'no connection'],
    ['Error: no answer', 'the server did not answer'],
    ['Error: stalled', 'the server did not answer'],
    ['TypeError: fetch failed cause: Error: self-signed certificate SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['Error: ENOSPC: no space left on device, write', 'the disk is full'],
    ["Error: EACCES: permission denied, mkdir '/x/dist'", 'its folder cannot be written'],
    ['ChecksumMismatchError: Generated checksum for "x" did not match', 'not what its makers published'],
  ])('for %s', (output, clause) => {
    expect(fetchFailure(output)).toMatch(/^Electron could not be fetched \([^\n]+\)$/)
    expect(fetchFailure(output)).toContain(clause)
  })

  it('is plain when the reason is unknown', () => {
    expect(fetchFailure('???')).toBe('Electron could not be fetched')
  })
})

describe('the browser', () => {
  it('is opened for a person at a screen, and for nobody else', () => {
    const may = (env: Record<string, string>, platform = 'linux', uid: number | null = 1000): boolean =>
      mayOpenBrowser({ platform, env, uid })
    expect(may({ DISPLAY: ':0' })).toBe(true)
    expect(may({}, 'darwin', 501)).toBe(true)
    expect(may({}, 'win32', null)).toBe(true)
    expect(may({})).toBe(false)
    expect(may({ DISPLAY: ':0' }, 'linux', 0)).toBe(false)
    expect(may({ DISPLAY: ':0', CI: 'true' })).toBe(false)
    expect(may({ DISPLAY: ':0', BROWSER: 'none' })).toBe(false)
    expect(may({ SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'darwin', 501)).toBe(false)
  })

  it('is looked for where each system keeps it', () => {
    expect(appWindowBrowsers({ platform: 'linux', env: {} })).toContain('microsoft-edge')
    expect(appWindowBrowsers({ platform: 'darwin', env: { HOME: '/Users/anna' } })).toContain(
      '/Users/anna/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    const windows = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }
    expect(appWindowBrowsers({ platform: 'win32', env: windows })).toContain(
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    )
  })
})

describe('the build', () => {
  it('is made when a part is missing or older than any source', () => {
    expect(isOutdated({ outputs: [30, 40], newestSource: 20 })).toBe(false)
    expect(isOutdated({ outputs: [30, null], newestSource: 20 })).toBe(true)
    expect(isOutdated({ outputs: [10, 40], newestSource: 20 })).toBe(true)
  })
})

it('says how far the download is, with and without a known size', () => {
  expect(progressLine('45.4.1', 42_000_000, 110_000_000)).toBe('Fetching Electron 45.4.1: 42 of 110 MB')
  expect(progressLine('45.4.1', 42_000_000, null)).toBe('Fetching Electron 45.4.1: 42 MB')
})

it('knows where Electron’s program lies on each system', () => {
  expect(['linux', 'darwin', 'win32'].map(executableInside)).toEqual([
    'electron',
    'Electron.app/Contents/MacOS/Electron',
    'electron.exe',
  ])
})
