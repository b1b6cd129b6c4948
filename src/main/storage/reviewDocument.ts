import * as v from 'valibot'
import { recordSchemas } from '../../contract/recordSchemas'
import { idSchema } from '../../contract/schemas'
import { applyChanges } from '../../core/claim/applyChanges'
import { NO_RECORDS, type ReviewRecords } from '../../core/claim/reviewRecord'
import {
  correctionSchema,
  JOURNAL_START,
  positionSchema,
  type JournalEntry,
  type JournalPosition,
} from './journalEntry'
import { giveDocumentKinds } from './matchKindsMigration'
import { defineFormat, type VersionedFormat } from './versionedFormat'

/** `review.json`: the state after a writer's journal, and which journal that was. Colleagues' records are not in it. */
export type ReviewDocument = {
  readonly schema: 2
  readonly writer: string
  readonly journal: JournalPosition
  readonly records: ReviewRecords
}

/** Documents of a review: a later schema adds its migration here and a frozen fixture. */
export const reviewDocumentFormat: VersionedFormat<ReviewDocument> = defineFormat({
  what: 'review document',
  migrations: [{ from: 1, migrate: giveDocumentKinds }],
  schema: v.strictObject({
    schema: v.literal(2),
    writer: idSchema,
    journal: positionSchema,
    records: v.strictObject({
      claim: v.record(idSchema, recordSchemas.claim),
      decision: v.record(idSchema, recordSchemas.decision),
      evidence: v.record(idSchema, recordSchemas.evidence),
      note: v.record(idSchema, recordSchemas.note),
      source: v.record(idSchema, recordSchemas.source),
      metadata: v.record(idSchema, correctionSchema),
      furniture: v.record(idSchema, recordSchemas.furniture),
      settings: v.record(idSchema, recordSchemas.settings),
      reviewer: v.record(idSchema, recordSchemas.reviewer),
      matchDecision: v.record(idSchema, recordSchemas.matchDecision),
    }),
  }),
})

/** The document after these lines of a writer's journal, the last of which is at `journal`. */
export function documentAfter(
  writer: string,
  journal: JournalPosition,
  entries: readonly JournalEntry[],
): ReviewDocument {
  const changes = entries.flatMap((entry) => entry.changes)
  return { schema: 2, writer, journal, records: applyChanges(NO_RECORDS, changes) }
}

export function emptyDocument(writer: string): ReviewDocument {
  return { schema: 2, writer, journal: JOURNAL_START, records: NO_RECORDS }
}
