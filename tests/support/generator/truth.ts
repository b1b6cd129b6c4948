import * as v from 'valibot'
import { PASSAGE_KINDS } from './variants'

/** Unicode code points of the decoded file (byte order mark off, nothing else changed), half-open. */
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const range = v.pipe(
  v.object({ start: offset, end: offset }),
  v.check(({ start, end }) => start < end, 'A range must end after its start.'),
)
const side = v.object({ passage: v.string(), start: offset, end: offset })

/** What `corpus:generate` writes beside its articles. */
export const truthSchema = v.object({
  format: v.literal('crossread-truth'),
  version: v.literal(1),
  seed: offset,
  words: offset,
  sources: v.array(
    v.object({
      path: v.string(),
      outlet: v.string(),
      /** Null where the file does not say when it was published. */
      published: v.nullable(v.string()),
      encoding: v.picklist(['UTF-8', 'UTF-8 with byte order mark', 'UTF-16 LE']),
      lineEnds: v.picklist(['LF', 'CRLF']),
      quotationMarks: v.picklist(['typographic', 'straight']),
      /** What the outlet puts on its pages and is no part of the article. */
      furniture: v.array(range),
    }),
  ),
  passages: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(PASSAGE_KINDS),
      /** What all passages of one wording have in common. */
      origin: v.string(),
      /** The passage that it was made from; null for originals. */
      of: v.nullable(v.string()),
      path: v.string(),
      start: offset,
      end: offset,
      /** What a misquotation has changed. */
      changes: v.array(
        v.object({ what: v.picklist(['word', 'number', 'negation']), from: v.string(), to: v.string() }),
      ),
    }),
  ),
  /** Passages of one origin in two sources, each with the part that has words in common with the other. */
  pairs: v.array(
    v.object({
      a: side,
      b: side,
      /** Words that both have from their origin, changed or not. */
      words: offset,
      /** How many of them are spelt alike. */
      same: offset,
      /** Whether they stand in the same order. */
      inOrder: v.boolean(),
    }),
  ),
})
export type Truth = v.InferOutput<typeof truthSchema>
export type TruthPair = Truth['pairs'][number]

/** Reads `truth.json`; throws with the place of the first fault. */
export function readTruth(json: string): Truth {
  return v.parse(truthSchema, JSON.parse(json))
}
