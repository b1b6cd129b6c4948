import * as v from 'valibot'
import { SOURCE_KINDS } from '../../core/text/metadata'
import type { MetadataField, SourceMetadata } from '../../core/text/metadata'
import type { SourceProblem } from '../services/ports'
import { problem, quoted } from './problems'

const line = v.pipe(
  v.string(),
  v.transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim()),
)
const writtenText = v.nullable(
  v.pipe(
    line,
    v.transform((value) => (value === '' ? null : value)),
  ),
)
const webAddress = v.pipe(
  line,
  v.check((value) => isWebAddress(value), 'a web address that begins with http:// or https:// is expected'),
)

/** True for http and https addresses, the only ones that a reader may be sent to. */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\//i.test(value)
}

const FIELD_SCHEMAS = {
  title: writtenText,
  outlet: writtenText,
  byline: writtenText,
  published: writtenText,
  url: v.nullable(webAddress),
  retrieved: writtenText,
  kind: v.nullable(v.pipe(line, v.toLowerCase(), v.picklist(SOURCE_KINDS))),
  digestOf: writtenText,
} as const satisfies Record<MetadataField, v.GenericSchema<unknown, unknown>>

const EXPECTED: Readonly<Record<MetadataField, string>> = {
  title: 'one line of text',
  outlet: 'one line of text',
  byline: 'one line of text',
  published: 'a date as text',
  url: 'a web address that begins with http:// or https://',
  retrieved: 'a date as text',
  kind: `one of ${SOURCE_KINDS.join(', ')}`,
  digestOf: 'one line of text',
}

export type ParsedMetadata = { readonly metadata: SourceMetadata; readonly problems: readonly SourceProblem[] }

/**
 * Metadata from values that stand in a source. `place` names where they stand, in the message about a value that does
 * not fit its field; the others are used all the same.
 */
export function parseMetadata(values: ReadonlyMap<string, unknown>, place: 'front matter' | 'page'): ParsedMetadata {
  const problems: SourceProblem[] = []
  function read<Field extends MetadataField>(field: Field): v.InferOutput<(typeof FIELD_SCHEMAS)[Field]> | null {
    if (!values.has(field)) return null
    const parsed = v.safeParse(FIELD_SCHEMAS[field], values.get(field))
    if (parsed.success) return parsed.output
    problems.push(fieldProblem(place, field, values.get(field)))
    return null
  }
  const metadata: SourceMetadata = {
    title: read('title'),
    outlet: read('outlet'),
    byline: read('byline'),
    published: read('published'),
    url: read('url'),
    retrieved: read('retrieved'),
    kind: read('kind'),
    digestOf: read('digestOf'),
  }
  return { metadata, problems }
}

function fieldProblem(place: string, field: MetadataField, value: unknown): SourceProblem {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return problem(
    'METADATA_IGNORED',
    `The ${place}'s ${field} was left out: ${EXPECTED[field]} is expected, and it says ${quoted(shown)}.`,
  )
}
