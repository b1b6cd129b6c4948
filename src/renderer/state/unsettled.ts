import type { CitationPlace } from '../../contract/citedSchemas'
import type { CitedView, ReviewView } from '../../contract/reviewSchemas'
import type { TextRange } from '../../core/text/textRange'

/** Cited words that are not as they were cited, and have not been settled; with the claim or note that cites them. */
export type UnsettledCitation = {
  /** The same for the same cited passage. */
  readonly id: string
  readonly on: CitationPlace
  readonly cited: CitedView
  readonly owner: { readonly kind: 'claim' | 'note'; readonly id: string; readonly words: string }
  /** A sealed claim must be opened again before anything of it can be settled. */
  readonly sealed: boolean
}

export function citationId({ type, id, passage }: CitationPlace): string {
  return `${type}-${id}-${passage}`
}

/** True when a reviewer must say what is to be done: the words changed, are ambiguous or lost, and nobody has yet. */
export function isUnsettled(cited: CitedView): boolean {
  return (cited.state === 'changed' || cited.state === 'ambiguous' || cited.state === 'lost') && cited.settled === null
}

/** Which words can be followed without a choice: those of the place, or what is closest to lost ones; null when there are none. */
export function placeNow({ state, nowRange, candidates }: CitedView): TextRange | null {
  return state === 'lost' ? (candidates[0]?.range ?? null) : nowRange
}

/** Every unsettled citation, by source and place in it. */
export function listUnsettled(review: ReviewView | null): readonly UnsettledCitation[] {
  const found: UnsettledCitation[] = []
  const put = (on: CitationPlace, cited: CitedView, owner: UnsettledCitation['owner'], sealed: boolean): void => {
    if (isUnsettled(cited)) found.push({ id: citationId(on), on, cited, owner, sealed })
  }
  for (const claim of review?.claims ?? []) {
    const owner = { kind: 'claim', id: claim.id, words: claim.statement } as const
    for (const { id, passages } of claim.evidence)
      for (const cited of passages)
        put({ type: 'evidence', id, passage: cited.passage }, cited, owner, claim.sealed !== null)
  }
  for (const { id, body, passages } of review?.notes ?? [])
    for (const cited of passages)
      put({ type: 'note', id, passage: cited.passage }, cited, { kind: 'note', id, words: body }, false)
  return found.sort(byPlace)
}

/** The unsettled citations of one source, for the announcement. */
export type UnsettledSource = {
  readonly sourceId: string
  readonly siglum: string
  readonly citations: readonly UnsettledCitation[]
}

export function bySource(unsettled: readonly UnsettledCitation[]): readonly UnsettledSource[] {
  const sources = new Map<string, UnsettledCitation[]>()
  for (const one of unsettled) {
    const others = sources.get(one.cited.sourceId)
    if (others === undefined) sources.set(one.cited.sourceId, [one])
    else others.push(one)
  }
  return [...sources].map(([sourceId, citations]) => ({
    sourceId,
    siglum: citations[0]?.cited.siglum ?? '?',
    citations,
  }))
}

function byPlace(a: UnsettledCitation, b: UnsettledCitation): number {
  const [one, other] = [a.cited, b.cited]
  return (
    one.siglum.length - other.siglum.length ||
    compareText(one.siglum, other.siglum) ||
    placeIn(one) - placeIn(other) ||
    compareText(a.id, b.id)
  )
}

/** Lost words have no place: they come last. */
function placeIn({ state, nowRange, candidates }: CitedView): number {
  if (state === 'lost') return Number.MAX_SAFE_INTEGER
  return nowRange?.start ?? candidates[0]?.range.start ?? Number.MAX_SAFE_INTEGER
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
