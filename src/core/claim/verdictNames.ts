import { assert } from '../assert'
import { findRecord, listRecords, type ReviewRecords } from './recordTable'
import { act, refuse, type ReviewFailure, type ReviewOutcome } from './reviewAction'
import type { Verdict, VerdictName } from './reviewRecord'
import type { Result } from '../result'
import { isNameTaken } from './takenNames'

// The corpus's own names for verdicts, as changes. As in reviewChanges, no clock.

/** Names a verdict, and says which of the three it means. Fails with BAD_INPUT (empty name) or NAME_TAKEN. */
export function createVerdictName(
  records: ReviewRecords,
  input: Omit<VerdictName, 'id'>,
  stamp: { readonly id: string },
): ReviewOutcome {
  assert(findRecord(records, 'verdictName', stamp.id) === null, `a name ${stamp.id} is already there`)
  const name = input.name.trim()
  const refused = refuseName(records, name, null)
  if (refused !== null) return refused
  const after: VerdictName = { id: stamp.id, name, means: input.means }
  return act('name a verdict', [{ type: 'verdictName', id: stamp.id, before: null, after }])
}

/**
 * Changes a name for a verdict; what is absent stays. What it means stays once a verdict was given by it: that would change
 * verdicts behind their reviewers' backs. Fails with VERDICT_NAME_UNKNOWN, BAD_INPUT, NAME_TAKEN or NAME_IN_USE.
 */
export function editVerdictName(
  records: ReviewRecords,
  input: {
    readonly verdictNameId: string
    readonly name?: string | undefined
    readonly means?: Verdict | undefined
  },
): ReviewOutcome {
  const before = findRecord(records, 'verdictName', input.verdictNameId)
  if (before === null) return nameUnknown(input.verdictNameId)
  const after: VerdictName = {
    id: before.id,
    name: input.name?.trim() ?? before.name,
    means: input.means ?? before.means,
  }
  const refused = refuseName(records, after.name, before.id)
  if (refused !== null) return refused
  if (after.means !== before.means) {
    const used = refuseUsed(records, before, 'what it means stays. Make another name instead.')
    if (used !== null) return used
  }
  const isSame = after.name === before.name && after.means === before.means
  return act('change the name of a verdict', isSame ? [] : [{ type: 'verdictName', id: before.id, before, after }])
}

/** Removes a name that no verdict was given by. Fails with VERDICT_NAME_UNKNOWN or NAME_IN_USE. */
export function removeVerdictName(records: ReviewRecords, input: { readonly verdictNameId: string }): ReviewOutcome {
  const before = findRecord(records, 'verdictName', input.verdictNameId)
  if (before === null) return nameUnknown(input.verdictNameId)
  const used = refuseUsed(records, before, 'it stays with them.')
  if (used !== null) return used
  return act('remove the name of a verdict', [{ type: 'verdictName', id: before.id, before, after: null }])
}

function refuseUsed(
  records: ReviewRecords,
  { id, name }: VerdictName,
  so: string,
): Result<never, ReviewFailure> | null {
  const count = listRecords(records, 'decision').filter((decision) => decision.verdictNameId === id).length
  if (count === 0) return null
  const verdicts = count === 1 ? 'One verdict was' : `${count} verdicts were`
  return refuse('NAME_IN_USE', `${verdicts} given as “${name}”: ${so}`)
}

function refuseName(records: ReviewRecords, name: string, ownId: string | null): Result<never, ReviewFailure> | null {
  if (name === '') return refuse('BAD_INPUT', 'The name of a verdict must not be empty.')
  return isNameTaken(listRecords(records, 'verdictName'), name, ownId)
    ? refuse('NAME_TAKEN', `A verdict is named “${name}” already.`)
    : null
}

function nameUnknown(id: string): Result<never, ReviewFailure> {
  return refuse('VERDICT_NAME_UNKNOWN', `There is no name ${id} for a verdict: it may have been removed.`)
}
