import { readFile } from 'node:fs/promises'
import { failure, success, type Result } from '../../../../core/result'
import type { SetAsideFile } from '../../../services/ports'
import { takePlaces } from '../arguments'
import { JSON_OPTION, type Command, type Given } from '../command'
import { InputError, UsageError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { matchPair, sourceToMatch, type PairOfSources, type SourceToMatch } from '../matchPair'
import { printable, write, writeJson } from '../output'
import { reasonOf } from '../reasonOf'

export const matchCommand: Command = {
  name: 'match',
  usage: ['<a> <b> [--json]', '--pairs <file.tsv> --jsonl'],
  summary: 'find the passages that two files share, and how their wording differs',
  options: {
    json: JSON_OPTION,
    pairs: { type: 'string', value: '<file.tsv>', help: 'match many pairs, one a line: pathA, a tab, pathB' },
    jsonl: {
      type: 'boolean',
      value: '',
      help: 'with --pairs: print one JSON object a line, in the order of the pairs',
    },
  },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const pairs = given.text['pairs']
  if (pairs !== undefined) {
    takePlaces(given, [])
    if (!given.on.has('jsonl')) throw new UsageError('--pairs goes with --jsonl')
    return await runPairs(pairs, ports)
  }
  if (given.on.has('jsonl')) throw new UsageError('--jsonl goes with --pairs <file.tsv>')
  const [pathA, pathB] = takePlaces(given, ['<a>', '<b>'])
  const a = await read(ports, pathA)
  const b = await read(ports, pathB)
  if (!a.ok) throw new InputError(describe(a.error))
  if (!b.ok) throw new InputError(describe(b.error))
  const pair = { a: { path: pathA, ...a.value }, b: { path: pathB, ...b.value } }
  if (given.on.has('json')) await writeJson(ports.stdout, matchPair(pair, ports))
  else await write(ports.stdout, listing(pair, ports))
  return 0
}

async function runPairs(listPath: string, ports: CommandLinePorts): Promise<number> {
  const rows = await readRows(listPath)
  const read = createCachedReader(ports)
  let failed = false
  for (const [index, row] of rows.entries()) {
    if (ports.signal.aborted) return 1
    for (const next of rows.slice(index, index + ROWS_AHEAD)) if (next.problem === null) prepare(next, read)
    const line = await matchRow(row, read, ports)
    failed ||= 'error' in line
    await write(ports.stdout, `${JSON.stringify(line)}\n`)
  }
  if (failed) throw new InputError(`${listPath}: not every pair could be matched; the lines with "error" say why`)
  return 0
}

type Row = { readonly a: string; readonly b: string; readonly problem: string | null }
type Reader = (path: string) => Promise<Result<SourceToMatch, SetAsideFile>>

async function matchRow(row: Row, read: Reader, ports: CommandLinePorts): Promise<object> {
  const paths = { a: { path: row.a }, b: { path: row.b } }
  if (row.problem !== null) return { ...paths, error: { code: 'BAD_ROW', message: row.problem } }
  const a = await read(row.a)
  const b = await read(row.b)
  const bad = !a.ok ? a.error : !b.ok ? b.error : null
  if (bad !== null) return { ...paths, error: { code: bad.code, message: describe(bad) } }
  if (!a.ok || !b.ok) return paths
  return matchPair({ a: { path: row.a, ...a.value }, b: { path: row.b, ...b.value } }, ports)
}

async function readRows(path: string): Promise<readonly Row[]> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8' : reasonOf(error)
    throw new InputError(`${path} cannot be read: ${why}`, { cause: error })
  }
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return []
    const [a = '', b = '', ...more] = line.split('\t')
    const good = a !== '' && b !== '' && more.length === 0
    return [{ a, b, problem: good ? null : `line ${index + 1} is not two paths with one tab between them` }]
  })
}

/** How many files `--pairs` keeps read: lists name the same files again and again, and memory is not endless. */
export const CACHED_SOURCES = 64

/** Rows whose files are read while others are matched: the disk is waited for once and not for each. */
export const ROWS_AHEAD = 8

function prepare({ a, b }: Row, read: Reader): void {
  // What goes wrong is heard when the row's turn comes.
  for (const path of [a, b]) read(path).catch(() => undefined)
}

function createCachedReader(ports: CommandLinePorts): Reader {
  const cache = new Map<string, ReturnType<Reader>>()
  return (path) => {
    const source = cache.get(path) ?? read(ports, path)
    cache.delete(path)
    cache.set(path, source)
    const oldest = cache.keys().next()
    if (cache.size > CACHED_SOURCES && oldest.done !== true) cache.delete(oldest.value)
    return source
  }
}

async function read(ports: CommandLinePorts, path: string): Promise<Result<SourceToMatch, SetAsideFile>> {
  const source = await ports.corpus.readFile('', path)
  return source.ok ? success(sourceToMatch(source.value)) : failure({ ...source.error, path })
}

/** `path: message`, unless the message names the path itself. */
function describe(file: SetAsideFile): string {
  return file.message.includes(file.path) ? file.message : `${file.path}: ${file.message}`
}

function listing(pair: PairOfSources, ports: CommandLinePorts): string {
  const { passages, complete } = matchPair(pair, ports)
  const head = `A  ${printable(pair.a.path, 500)}\nB  ${printable(pair.b.path, 500)}\n`
  if (passages.length === 0) return `${head}\nThese two share no passage.\n`
  const entries = passages.map(({ kind, quotation, score, a, b }, index) => {
    const title = `${index + 1}. ${kind}${quotation ? ', quotation' : ''}, score ${score.toFixed(2)}`
    return `\n${title}\n   A ${a.start} to ${a.end}: ${printable(a.text, 200)}\n   B ${b.start} to ${b.end}: ${printable(b.text, 200)}\n`
  })
  const note = complete ? '' : '\nA limit was reached: there may be passages that are not listed.\n'
  return `${head}${entries.join('')}${note}`
}
