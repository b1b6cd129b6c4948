import * as v from 'valibot'
import { recordSchemas } from '../../contract/recordSchemas'
import { idSchema } from '../../contract/schemas'
import { applyChanges } from '../../core/claim/applyChanges'
import { NO_RECORDS, type ReviewRecords } from '../../core/claim/recordTable'
import {
  correctionSchema,
  JOURNAL_START,
  positionSchema,
  type JournalEntry,
  type JournalPosition,
} from './journalEntry'
import { giveDocumentKinds } from './matchKindsMigration'
import { giveDocumentVerdictNames } from './reviewersMigration'
import { defineFormat, type VersionedFormat } from './versionedFormat'

/** `review.json`: the state after a writer's journal, and which journal that was. Colleagues' records are not in it. */
export type ReviewDocument = {
  readonly schema: 3
  readonly writer: string
  readonly journal: JournalPosition
  readonly records: ReviewRecords
}

/** Documents of a review: a later schema adds its migration here and a frozen fixture. */
export const reviewDocumentFormat: VersionedFormat<ReviewDocument> = defineFormat({
  what: 'review document',
  migrations: [
    { from: 1, migrate: giveDocumentKinds },
    { from: 2, migrate: giveDocumentVerdictNames },
  ],
  schema: v.strictObject({
    schema: v.literal(3),
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
      verdictName: v.record(idSchema, recordSchemas.verdictName),
      work: v.record(idSchema, recordSchemas.work),
      confirmation: v.record(idSchema, recordSchemas.confirmation),
      seal: v.record(idSchema, recordSchemas.seal),
      reply: v.record(idSchema, recordSchemas.reply),
      thread: v.record(idSchema, recordSchemas.thread),
      tag: v.record(idSchema, recordSchemas.tag),
      tagging: v.record(idSchema, recordSchemas.tagging),
      filter: v.record(idSchema, recordSchemas.filter),
      merging: v.record(idSchema, recordSchemas.merging),
      splitting: v.record(idSchema, recordSchemas.splitting),
      settlement: v.record(idSchema, recordSchemas.settlement),
      adjudication: v.record(idSchema, recordSchemas.adjudication),
      blind: v.record(idSchema, recordSchemas.blind),
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
  return { schema: 3, writer, journal, records: applyChanges(NO_RECORDS, changes) }
}

export function emptyDocument(writer: string): ReviewDocument {
  return { schema: 3, writer, journal: JOURNAL_START, records: NO_RECORDS }
}
