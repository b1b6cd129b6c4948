import type { Anchor, AnchorResolution } from '../../core/anchor/anchor'
import type { ReviewRecords } from '../../core/claim/recordTable'
import type { CitedPassage, Settlement } from '../../core/claim/reviewRecord'
import { citationKey, settlementsByCitation, standingAnchor, type CitationPlace } from '../../core/claim/settlements'
import { rangesOverlap, type TextRange } from '../../core/text/textRange'
import { placeOf } from './placeOf'
import type { OpenSource } from './session'

/** A citation as it stands: what is cited, where that is, and what reviewers decided about it. */
export type CitedPlace = {
  /** The words as first chosen, or as they were followed last. */
  readonly anchor: Anchor
  /** Null when the source is not in the folder any more. */
  readonly resolution: AnchorResolution | null
  /** The decision that holds in the present text; null when there is none, or when it has to be made again. */
  readonly settled: Settlement | null
  /** Oldest first. */
  readonly history: readonly Settlement[]
}

const NONE: readonly Settlement[] = []
const settlements = new WeakMap<ReviewRecords['settlement'], ReadonlyMap<string, readonly Settlement[]>>()

/** Where a citation is now. Everything that shows or counts citations asks this, so that all say the same. */
export function citedPlaceOf(
  source: OpenSource | undefined,
  records: ReviewRecords,
  { on, cited }: { readonly on: CitationPlace; readonly cited: CitedPassage },
): CitedPlace {
  const history = settlementsIn(records).get(citationKey(on)) ?? NONE
  const anchor = standingAnchor(history, cited)
  if (source === undefined) return { anchor, resolution: null, settled: null, history }
  const resolution = placeOf(source, anchor)
  return { anchor, resolution, settled: settledIn(source, resolution, history.at(-1)), history }
}

/** Where the words are, found without doubt; null when they are not. */
export function attachedPlace(resolution: AnchorResolution | null): TextRange | null {
  return resolution?.state === 'exact' || resolution?.state === 'moved' ? resolution.range : null
}

/** True when somebody has to look at it. */
export function isUnsettled({ resolution, settled }: CitedPlace): boolean {
  return resolution !== null && settled === null && attachedPlace(resolution) === null
}

/**
 * The latest decision, while it holds: words that were followed for as long as they are found; words that were kept in the
 * text that they were kept in, and in a later one for as long as what stands at their place reads as it did then.
 */
function settledIn(
  source: OpenSource,
  resolution: AnchorResolution,
  latest: Settlement | undefined,
): Settlement | null {
  if (latest === undefined) return null
  const attached = attachedPlace(resolution)
  if (latest.what === 'follow') return attached === null ? null : latest
  if (attached !== null) return null
  if (latest.textHash === source.reading.article.textHash) return latest
  if (latest.to === null) return resolution.state === 'lost' ? latest : null
  const kept = attachedPlace(placeOf(source, latest.to))
  if (kept === null) return null
  return resolution.state !== 'changed' || rangesOverlap(kept, resolution.range) ? latest : null
}

function settlementsIn(records: ReviewRecords): ReadonlyMap<string, readonly Settlement[]> {
  const known = settlements.get(records.settlement)
  if (known !== undefined) return known
  const found = settlementsByCitation(records)
  settlements.set(records.settlement, found)
  return found
}
