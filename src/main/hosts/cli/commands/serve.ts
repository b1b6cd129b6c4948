import { takePlaces } from '../arguments'
import { DATA_OPTION, type Command, type Given } from '../command'
import { UsageError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { write } from '../output'

export const serveCommand: Command = {
  name: 'serve',
  usage: ['<folder> [--port <n>] [--data <dir>]'],
  summary: 'open the workbench in a browser: prints the one address to open, and serves until it is stopped',
  options: {
    port: { type: 'string', value: '<n>', help: 'a port from 1 to 65535; any free one if not given' },
    data: DATA_OPTION,
  },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [folder] = takePlaces(given, ['<folder>'])
  const port = readPort(given.text['port'])
  // The address has to be out before anyone can come; a broken pipe must not end the server that others use.
  let printed: Promise<unknown> = Promise.resolve()
  await ports.serve({
    folder,
    port,
    dataFolder: given.text['data'] ?? null,
    onAddress: (url) => {
      printed = write(ports.stdout, `${url}\n`).catch(() => undefined)
    },
    signal: ports.signal,
  })
  await printed
  return 0
}

function readPort(given: string | undefined): number | null {
  if (given === undefined) return null
  const port = /^\d{1,5}$/u.test(given) ? Number(given) : -1
  if (port < 0 || port > 65535)
    throw new UsageError(`--port is ${JSON.stringify(given)}; a number from 1 to 65535 is expected`)
  return port === 0 ? null : port
}
