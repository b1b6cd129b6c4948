import type { CitedView } from '../../contract/reviewSchemas'
import type { ComparedPassage } from '../../contract/schemas'
import { rangesOverlap, type TextRange } from '../../core/text/textRange'
import type { Desk } from './desk.svelte'

/** How long two sources are given to be compared before their words are shown one after the other instead. */
export const PATIENCE_MS = 2500
/** A pane that is asked to move while another still does would stop it half-way. */
const SETTLING_MS = 400
const LOOK_AGAIN_MS = 50

type Place = Pick<CitedView, 'sourceId'> & { readonly range: TextRange }

/** Shows cited words of two sources beside each other: as a matched pair where they are one, at the same height. */
export async function showSideBySide(desk: Desk, first: Place, second: Place): Promise<void> {
  desk.openPair(first.sourceId, second.sourceId)
  const pair = await findPair(desk, first, second)
  if (pair !== null) return desk.choose(pair.id)
  desk.reveal(second.sourceId, second.range)
  await pause(SETTLING_MS)
  desk.reveal(first.sourceId, first.range)
}

/** Null when the two are no pair, or the comparison takes too long or fails. */
async function findPair(desk: Desk, first: Place, second: Place): Promise<ComparedPassage | null> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_AGAIN_MS) {
    const comparison = desk.comparison
    if (comparison !== null && comparison.a === first.sourceId && comparison.b === second.sourceId)
      return (
        comparison.passages.find(
          (passage) => rangesOverlap(passage.a, first.range) && rangesOverlap(passage.b, second.range),
        ) ?? null
      )
    if (desk.join?.status === 'failed') return null
    await pause(LOOK_AGAIN_MS)
  }
  return null
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
