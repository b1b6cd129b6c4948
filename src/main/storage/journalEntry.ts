import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { recordSchemas } from '../../contract/recordSchemas'
import { idSchema } from '../../contract/schemas'
import type { RecordChange } from '../../core/claim/recordTable'
import type { MetadataCorrection } from '../../core/claim/reviewRecord'
import { presentFields } from '../../core/claim/presentFields'
import { giveJournalKinds } from './matchKindsMigration'
import { giveJournalVerdictNames } from './reviewersMigration'
import { defineFormat, type VersionedFormat } from './versionedFormat'

/** One action of one writer, as a line of the journal holds it. */
export type JournalEntry = {
  readonly schema: 3
  /** From 1, without gaps. */
  readonly sequence: number
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string
  readonly writer: string
  readonly label: string
  readonly undoable: boolean
  readonly changes: readonly RecordChange[]
  /** The sequence of the action that this one takes back. */
  readonly reverts: number | null
  /** SHA-256 of the bytes of the line before, without its line end. */
  readonly previous: string
}

/** How far a journal reaches: the last line's sequence, and the SHA-256 of its bytes without the line end. */
export type JournalPosition = { readonly sequence: number; readonly hash: string }

/** Before the first line. */
export const JOURNAL_START: JournalPosition = { sequence: 0, hash: '0'.repeat(64) }

const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex is expected'))
const sequenceSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
// Times are compared as text, which holds only while all have this one form.
const timeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'a time in UTC with milliseconds is expected'),
)
// Objects inherit these names, and the schema library leaves them out of records: they would be lost in silence.
const RESERVED = ['__proto__', 'constructor', 'prototype']
const recordIdSchema = v.pipe(
  idSchema,
  v.check((id) => !RESERVED.includes(id), 'this id is reserved'),
)

type AnyRecord = v.GenericSchema<unknown, { readonly id: string }>

function changeSchema<const T extends string, S extends AnyRecord>(type: T, record: S) {
  return v.pipe(
    v.strictObject({
      type: v.literal(type),
      id: recordIdSchema,
      before: v.nullable(record),
      after: v.nullable(record),
    }),
    v.check(
      ({ id, before, after }) => (before === null || before.id === id) && (after === null || after.id === id),
      'the record before and after must have the id of the change',
    ),
  )
}

// JSON writes no `undefined`; the type of the schema allows it and that of the record does not.
export const correctionSchema = v.pipe(
  recordSchemas.metadata,
  v.transform(({ id, fields }): MetadataCorrection => ({ id, fields: presentFields(fields) })),
)

const recordChangeSchema = v.variant('type', [
  changeSchema('claim', recordSchemas.claim),
  changeSchema('decision', recordSchemas.decision),
  changeSchema('evidence', recordSchemas.evidence),
  changeSchema('note', recordSchemas.note),
  changeSchema('source', recordSchemas.source),
  changeSchema('metadata', correctionSchema),
  changeSchema('furniture', recordSchemas.furniture),
  changeSchema('settings', recordSchemas.settings),
  changeSchema('reviewer', recordSchemas.reviewer),
  changeSchema('matchDecision', recordSchemas.matchDecision),
  changeSchema('verdictName', recordSchemas.verdictName),
  changeSchema('work', recordSchemas.work),
  changeSchema('confirmation', recordSchemas.confirmation),
  changeSchema('seal', recordSchemas.seal),
  changeSchema('reply', recordSchemas.reply),
  changeSchema('thread', recordSchemas.thread),
  changeSchema('tag', recordSchemas.tag),
  changeSchema('tagging', recordSchemas.tagging),
  changeSchema('filter', recordSchemas.filter),
  changeSchema('merging', recordSchemas.merging),
  changeSchema('splitting', recordSchemas.splitting),
  changeSchema('settlement', recordSchemas.settlement),
  changeSchema('adjudication', recordSchemas.adjudication),
  changeSchema('blind', recordSchemas.blind),
])

export const positionSchema = v.strictObject({
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  hash: hashSchema,
})

/** Journal lines: a later schema adds its migration here and a frozen fixture. */
export const journalLineFormat: VersionedFormat<JournalEntry> = defineFormat({
  what: 'journal line',
  migrations: [
    { from: 1, migrate: giveJournalKinds },
    { from: 2, migrate: giveJournalVerdictNames },
  ],
  schema: v.strictObject({
    schema: v.literal(3),
    sequence: sequenceSchema,
    at: timeSchema,
    writer: idSchema,
    label: v.string(),
    undoable: v.boolean(),
    changes: v.array(recordChangeSchema),
    reverts: v.nullable(sequenceSchema),
    previous: hashSchema,
  }),
})

/** The bytes of a line without its line end. JSON never holds a bare line end, so one entry is one line. */
export function encodeEntry(entry: JournalEntry): Buffer {
  return Buffer.from(JSON.stringify(entry), 'utf8')
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
