import { hangingOf } from '../../core/claim/hanging'
import { rootOf } from '../../core/claim/mergedClaims'
import { findRecord, listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import type { CitedPassage } from '../../core/claim/reviewRecord'
import type { CitationPlace } from '../../core/claim/settlements'

/** A passage that evidence or a note cites, and what it is cited for. */
export type Citation = {
  readonly on: CitationPlace
  readonly cited: CitedPassage
  /** The claim that shows it, also where its own was merged into that one; null for a note. */
  readonly claimId: string | null
  /** The claim's statement, or the note. */
  readonly words: string
}

/** All passages that evidence and notes cite; those of evidence whose claim is not there any more are left out. */
export function* allCitations(records: ReviewRecords): Generator<Citation> {
  const hanging = hangingOf(records)
  for (const { id, claimId, passages } of listRecords(records, 'evidence')) {
    const claim = findRecord(records, 'claim', rootOf(hanging, claimId))
    if (claim === null) continue
    for (const [passage, cited] of passages.entries())
      yield { on: { type: 'evidence', id, passage }, cited, claimId: claim.id, words: claim.statement }
  }
  for (const { id, body, passages } of listRecords(records, 'note'))
    for (const [passage, cited] of passages.entries())
      yield { on: { type: 'note', id, passage }, cited, claimId: null, words: body }
}
