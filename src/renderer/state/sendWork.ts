import type { DraftOf } from './drafts.svelte'
import { claimsInWords } from './workWords'
import type { Workbench } from './workbench.svelte'

/** The claim or note that a draft went into; `many` for a selection, which stays as it is. */
export type Written = { readonly kind: 'claim' | 'note'; readonly id: string } | { readonly kind: 'many' }

type WorkDraft = DraftOf<'decisions' | 'seal' | 'reopen' | 'merge' | 'split' | 'reply' | 'replyBody'>

/** Sends what was written about claims that are there already. Null when the host refused, and said why. */
export async function sendWork(workbench: Workbench, draft: WorkDraft): Promise<Written | null> {
  const reason = draft.text.trim()
  switch (draft.kind) {
    case 'decisions': {
      const { claimIds, verdict, verdictNameId } = draft
      const input = { claimIds, verdict, verdictNameId, reason }
      return written(await workbench.perform('claim.decideAll', input, `${claimsInWords(claimIds.length)} ${verdict}`))
    }
    case 'seal': {
      const { claimIds } = draft
      const what = claimIds.length === 1 ? 'Claim' : claimsInWords(claimIds.length)
      return written(await workbench.perform('claim.seal', { claimIds, reason }, `${what} sealed`), claimIds)
    }
    case 'reopen':
      return written(
        await workbench.perform('claim.reopen', {
          claimId: draft.claimId,
          reason,
        }),
        [draft.claimId],
      )
    case 'merge': {
      const { claimIds, into } = draft
      if (into === null) return null
      const merged = claimIds.filter((id) => id !== into)
      const done = `${claimsInWords(merged.length)} merged into another`
      const review = await workbench.perform('claim.merge', { into, claimIds: merged, reason }, done)
      return review === null ? null : { kind: 'claim', id: into }
    }
    case 'split': {
      const { claimId, evidenceIds } = draft
      const made = await workbench.perform('claim.split', {
        claimId,
        statement: reason,
        evidenceIds,
      })
      return made === null ? null : { kind: 'claim', id: made.id }
    }
    case 'reply': {
      const review = await workbench.perform('reply.create', {
        on: draft.on,
        body: reason,
      })
      return review === null ? null : { kind: draft.on.type, id: draft.on.id }
    }
    case 'replyBody':
      return written(
        await workbench.perform('reply.edit', {
          replyId: draft.replyId,
          body: reason,
        }),
      )
  }
}

function written(answer: unknown, claimIds: readonly string[] = []): Written | null {
  if (answer === null) return null
  const [only, ...more] = claimIds
  return only === undefined || more.length > 0 ? { kind: 'many' } : { kind: 'claim', id: only }
}
