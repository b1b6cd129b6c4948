import { assert } from '../assert'
import type { Anchor } from '../anchor/anchor'
import type { MatchSettings } from '../match/passageMatch'
import { success, type Result, type Success } from '../result'
import { presentFields, type GivenMetadata } from './presentFields'
import { assignSigla } from '../text/sigla'
import { findRecord, listRecords, type RecordChange, type ReviewRecords } from './recordTable'
import { refuse, type ReviewAction, type ReviewFailure, type ReviewOutcome, type Stamp } from './reviewAction'
import type { FurnitureRuling, RegisteredSource, Reviewer } from './reviewRecord'
import { sameValue } from './sameValue'
import { latestOfFile } from './sourceVersions'

// What people and the program say about sources and the corpus, as changes. As in reviewChanges, no clock.

/** A state of a file that was read; `id` is the id that the source gets if its path is new. */
export type SourceReading = {
  readonly id: string
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  /** True for a version that a reviewer brought in, though the file in the folder is another. */
  readonly imported?: boolean
}

/**
 * Registers sources: a new path gets the next siglum, in order of path; a known one whose latest version is another gets
 * that version; one that is known by its id and has its bytes has moved, and gets the new path. Nothing for what is
 * registered as it stands. Not undoable: a siglum once given stays given.
 */
export function registerSources(
  records: ReviewRecords,
  readings: readonly SourceReading[],
  stamp: Pick<Stamp, 'at'>,
): Success<ReviewAction> {
  const registered = listRecords(records, 'source')
  const byPath = new Map(registered.map((source) => [source.path, source]))
  const changes: RecordChange[] = []
  const added: SourceReading[] = []
  for (const reading of readings) {
    const before = byPath.get(reading.path) ?? movedSource(records, reading)
    if (before === null) {
      added.push(reading)
      continue
    }
    const after: RegisteredSource = { ...before, path: reading.path, versions: withVersion(before, reading, stamp.at) }
    if (!sameValue(before, after)) changes.push({ type: 'source', id: before.id, before, after })
  }
  const sigla = assignSigla(
    registered,
    added.map((reading) => reading.path),
  )
  const takenIds = new Set(registered.map((source) => source.id))
  for (const reading of added) {
    const siglum = sigla.get(reading.path)
    assert(siglum !== undefined, `no siglum was given for ${reading.path}`)
    const id = freeId(takenIds, reading.id)
    const versions = [{ sha256: reading.sha256, textHash: reading.textHash, readAt: stamp.at }]
    const after: RegisteredSource = { id, siglum, path: reading.path, importedAt: stamp.at, versions }
    changes.push({ type: 'source', id, before: null, after })
  }
  return success({ label: 'register sources', changes, undoable: false })
}

/** Corrects metadata of a source; fields that are not given keep their correction. Fails with SOURCE_UNKNOWN. */
export function setMetadata(
  records: ReviewRecords,
  input: { readonly sourceId: string; readonly fields: GivenMetadata },
): ReviewOutcome {
  if (findRecord(records, 'source', input.sourceId) === null) return sourceUnknown(input.sourceId)
  const before = findRecord(records, 'metadata', input.sourceId)
  const after = { id: input.sourceId, fields: { ...before?.fields, ...presentFields(input.fields) } }
  if (sameValue(before?.fields ?? {}, after.fields)) return act('correct metadata', [])
  return act('correct metadata', [{ type: 'metadata', id: input.sourceId, before, after }])
}

/** Rules that a stretch is, or is not, page furniture; a ruling on the same stretch is changed. Fails with SOURCE_UNKNOWN. */
export function setFurniture(
  records: ReviewRecords,
  input: { readonly sourceId: string; readonly anchor: Anchor; readonly furniture: boolean },
  stamp: { readonly id: string },
): ReviewOutcome {
  if (findRecord(records, 'source', input.sourceId) === null) return sourceUnknown(input.sourceId)
  const label = input.furniture ? 'mark page furniture' : 'unmark page furniture'
  const before =
    listRecords(records, 'furniture').find(
      (ruling) =>
        ruling.sourceId === input.sourceId &&
        ruling.anchor.textHash === input.anchor.textHash &&
        sameValue(ruling.anchor.position, input.anchor.position),
    ) ?? null
  if (before?.furniture === input.furniture) return act(label, [])
  const id = before?.id ?? stamp.id
  const after: FurnitureRuling = { id, sourceId: input.sourceId, anchor: input.anchor, furniture: input.furniture }
  return act(label, [{ type: 'furniture', id, before, after }])
}

/** Names the corpus. `defaults` are the match settings that count while nobody has set any. Fails with BAD_INPUT (empty name). */
export function renameCorpus(
  records: ReviewRecords,
  input: { readonly name: string; readonly defaults: MatchSettings },
): ReviewOutcome {
  const name = input.name.trim()
  if (name === '') return refuse('BAD_INPUT', 'The name of a corpus must not be empty.')
  const before = findRecord(records, 'settings', 'corpus')
  if (before?.name === name) return act('rename the corpus', [])
  const after = { id: 'corpus', name, match: before?.match ?? input.defaults } as const
  return act('rename the corpus', [{ type: 'settings', id: 'corpus', before, after }])
}

/** Sets what the matcher shows in this corpus. No changes when it is set so already. */
export function setMatchSettings(
  records: ReviewRecords,
  input: { readonly match: MatchSettings },
): Success<ReviewAction> {
  const before = findRecord(records, 'settings', 'corpus')
  if (before !== null && sameValue(before.match, input.match)) return act('change the match settings', [])
  const after = { id: 'corpus', name: before?.name ?? null, match: input.match } as const
  return act('change the match settings', [{ type: 'settings', id: 'corpus', before, after }])
}

/**
 * Writes down the reviewer's present name, so that other reviewers see it. Fails with BAD_INPUT (empty name).
 * Not undoable: the name belongs to the installation, and what was signed before keeps its signature.
 */
export function renameReviewer(records: ReviewRecords, reviewer: Reviewer): ReviewOutcome {
  const name = reviewer.name.trim()
  if (name === '') return refuse('BAD_INPUT', 'The name of a reviewer must not be empty.')
  const before = findRecord(records, 'reviewer', reviewer.id)
  const changes: RecordChange[] =
    before?.name === name ? [] : [{ type: 'reviewer', id: reviewer.id, before, after: { id: reviewer.id, name } }]
  return success({ label: 'change your name', changes, undoable: false })
}

function act(label: string, changes: readonly RecordChange[]): Success<ReviewAction> {
  return success({ label, changes, undoable: true })
}

function movedSource(records: ReviewRecords, reading: SourceReading): RegisteredSource | null {
  const source = findRecord(records, 'source', reading.id)
  if (source === null) return null
  const latest = reading.imported === true ? source.versions.at(-1) : latestOfFile(source)
  return latest?.sha256 === reading.sha256 ? source : null
}

function withVersion(source: RegisteredSource, reading: SourceReading, readAt: string): RegisteredSource['versions'] {
  const { sha256, textHash, imported = false } = reading
  const latest = source.versions.at(-1)
  const isSame = latest?.sha256 === sha256 && latest.textHash === textHash && (latest.imported ?? false) === imported
  if (isSame) return source.versions
  return [...source.versions, { sha256, textHash, readAt, ...(imported ? { imported } : {}) }]
}

// An id made of a path can be that of a source which once had the path and was moved since.
function freeId(taken: Set<string>, wanted: string): string {
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return id
}

function sourceUnknown(id: string): Result<never, ReviewFailure> {
  return refuse('SOURCE_UNKNOWN', `There is no source ${id} in this corpus.`)
}
