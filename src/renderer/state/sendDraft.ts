import type { EvidenceInput, PassageInput } from '../../contract/schemas'
import type { CitingDraft, Draft, DraftOf, DraftPassage, Drafts } from './drafts.svelte'
import { sendWork, type Written } from './sendWork'
import type { Workbench } from './workbench.svelte'

/** Null when the host refused, and said why; what it took of the draft before is not sent again. */
export async function sendDraft(workbench: Workbench, drafts: Drafts, draft: Draft): Promise<Written | null> {
  const text = draft.text.trim()
  switch (draft.kind) {
    case 'claim': {
      const created = await workbench.perform('claim.create', {
        statement: text,
        evidence: evidenceOf(draft),
      })
      return created === null ? null : { kind: 'claim', id: created.id }
    }
    case 'evidence':
      return await sendEvidence(workbench, drafts, draft)
    case 'note': {
      const created = await workbench.perform('note.create', {
        body: text,
        passages: draft.passages.map(cited),
      })
      return created === null ? null : { kind: 'note', id: created.id }
    }
    case 'decision': {
      const { claimId, verdict, verdictNameId } = draft
      const review = await workbench.perform('claim.decide', {
        claimId,
        verdict,
        verdictNameId,
        reason: text,
      })
      return review === null ? null : { kind: 'claim', id: claimId }
    }
    case 'decisions':
    case 'seal':
    case 'reopen':
    case 'merge':
    case 'split':
    case 'reply':
    case 'replyBody':
      return await sendWork(workbench, draft)
    case 'statement': {
      const review = await workbench.perform('claim.edit', {
        claimId: draft.claimId,
        statement: text,
      })
      return review === null ? null : { kind: 'claim', id: draft.claimId }
    }
    case 'body': {
      const review = await workbench.perform('note.edit', {
        noteId: draft.noteId,
        body: text,
      })
      return review === null ? null : { kind: 'note', id: draft.noteId }
    }
  }
}

async function sendEvidence(workbench: Workbench, drafts: Drafts, draft: DraftOf<'evidence'>): Promise<Written | null> {
  const { claimId } = draft
  if (claimId === null) return null
  const all = evidenceOf(draft)
  for (const [index, evidence] of all.entries()) {
    const added = await workbench.perform('evidence.add', {
      claimId,
      evidence,
    })
    if (added === null) return null
    if (index < all.length - 1) drafts.dropPassage(draft.id, 0)
  }
  return { kind: 'claim', id: claimId }
}

/** One evidence for all passages together (a pair stays a pair), or one for each when each has its own stance. */
export function evidenceOf(draft: CitingDraft): EvidenceInput[] {
  const [stance = 'supports'] = draft.stances
  if (draft.passages.length === 0) return []
  if (draft.stances.length <= 1) return [{ stance, passages: draft.passages.map(cited) }]
  return draft.passages.map((passage, index) => ({
    stance: draft.stances[index] ?? stance,
    passages: [cited(passage)],
  }))
}

function cited({ sourceId, textHash, range }: DraftPassage): PassageInput {
  return { sourceId, textHash, range }
}
