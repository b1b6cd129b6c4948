import { WorkbenchError } from '../../../contract/errors'
import { readArguments } from './arguments'
import type { Command } from './command'
import { InputError, oneLine, ReaderGone, UsageError } from './commandFailure'
import type { CommandLinePorts } from './commandLinePorts'
import { anchorCommand } from './commands/anchor'
import { corpusCommand } from './commands/corpus'
import { matchCommand } from './commands/match'
import { mergeCommand } from './commands/merge'
import { reportCommand } from './commands/report'
import { serveCommand } from './commands/serve'
import { sourcesCommand } from './commands/sources'
import { verifyCommand } from './commands/verify'
import { commandHelp, overallHelp } from './help'
import { write } from './output'

const COMMANDS: readonly Command[] = [
  sourcesCommand,
  matchCommand,
  corpusCommand,
  anchorCommand,
  reportCommand,
  mergeCommand,
  verifyCommand,
  serveCommand,
]

/** Exit codes, after CONTRACTS.md. */
export const EXIT = { success: 0, inputAtFault: 1, wrongUsage: 2 } as const

/** Runs one command and gives its exit code; never throws. What goes wrong is one line on standard error. */
export async function runCommandLine(argv: readonly string[], ports: CommandLinePorts): Promise<number> {
  const [name, ...rest] = argv
  const command = COMMANDS.find((one) => one.name === name)
  try {
    return command === undefined ? await runWithout(name, rest, ports) : await run(command, rest, ports)
  } catch (error) {
    return await tell(error, command?.name ?? null, ports)
  }
}

async function run(command: Command, argv: readonly string[], ports: CommandLinePorts): Promise<number> {
  const given = readArguments(command, argv)
  if (!given.on.has('help')) return await command.run(given, ports)
  await write(ports.stdout, commandHelp(command))
  return EXIT.success
}

async function runWithout(name: string | undefined, rest: readonly string[], ports: CommandLinePorts): Promise<number> {
  if (name === '--version') {
    await write(ports.stdout, `${ports.version}\n`)
    return EXIT.success
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const about = COMMANDS.find((one) => one.name === rest[0])
    await write(ports.stdout, about === undefined ? overallHelp(COMMANDS) : commandHelp(about))
    return EXIT.success
  }
  if (name === undefined) throw new UsageError('no command is given')
  throw new UsageError(`there is no ${name.startsWith('-') ? 'option' : 'command'} ${JSON.stringify(name)}`)
}

async function tell(error: unknown, command: string | null, ports: CommandLinePorts): Promise<number> {
  if (error instanceof ReaderGone) return EXIT.success
  const called = command === null ? 'crossread' : `crossread ${command}`
  if (error instanceof UsageError) {
    await say(ports, `${called}: ${error.message}; see ${called} --help`)
    return EXIT.wrongUsage
  }
  const expected = error instanceof InputError || error instanceof WorkbenchError
  const why = error instanceof Error ? error.message : String(error)
  await say(ports, expected ? `${called}: ${why}` : `${called}: something went wrong inside Crossread: ${why}`)
  return EXIT.inputAtFault
}

async function say(ports: CommandLinePorts, message: string): Promise<void> {
  try {
    await write(ports.stderr, `${oneLine(message)}\n`)
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error
  }
}
