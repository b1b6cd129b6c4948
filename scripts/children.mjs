import { spawn } from 'node:child_process'

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Starts a program that ends with us, and hears of a stop exactly once. Outside Windows it gets a process group of its own:
 * a terminal sends Ctrl-C to everyone in the group, and Chromium takes a second one for an order to drop everything.
 * With `wholeGroup` the program's own children hear of it too, for one that does not pass it on.
 */
export function startChild(file, args, { wholeGroup = false, ...options }) {
  const ownGroup = process.platform !== 'win32'
  const child = spawn(file, args, { ...options, detached: ownGroup, windowsHide: false })
  let stopped = false
  const send = (signal) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    if (wholeGroup && ownGroup) process.kill(-child.pid, signal)
    else child.kill(signal)
  }
  const stop = (signal) => {
    stopped = true
    // On Windows the console has told the child already, and a signal from here would not let it finish.
    if (ownGroup) send(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  }
  for (const signal of STOPS) process.on(signal, stop)
  const ended = new Promise((resolve) => {
    const end = (result) => {
      for (const signal of STOPS) process.off(signal, stop)
      resolve({ ...result, stopped })
    }
    child.on('error', (error) => end({ code: null, signal: null, error }))
    child.on('close', (code, signal) => end({ code, signal, error: null }))
  })
  return { child, ended, stop: () => send('SIGTERM') }
}
