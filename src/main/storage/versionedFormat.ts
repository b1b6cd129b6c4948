import * as v from 'valibot'
import { describeIssues } from '../../contract/describeIssues'
import { assert } from '../../core/assert'
import { failure, success, type Result } from '../../core/result'

/** What is stored before it is parsed: an object with a schema number, its other fields unknown. */
export type StoredObject = Readonly<Record<string, unknown>>

export function isStoredObject(value: unknown): value is StoredObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One step from schema `from` to the next; pure, and never changed once it was released. It need not touch `schema`. */
export type Migration = { readonly from: number; readonly migrate: (stored: StoredObject) => StoredObject }

/** A kind of stored object: its latest schema, and how older ones become it. */
export type VersionedFormat<T> = {
  /** As a message names it: "journal line". */
  readonly what: string
  readonly latest: number
  readonly migrations: readonly Migration[]
  readonly schema: v.GenericSchema<unknown, T>
}

/** newer: written by a later Crossread; invalid: not what it should be. Either way it must not be overwritten. */
export type UnreadableObject = { readonly kind: 'newer' | 'invalid'; readonly message: string }

const versionSchema = v.looseObject({ schema: v.pipe(v.number(), v.integer(), v.minValue(1)) })

/** @throws {BugError} when the migrations are not numbered from 1 without gaps */
export function defineFormat<T>(format: Omit<VersionedFormat<T>, 'latest'>): VersionedFormat<T> {
  format.migrations.forEach((migration, place) => {
    assert(
      migration.from === place + 1,
      `the migrations of a ${format.what} are numbered from 1 without gaps: number ${place + 1} is from ${migration.from}`,
    )
  })
  return { ...format, latest: format.migrations.length + 1 }
}

/** Brings a stored object to the latest schema and checks it. */
export function parseStored<T>(format: VersionedFormat<T>, stored: unknown): Result<T, UnreadableObject> {
  const versioned = v.safeParse(versionSchema, stored)
  if (!versioned.success) {
    return failure({ kind: 'invalid', message: `not a ${format.what}: ${describeIssues(versioned.issues)}` })
  }
  const version = versioned.output.schema
  if (version > format.latest) {
    return failure({
      kind: 'newer',
      message: `written by a newer Crossread (schema ${version}; this one knows up to ${format.latest})`,
    })
  }
  let migrated: StoredObject = versioned.output
  for (const { from, migrate } of format.migrations.slice(version - 1)) {
    migrated = { ...migrate(migrated), schema: from + 1 }
  }
  const parsed = v.safeParse(format.schema, migrated)
  if (parsed.success) return success(parsed.output)
  return failure({ kind: 'invalid', message: `not a valid ${format.what}: ${describeIssues(parsed.issues)}` })
}
