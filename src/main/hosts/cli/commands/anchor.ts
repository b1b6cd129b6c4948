import type { ReadSource } from '../../../services/ports'
import { readSelections } from '../anchorSelections'
import { anchorSources, type AnchoredSelection } from '../anchorSources'
import { takePlaces } from '../arguments'
import { JSON_OPTION, type Command, type Given } from '../command'
import { InputError, UsageError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { printable, write, writeJson } from '../output'

export const anchorCommand: Command = {
  name: 'anchor',
  usage: ['<old> <new> --selectors <file.json> [--json]'],
  summary: 'find passages of one version of a file in another, or say what happened to them',
  options: {
    json: JSON_OPTION,
    selectors: {
      type: 'string',
      value: '<file.json>',
      help: 'what to find: [{ id, selector: [TextQuoteSelector and/or TextPositionSelector] }], offsets in code points of <old>',
    },
  },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [oldPath, newPath] = takePlaces(given, ['<old>', '<new>'])
  const selectors = given.text['selectors'] ?? ''
  if (selectors === '') throw new UsageError('--selectors <file.json> is missing')
  const old = await read(ports, oldPath)
  const now = await read(ports, newPath)
  const anchored = anchorSources(old.article, now.article, await readSelections(selectors))
  if (given.on.has('json')) await writeJson(ports.stdout, anchored)
  else await write(ports.stdout, anchored.map(entry).join('\n'))
  return 0
}

async function read(ports: CommandLinePorts, path: string): Promise<ReadSource> {
  const source = await ports.corpus.readFile('', path)
  if (source.ok) return source.value
  const { message } = source.error
  throw new InputError(message.includes(path) ? message : `${path}: ${message}`)
}

function entry({ id, result, start, end, text, why, changes, candidates }: AnchoredSelection): string {
  const place = start === null ? '' : `, ${start} to ${end}`
  const lines = [`${printable(id)}  ${result}${place}`, `  ${why}`]
  if (text !== null) lines.push(`  now: ${printable(text, 200)}`)
  for (const change of changes) {
    lines.push(`  ${change.class}: “${printable(change.from)}” became “${printable(change.to)}”`)
  }
  const called = result === 'lost' ? 'closest, not attached' : 'perhaps'
  for (const one of candidates) lines.push(`  ${called}, ${one.start} to ${one.end}: ${printable(one.text, 200)}`)
  return lines.map((line) => `${line}\n`).join('')
}
