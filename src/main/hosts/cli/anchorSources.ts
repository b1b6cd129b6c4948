import type { AnchorCandidate, AnchorChange, AnchorResolution, SoughtAnchor } from '../../../core/anchor/anchor'
import { describeAnchor } from '../../../core/anchor/describeAnchor'
import { hasSameWords } from '../../../core/anchor/keyedTokens'
import { createResolver, resolveAnchors } from '../../../core/anchor/resolveAnchors'
import type { Article } from '../../../core/text/article'
import { normaliseString } from '../../../core/text/normaliseText'
import { sliceRange, type TextRange } from '../../../core/text/textRange'
import type { Selection } from './anchorSelections'
import { InputError } from './commandFailure'

/** Neighbours that are taken from the old file, in UTF-16 units on each side: more tell repeated wording apart. */
export const FILE_CONTEXT_LENGTH = 160

type ExportedPlace = { readonly start: number; readonly end: number; readonly text: string }

/** What `crossread anchor` prints for each selection, after CONTRACTS.md. */
export type AnchoredSelection = {
  readonly id: string
  readonly result: AnchorResolution['state']
  readonly start: number | null
  readonly end: number | null
  readonly text: string | null
  readonly why: string
  readonly changes: readonly AnchorChange[]
  readonly candidates: readonly (ExportedPlace & { readonly score: number })[]
}

/** Where what was selected in the old file is in the new one. @throws {InputError} when a position lies outside the old file */
export function anchorSources(old: Article, now: Article, selections: readonly Selection[]): AnchoredSelection[] {
  const locate = createResolver({ text: old.text, textHash: old.textHash })
  const sought = selections.map((selection) => seek(old, selection, locate))
  const texts = { text: now.text, textHash: now.textHash, from: old.text }
  const resolutions = resolveAnchors(
    texts,
    sought.map(({ anchor }) => anchor),
  )
  return resolutions.map((resolution, nth) => {
    const why = [resolution.why, sought[nth]?.note ?? ''].filter((part) => part !== '').join(' ')
    return toAnchored(now, selections[nth]?.id ?? '', { ...resolution, why })
  })
}

type Sought = { readonly anchor: SoughtAnchor; readonly note: string }

/** The place in the old file, with neighbours from there; the quote as it was given, where the old file does not have it. */
function seek(old: Article, selection: Selection, locate: (anchor: SoughtAnchor) => AnchorResolution): Sought {
  const { quote } = selection
  const position = selection.position === null ? null : placeIn(old, selection)
  if (quote === null) return { anchor: describe(old, position ?? { start: 0, endExclusive: 0 }), note: '' }
  const wanted = {
    prefix: normaliseString(quote.prefix),
    exact: normaliseString(quote.exact),
    suffix: normaliseString(quote.suffix),
  }
  if (position !== null && hasSameWords(sliceRange(old.text, position), wanted.exact)) {
    return { anchor: describe(old, position), note: '' }
  }
  const note =
    position === null ? '' : 'In the old file other words stand at the position that was given, so the quote was used.'
  const alone = { textHash: '', position: null, quote: wanted }
  const found = locate(alone)
  if (found.state === 'exact') return { anchor: describe(old, found.range), note }
  if (found.state === 'ambiguous')
    return { anchor: alone, note: `${note} The old file has the quote in several places.`.trim() }
  return { anchor: alone, note: `${note} The old file does not have the quote as it was given.`.trim() }
}

function describe(old: Article, range: TextRange): SoughtAnchor {
  return describeAnchor(old.text, old.textHash, range, FILE_CONTEXT_LENGTH)
}

function placeIn(old: Article, { id, position }: Selection): TextRange {
  const { start, end } = position ?? { start: 0, end: 0 }
  if (end > old.offsets.decodedLength) {
    throw new InputError(
      `the entry ${JSON.stringify(id)} ends at ${end}; the old file has ${old.offsets.decodedLength} code points`,
    )
  }
  return old.offsets.toArticle({ start, end })
}

function toAnchored(now: Article, id: string, resolution: AnchorResolution): AnchoredSelection {
  const place = 'range' in resolution ? exportPlace(now, resolution.range) : { start: null, end: null, text: null }
  return {
    id,
    result: resolution.state,
    ...place,
    why: resolution.why,
    changes: resolution.state === 'changed' ? resolution.changes : [],
    candidates: candidatesOf(resolution).map(({ range, score }) => ({ ...exportPlace(now, range), score })),
  }
}

function candidatesOf(resolution: AnchorResolution): readonly AnchorCandidate[] {
  if (resolution.state === 'ambiguous') return resolution.candidates
  return resolution.state === 'lost' && resolution.closest !== null ? [resolution.closest] : []
}

function exportPlace({ offsets }: Article, range: TextRange): ExportedPlace {
  return { ...offsets.toDecoded(range), text: offsets.decodedText(range) }
}
