import { parseArgs } from 'node:util'
import type { Command, Given } from './command'
import { UsageError } from './commandFailure'

/** @throws {UsageError} for options that the command does not have, missing values and values given to switches */
export function readArguments(command: Command, argv: readonly string[]): Given {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    help: { type: 'boolean', short: 'h' },
  }
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type }
  const { values, positionals } = parse(argv, options)
  const text: Record<string, string> = {}
  const on = new Set<string>()
  for (const [name, value] of Object.entries(values)) {
    if (value === true) on.add(name)
    if (typeof value === 'string') text[name] = value
  }
  return { places: positionals, text, on }
}

/** Exactly the places that a command asks for. @throws {UsageError} when one is missing, empty or too many */
export function takePlaces<const Names extends readonly string[]>(
  given: Given,
  names: Names,
): { readonly [K in keyof Names]: string } {
  const { places } = given
  const missing = names.find((_, index) => (places[index] ?? '') === '')
  if (missing !== undefined) throw new UsageError(`${missing} is missing`)
  const extra = places[names.length]
  if (extra !== undefined)
    throw new UsageError(`what is ${JSON.stringify(extra)}? Only ${names.join(' and ')} is asked for`)
  // eslint-disable-next-line no-restricted-syntax -- one place for each name was counted just above; a mapped tuple cannot be built otherwise
  return names.map((_, index) => places[index] ?? '') as { readonly [K in keyof Names]: string }
}

function parse(argv: readonly string[], options: Record<string, { type: 'string' | 'boolean'; short?: string }>) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new UsageError(explain(error), { cause: error })
    throw error
  }
}

/** The first sentence of Node's message: the rest explains `--`, which helps nobody who mistyped an option. */
function explain(error: TypeError): string {
  const sentence = /^(?:[^.]|\.(?!\s|$))*/u.exec(error.message)?.[0] ?? error.message
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
