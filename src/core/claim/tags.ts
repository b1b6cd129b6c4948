import { assert } from '../assert'
import { refuseTarget } from './claimGuard'
import { hangingOf, type Hanging } from './hanging'
import { mergingsUnder, rootOf } from './mergedClaims'
import { findRecord, listRecords, type RecordChange, type ReviewRecords } from './recordTable'
import { act, refuse, type ReviewFailure, type ReviewOutcome } from './reviewAction'
import type { RemarkTarget, Tag, Tagging } from './reviewRecord'
import type { Result } from '../result'
import { isNameTaken } from './takenNames'

// Tags of the corpus, on claims and notes, as changes. As in reviewChanges, no clock. Sealed claims can be tagged.

/** Makes a tag. Fails with BAD_INPUT (empty name) or NAME_TAKEN. */
export function createTag(
  records: ReviewRecords,
  input: Omit<Tag, 'id'>,
  stamp: { readonly id: string },
): ReviewOutcome {
  assert(findRecord(records, 'tag', stamp.id) === null, `a tag with the id ${stamp.id} is already there`)
  const name = input.name.trim()
  const refused = refuseName(records, name, null)
  if (refused !== null) return refused
  const after: Tag = { id: stamp.id, name, colour: input.colour, shape: input.shape }
  return act('make a tag', [{ type: 'tag', id: stamp.id, before: null, after }])
}

/** Changes a tag; what is absent stays. Fails with TAG_UNKNOWN, BAD_INPUT or NAME_TAKEN; no changes when it is so already. */
export function editTag(
  records: ReviewRecords,
  input: { readonly tagId: string } & { readonly [F in 'name' | 'colour' | 'shape']?: Tag[F] | undefined },
): ReviewOutcome {
  const before = findRecord(records, 'tag', input.tagId)
  if (before === null) return tagUnknown(input.tagId)
  const name = input.name?.trim() ?? before.name
  const refused = refuseName(records, name, before.id)
  if (refused !== null) return refused
  const after: Tag = { id: before.id, name, colour: input.colour ?? before.colour, shape: input.shape ?? before.shape }
  const isSame = after.name === before.name && after.colour === before.colour && after.shape === before.shape
  return act('change a tag', isSame ? [] : [{ type: 'tag', id: before.id, before, after }])
}

/** Removes a tag, and takes it off everything. Fails with TAG_UNKNOWN. */
export function removeTag(records: ReviewRecords, input: { readonly tagId: string }): ReviewOutcome {
  const tag = findRecord(records, 'tag', input.tagId)
  if (tag === null) return tagUnknown(input.tagId)
  const changes: RecordChange[] = [{ type: 'tag', id: tag.id, before: tag, after: null }]
  for (const before of listRecords(records, 'tagging'))
    if (before.tagId === tag.id) changes.push({ type: 'tagging', id: before.id, before, after: null })
  return act('remove a tag', changes)
}

/** A claim or note to be tagged, and the id that the tagging gets. */
export type ToTag = { readonly on: RemarkTarget; readonly taggingId: string }

/**
 * Puts a tag on claims and notes, or takes it off. Fails with TAG_UNKNOWN, CLAIM_UNKNOWN, CLAIM_MERGED or NOTE_UNKNOWN; no changes
 * where it stands so already.
 */
export function putTag(
  records: ReviewRecords,
  input: { readonly tagId: string; readonly targets: readonly ToTag[]; readonly present: boolean },
): ReviewOutcome {
  const tag = findRecord(records, 'tag', input.tagId)
  if (tag === null) return tagUnknown(input.tagId)
  const hanging = hangingOf(records)
  const targets = new Map(input.targets.map((one) => [`${one.on.type} ${one.on.id}`, one]))
  const changes: RecordChange[] = []
  for (const { on, taggingId } of targets.values()) {
    const refused = refuseTarget(hanging, on, (id) => findRecord(records, 'note', id) !== null)
    if (refused !== null) return refused
    // What is shown on a claim may hang on one that was merged into it, and two writers may have put the same tag on.
    const under = on.type === 'claim' ? mergingsUnder(hanging, on.id).map(({ id }) => id) : []
    const there = [on.id, ...under]
      .flatMap((id) => hanging.taggings.of(id))
      .filter((one) => one.tagId === tag.id && one.on.type === on.type)
    if (!input.present) {
      for (const before of there) changes.push({ type: 'tagging', id: before.id, before, after: null })
    } else if (there.length === 0) {
      const after: Tagging = { id: taggingId, tagId: tag.id, on }
      changes.push({ type: 'tagging', id: taggingId, before: null, after })
    }
  }
  return act(tagLabel([...targets.values()], input.present), changes)
}

/**
 * How many claims and notes have each tag, by the tag's id; a claim that was merged into another has them there, and what was
 * removed does not count. Linear in the taggings.
 */
export function countTags(records: ReviewRecords, hanging: Hanging): ReadonlyMap<string, number> {
  const shown = new Map<string, Set<string>>()
  for (const { tagId, on } of listRecords(records, 'tagging')) {
    if (findRecord(records, on.type, on.id) === null) continue
    const ids = shown.get(tagId) ?? new Set()
    ids.add(on.type === 'claim' ? rootOf(hanging, on.id) : on.id)
    shown.set(tagId, ids)
  }
  return new Map([...shown].map(([tagId, ids]) => [tagId, ids.size]))
}

function tagLabel(targets: readonly ToTag[], present: boolean): string {
  const [first] = targets
  const what = targets.length === 1 && first !== undefined ? `a ${first.on.type}` : `${targets.length} claims and notes`
  return present ? `tag ${what}` : `take a tag off ${what}`
}

function refuseName(records: ReviewRecords, name: string, ownId: string | null): Result<never, ReviewFailure> | null {
  if (name === '') return refuse('BAD_INPUT', 'The name of a tag must not be empty.')
  return isNameTaken(listRecords(records, 'tag'), name, ownId)
    ? refuse('NAME_TAKEN', `There is a tag “${name}” already.`)
    : null
}

function tagUnknown(id: string): Result<never, ReviewFailure> {
  return refuse('TAG_UNKNOWN', `There is no tag ${id}: it may have been removed.`)
}
