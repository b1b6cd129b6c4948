import { mergeClaims, splitClaim, unmergeClaim } from '../../core/claim/claimMerging'
import { removeClaims } from '../../core/claim/claimRemoval'
import { reopenClaim, sealClaims } from '../../core/claim/claimSeal'
import { confirmDecision, setWork, withdrawConfirmation } from '../../core/claim/claimWork'
import type { ReviewOutcome, NewStamp } from '../../core/claim/reviewAction'
import type { ReviewRecords } from '../../core/claim/recordTable'
import { removeFilter, saveFilter } from '../../core/claim/savedFilters'
import { createTag, editTag, putTag, removeTag } from '../../core/claim/tags'
import { createReply, editReply, removeReply, setResolved } from '../../core/claim/threads'
import { createVerdictName, editVerdictName, removeVerdictName } from '../../core/claim/verdictNames'
import { decideAll } from '../../core/claim/verdicts'
import type { Created, ReviewPatch } from '../../contract/reviewPatch'
import type { Handlers } from '../../contract/router'
import type { workEndpoints } from '../../contract/workEndpoints'
import { changeReview, createInReview, stamp } from './claims'
import type { ServiceContext } from './session'

type Part<Prefix extends string> = Pick<Handlers, Extract<keyof typeof workEndpoints, `${Prefix}.${string}`>>
type Change = (records: ReviewRecords, stamp: NewStamp) => ReviewOutcome

/** What is asked to work on claims. */
export function workHandlers(context: ServiceContext): Pick<Handlers, keyof typeof workEndpoints> {
  return { ...aboutClaims(context), ...aboutRemarks(context), ...aboutNames(context) }
}

function aboutClaims(context: ServiceContext): Part<'claim'> {
  const newId = (): string => context.clock.newId()
  return {
    'claim.setWork': (input) => change(context, (records, now) => setWork(records, input, now)),
    'claim.confirm': (input) => change(context, (records, now) => confirmDecision(records, input, now)),
    'claim.withdrawConfirmation': (input) =>
      change(context, (records, now) => withdrawConfirmation(records, input, now.by)),
    'claim.seal': ({ claimIds, reason }) =>
      change(context, (records, now) => {
        const claims = claimIds.map((claimId) => ({ claimId, sealId: newId() }))
        return sealClaims(records, { claims, reason }, now)
      }),
    'claim.reopen': (input) => change(context, (records, now) => reopenClaim(records, input, now)),
    'claim.decideAll': ({ claimIds, ...given }) =>
      change(context, (records, now) => {
        const claims = claimIds.map((claimId) => ({ claimId, decisionId: newId() }))
        return decideAll(records, { ...given, claims }, now)
      }),
    'claim.removeAll': (input) => change(context, (records) => removeClaims(records, input)),
    'claim.merge': (input) => change(context, (records, now) => mergeClaims(records, input, now)),
    'claim.unmerge': (input) => change(context, (records) => unmergeClaim(records, input)),
    'claim.split': (input) => create(context, (records, now) => splitClaim(records, input, now)),
  }
}

function aboutRemarks(context: ServiceContext): Part<'reply' | 'thread' | 'tag'> {
  return {
    'reply.create': (input) => create(context, (records, now) => createReply(records, input, now)),
    'reply.edit': (input) => change(context, (records, now) => editReply(records, input, now)),
    'reply.remove': (input) => change(context, (records, now) => removeReply(records, input, now.by)),
    'thread.setResolved': (input) => change(context, (records, now) => setResolved(records, input, now)),
    'tag.create': (input) => create(context, (records, now) => createTag(records, input, now)),
    'tag.edit': (input) => change(context, (records) => editTag(records, input)),
    'tag.remove': (input) => change(context, (records) => removeTag(records, input)),
    'tag.put': ({ tagId, on, present }) =>
      change(context, (records) => {
        const targets = on.map((target) => ({ on: target, taggingId: context.clock.newId() }))
        return putTag(records, { tagId, targets, present })
      }),
  }
}

function aboutNames(context: ServiceContext): Part<'filter' | 'verdictName'> {
  return {
    'filter.save': async ({ id = null, name, filter }) => {
      const saved = await create(context, (records, now) => saveFilter(records, { filterId: id, name, filter }, now))
      return { ...saved, id: id ?? saved.id }
    },
    'filter.remove': (input) => change(context, (records) => removeFilter(records, input)),
    'verdictName.create': (input) => create(context, (records, now) => createVerdictName(records, input, now)),
    'verdictName.edit': (input) => change(context, (records) => editVerdictName(records, input)),
    'verdictName.remove': (input) => change(context, (records) => removeVerdictName(records, input)),
  }
}

function change(context: ServiceContext, make: Change): Promise<ReviewPatch> {
  return changeReview(context, (session, id) => make(session.store.records(), stamp(context, id)))
}

function create(context: ServiceContext, make: Change): Promise<Created> {
  return createInReview(context, (session, id) => make(session.store.records(), stamp(context, id)))
}
