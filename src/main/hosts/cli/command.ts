import type { CommandLinePorts } from './commandLinePorts'

export type Option = {
  readonly type: 'string' | 'boolean'
  /** What stands for the value in the help; empty for a switch. */
  readonly value: string
  readonly help: string
}

/** What was given, after parsing: switches are there or not, the others have their text. */
export type Given = {
  readonly places: readonly string[]
  readonly text: Readonly<Record<string, string>>
  readonly on: ReadonlySet<string>
}

export type Command = {
  readonly name: string
  /** The line after `crossread <name>`, one for each way to call it. */
  readonly usage: readonly string[]
  readonly summary: string
  readonly options: Readonly<Record<string, Option>>
  /** Gives the exit code. Expected failures are thrown as InputError, UsageError or WorkbenchError. */
  readonly run: (given: Given, ports: CommandLinePorts) => Promise<number>
}

export const JSON_OPTION: Option = {
  type: 'boolean',
  value: '',
  help: 'print one JSON value and nothing else on standard output',
}

export const DATA_OPTION: Option = {
  type: 'string',
  value: '<dir>',
  help: 'where the review of the folder is kept; .crossread beside the sources if not given',
}
