import { isAlias, isMap, isScalar, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import { EMPTY_METADATA, METADATA_FIELDS } from '../../core/text/metadata'
import type { SourceMetadata } from '../../core/text/metadata'
import type { SourceProblem } from '../services/ports'
import { parseMetadata } from './metadataFields'
import { problem } from './problems'

/** Characters of the longest front matter that is read. The YAML parser is slow on megabytes, and metadata is short. */
export const LONGEST_FRONT_MATTER = 32_768
/** Aliases that front matter may resolve to, so that a few lines cannot unfold into gigabytes. */
export const MOST_ALIASES = 20

export type FrontMatter = {
  /** Where the body begins in the text; 0 when there is no front matter. */
  readonly bodyStart: number
  readonly metadata: SourceMetadata
  readonly problems: readonly SourceProblem[]
}

const NONE: FrontMatter = { bodyStart: 0, metadata: EMPTY_METADATA, problems: [] }

/**
 * Reads the front matter of a normalised text: a first line that is exactly `---`, a later one that is exactly `---`,
 * and a YAML mapping between. Anything else is text; when YAML fails on it, a problem says why.
 */
export function readFrontMatter(text: string): FrontMatter {
  const block = findBlock(text)
  if (block === null) return NONE
  if (block.yaml.length > LONGEST_FRONT_MATTER) {
    return unreadable(`it is longer than ${LONGEST_FRONT_MATTER.toLocaleString('en-US')} characters`)
  }
  const parsed = parseMapping(block.yaml)
  if (parsed.kind === 'broken') return unreadable(parsed.why)
  if (parsed.kind === 'no mapping') return NONE
  return { bodyStart: block.end, ...parseMetadata(parsed.values, 'front matter') }
}

function unreadable(why: string): FrontMatter {
  const message = `The file begins like front matter, but it could not be read as such, so it stays part of the text: ${why}.`
  return { ...NONE, problems: [problem('FRONT_MATTER_UNREADABLE', message)] }
}

function findBlock(text: string): { readonly yaml: string; readonly end: number } | null {
  if (!text.startsWith('---\n')) return null
  // Not `^---$` with the flag m, which takes U+2028 and U+2029 for ends of lines too.
  const close = /(?<![^\n])---(?![^\n])/.exec(text.slice(4))
  if (close === null) return null
  const end = 4 + close.index + 3
  return { yaml: text.slice(4, 4 + close.index), end: text[end] === '\n' ? end + 1 : end }
}

type Parsed =
  | { readonly kind: 'mapping'; readonly values: ReadonlyMap<string, unknown> }
  | { readonly kind: 'no mapping' }
  | { readonly kind: 'broken'; readonly why: string }

/** Core schema and no custom tags: values are strings, numbers, truth values, lists and mappings; nothing runs. */
function parseMapping(yaml: string): Parsed {
  try {
    const document = parseDocument(yaml, { version: '1.2', schema: 'core', merge: false, logLevel: 'silent' })
    const [error] = document.errors
    if (error !== undefined) return { kind: 'broken', why: firstLine(error.message) }
    if (!isMap(document.contents)) return { kind: 'no mapping' }
    return { kind: 'mapping', values: readValues(document) }
  } catch (error) {
    // Too many aliases, or nested deeper than the parser's stack.
    return { kind: 'broken', why: error instanceof Error ? firstLine(error.message) : 'the YAML cannot be read' }
  }
}

function firstLine(message: string): string {
  if (/call stack/i.test(message)) return 'it is nested too deep'
  // The line is counted from the file's first, which is the `---` above the YAML.
  const line = (message.split('\n')[0] ?? '').replace(/ at line (\d+)/, (_, n: string) => ` in line ${Number(n) + 1}`)
  return line.replace(/[.:]\s*$/, '')
}

/** The known fields as they are written: a date or a number is the characters of the file, not a value made of them. */
function readValues(document: Document): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>()
  if (!isMap(document.contents)) return values
  const plain: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
  for (const field of METADATA_FIELDS) {
    const found = document.contents.get(field, true)
    const node = isAlias(found) ? found.resolve(document) : found
    if (node === undefined) continue
    if (isScalar(node)) values.set(field, typeof node.value === 'string' ? node.value : (node.source ?? node.value))
    else if (typeof plain === 'object' && plain !== null) values.set(field, Reflect.get(plain, field))
    if (isScalar(node) && node.value === null) values.set(field, null)
  }
  return values
}
