import type { EndpointInput, EndpointName, EndpointOutput } from '../../src/contract/endpoints'
import type { PassageInput } from '../../src/contract/schemas'

export type Ask = <N extends EndpointName>(name: N, input: EndpointInput<N>) => Promise<EndpointOutput<N> | null>

/** Works on a claim in every way that the contract has, and in those that it refuses; leaves two more claims behind. */
export async function walkWork(ask: Ask, claimId: string, cited: PassageInput): Promise<void> {
  const otherId = await makeClaim(ask, 'A second claim', cited)
  await walkVerdicts(ask, claimId, otherId)
  await walkSeals(ask, claimId)
  // One without verdicts: those given at once on both claims would be in the order of their ids.
  await walkMerging(ask, claimId, await makeClaim(ask, 'A third claim', cited))
  await walkRemarks(ask, claimId)
  await walkTags(ask, claimId, otherId)
  await ask('claim.setWork', { claimIds: [claimId, otherId], state: 'ready' })
  await ask('claim.setWork', { claimIds: [claimId], assigneeId: null })
  await ask('claim.setWork', { claimIds: [claimId], assigneeId: 'no-such-reviewer' })
  await ask('claim.setWork', { claimIds: [claimId, 'no-such-claim'], state: 'done' })
  await ask('claim.setWork', { claimIds: [claimId] })
}

/** Claims of one millisecond are in the order of their ids, which is chance. */
async function makeClaim(ask: Ask, statement: string, cited: PassageInput): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  const made = await ask('claim.create', { statement, evidence: [{ stance: 'supports', passages: [cited] }] })
  return made?.id ?? ''
}

async function walkVerdicts(ask: Ask, claimId: string, otherId: string): Promise<void> {
  const name = await ask('verdictName.create', { name: 'Misleading', means: 'disputed' })
  const verdictNameId = name?.id ?? ''
  await ask('verdictName.create', { name: 'MISLEADING', means: 'verified' })
  await ask('claim.decide', { claimId, verdict: 'disputed', verdictNameId, reason: 'Half of it.' })
  await ask('claim.decide', { claimId, verdict: 'verified', verdictNameId, reason: 'Another verdict.' })
  await ask('claim.decide', { claimId, verdict: 'disputed', verdictNameId: 'no-such-name', reason: 'No name.' })
  await ask('verdictName.edit', { verdictNameId, name: 'Half true' })
  await ask('verdictName.edit', { verdictNameId, means: 'verified' })
  await ask('verdictName.remove', { verdictNameId })
  await ask('verdictName.remove', { verdictNameId: 'no-such-name' })
  const given = { verdict: 'verified', reason: 'Seen together.' } as const
  const decided = await ask('claim.decideAll', { claimIds: [claimId, otherId], ...given })
  await ask('claim.decideAll', { claimIds: [claimId, 'no-such-claim'], ...given })
  const decisionId = decided?.claims.find(({ id }) => id === claimId)?.decisionId ?? ''
  await ask('claim.confirm', { claimId, decisionId })
  await ask('claim.confirm', { claimId, decisionId: 'no-such-decision' })
  await ask('claim.withdrawConfirmation', { confirmationId: 'no-such-confirmation' })
}

async function walkSeals(ask: Ask, claimId: string): Promise<void> {
  await ask('claim.seal', { claimIds: [claimId], reason: 'Checked twice.' })
  await ask('claim.seal', { claimIds: [claimId], reason: ' ' })
  await ask('claim.edit', { claimId, statement: 'Behind the seal' })
  await ask('claim.remove', { claimId })
  await ask('claim.reopen', { claimId, reason: 'A new source came in.' })
  await ask('claim.reopen', { claimId: 'no-such-claim', reason: 'Why not' })
}

async function walkMerging(ask: Ask, claimId: string, otherId: string): Promise<void> {
  await ask('claim.merge', { into: claimId, claimIds: [claimId], reason: 'The same.' })
  const merged = await ask('claim.merge', { into: claimId, claimIds: [otherId], reason: 'The same.' })
  await ask('claim.decide', { claimId: otherId, verdict: 'verified', reason: 'Merged away.' })
  await ask('claim.unmerge', { claimId: otherId })
  await ask('claim.unmerge', { claimId: otherId })
  const evidenceIds = merged?.claims[0]?.evidence.slice(0, 1).map(({ id }) => id) ?? []
  const split = await ask('claim.split', { claimId, statement: 'A part of it', evidenceIds })
  await ask('claim.split', { claimId, statement: 'A part of it', evidenceIds })
  await ask('claim.removeAll', { claimIds: [split?.id ?? '', 'no-such-claim'] })
  await ask('claim.removeAll', { claimIds: [split?.id ?? ''] })
  await ask('review.undo', {})
}

async function walkRemarks(ask: Ask, claimId: string): Promise<void> {
  const on = { type: 'claim', id: claimId } as const
  const reply = await ask('reply.create', { on, body: 'Who counted?' })
  const replyId = reply?.id ?? ''
  await ask('reply.create', { on: { type: 'note', id: 'no-such-note' }, body: 'Nowhere' })
  await ask('reply.create', { on, body: ' ' })
  await ask('reply.edit', { replyId, body: 'Who counted them?' })
  await ask('thread.setResolved', { on, resolved: true })
  await ask('search.query', { query: 'counted them', limit: 10 })
  await ask('reply.remove', { replyId })
  await ask('reply.remove', { replyId })
}

async function walkTags(ask: Ask, claimId: string, otherId: string): Promise<void> {
  const tag = await ask('tag.create', { name: 'Call back', colour: 'violet', shape: 'star' })
  const tagId = tag?.id ?? ''
  const on = [claimId, otherId].map((id) => ({ type: 'claim', id }) as const)
  await ask('tag.put', { tagId, on, present: true })
  await ask('tag.put', { tagId, on: on.slice(1), present: false })
  await ask('tag.put', { tagId, on: [{ type: 'claim', id: 'no-such-claim' }], present: true })
  await ask('tag.edit', { tagId, shape: 'ring' })
  await ask('tag.edit', { tagId: 'no-such-tag', name: 'Nothing' })
  const filter = {
    verdicts: ['disputed' as const],
    work: ['ready' as const],
    assigneeId: null,
    tagIds: [tagId],
    sourceId: null,
    reviewerId: null,
    unsettled: false,
    text: 'shots',
  }
  const saved = await ask('filter.save', { name: 'To call', filter })
  await ask('filter.save', { id: saved?.id ?? '', name: 'To call today', filter })
  await ask('filter.save', { id: 'no-such-filter', name: 'Nothing', filter })
  await ask('filter.remove', { filterId: saved?.id ?? '' })
  await ask('filter.remove', { filterId: 'no-such-filter' })
  await ask('tag.remove', { tagId })
}
