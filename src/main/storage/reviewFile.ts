import * as v from 'valibot'
import { hashSchema, idSchema, nullableText, reviewerSchema, timeSchema } from '../../contract/schemas'
import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import type { Reviewer } from '../../core/claim/reviewRecord'
import { failure, success, type Result } from '../../core/result'
import { hashOf, positionSchema, type JournalPosition } from './journalEntry'
import { parseJournal, type JournalReading } from './readJournal'
import { defineFormat, parseStored, type VersionedFormat } from './versionedFormat'

/** One writer's journal, its lines word for word: times, authors and the chain are in them. */
type CarriedJournal = { readonly writer: string; readonly end: JournalPosition; readonly lines: readonly string[] }

export type CarriedReview = {
  readonly exportedAt: string
  readonly exportedBy: Reviewer
  readonly corpus: string | null
  /** What is needed to recognise the sources where they have other ids. Their bytes are not in the file. */
  readonly sources: readonly {
    readonly id: string
    readonly siglum: string
    readonly path: string
    readonly versions: readonly { readonly sha256: string; readonly textHash: string }[]
  }[]
  readonly journals: readonly CarriedJournal[]
}

/** A review as one file, to be merged elsewhere. */
type ReviewFile = {
  readonly schema: 1
  readonly kind: typeof KIND
  /** SHA-256 of `review` as JSON without white space. */
  readonly sha256: string
  readonly review: CarriedReview
}

const KIND = 'crossread-review'

/** Review files: a later schema adds its migration here and a frozen fixture. */
export const reviewFileFormat: VersionedFormat<ReviewFile> = defineFormat({
  what: 'review file',
  migrations: [],
  schema: v.strictObject({
    schema: v.literal(1),
    kind: v.literal(KIND),
    sha256: hashSchema,
    review: v.strictObject({
      exportedAt: timeSchema,
      exportedBy: reviewerSchema,
      corpus: nullableText,
      sources: v.array(
        v.strictObject({
          id: idSchema,
          siglum: v.string(),
          path: v.string(),
          versions: v.array(v.strictObject({ sha256: hashSchema, textHash: hashSchema })),
        }),
      ),
      journals: v.array(v.strictObject({ writer: idSchema, end: positionSchema, lines: v.array(v.string()) })),
    }),
  }),
})

/** A journal that a review file carries, read, with its bytes as they are kept. */
export type ReceivedJournal = { readonly writer: string; readonly reading: JournalReading; readonly bytes: Buffer }
export type ReadReviewFile = { readonly review: CarriedReview; readonly journals: readonly ReceivedJournal[] }

export function composeReviewFile(
  records: ReviewRecords,
  journals: readonly CarriedJournal[],
  stamp: { readonly at: string; readonly by: Reviewer },
): string {
  const review: CarriedReview = {
    exportedAt: stamp.at,
    exportedBy: stamp.by,
    corpus: records.settings['corpus']?.name ?? null,
    sources: listRecords(records, 'source').map(({ id, siglum, path, versions }) => ({
      id,
      siglum,
      path,
      versions: versions.map(({ sha256, textHash }) => ({ sha256, textHash })),
    })),
    journals,
  }
  const file: ReviewFile = { schema: 1, kind: KIND, sha256: fingerprintOf(review), review }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** A review file, whole and unchanged since it was written; otherwise what is wrong with it, for people. */
export function readReviewFile(content: string): Result<ReadReviewFile, string> {
  let stored: unknown
  try {
    stored = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    return failure(
      content.trim() === '' ? 'it is empty' : 'it is not whole: its end is missing, or it is no review file',
    )
  }
  const parsed = parseStored(reviewFileFormat, stored)
  if (!parsed.ok)
    return failure(parsed.error.kind === 'newer' ? `it was ${parsed.error.message}` : parsed.error.message)
  const { review, sha256 } = parsed.value
  if (fingerprintOf(review) !== sha256)
    return failure('it was changed after it was exported: its fingerprint does not fit')
  const journals: ReceivedJournal[] = []
  for (const { writer, end, lines } of review.journals) {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    const reading = parseJournal(bytes, writer)
    const damage = reading.damage?.message ?? (reading.torn === null ? null : 'its last line is incomplete')
    if (damage !== null) return failure(`the journal of the writer ${writer} in it is damaged: ${damage}`)
    if (reading.end.hash !== end.hash || reading.end.sequence !== end.sequence)
      return failure(`the journal of the writer ${writer} in it does not end as the file says`)
    journals.push({ writer, reading, bytes })
  }
  return success({ review, journals })
}

/** What {@link readReviewFile} found wrong, as a sentence. */
export function unusable(reason: string): string {
  return `this is no review file that can be used: ${reason}.`
}

function fingerprintOf(review: CarriedReview): string {
  return hashOf(Buffer.from(JSON.stringify(review)))
}
