import type { CitedView, ReviewView } from '../../contract/reviewSchemas'
import type { Verdict } from '../../core/claim/reviewRecord'
import type { TextRange } from '../../core/text/textRange'

/** Something a reviewer said about a stretch of a source, to be painted where the words stand. */
export type ReviewMark = {
  readonly kind: 'claim' | 'note'
  /** The claim's or note's id. */
  readonly id: string
  readonly range: TextRange
  /** Of a claim; a note has none. */
  readonly verdict?: Verdict
  /** In words, for tooltips and screen readers: "disputed claim: …". */
  readonly label: string
}

/** How much of a statement or note a mark's label repeats; longer ones make tooltips that nobody reads. */
export const LABEL_LENGTH = 140

export const NO_MARKS: readonly ReviewMark[] = []

/** Marks by source id, each list in order of place. Only words that were found without doubt have a place. */
export function indexMarks(review: ReviewView | null): ReadonlyMap<string, readonly ReviewMark[]> {
  const bySource = new Map<string, Map<string, ReviewMark>>()
  function put(passage: CitedView, mark: Omit<ReviewMark, 'range'>): void {
    if (passage.range === null || !isAttached(passage)) return
    const marks = bySource.get(passage.sourceId) ?? new Map<string, ReviewMark>()
    bySource.set(passage.sourceId, marks)
    // The same words cited twice for one claim are one mark.
    marks.set(`${mark.kind} ${mark.id} ${passage.range.start} ${passage.range.endExclusive}`, {
      ...mark,
      range: passage.range,
    })
  }
  for (const claim of review?.claims ?? []) {
    const label = `${claim.verdict} claim: ${shorten(claim.statement, LABEL_LENGTH)}`
    for (const evidence of claim.evidence)
      for (const passage of evidence.passages)
        put(passage, { kind: 'claim', id: claim.id, verdict: claim.verdict, label })
  }
  for (const note of review?.notes ?? [])
    for (const passage of note.passages)
      put(passage, { kind: 'note', id: note.id, label: `note: ${shorten(note.body, LABEL_LENGTH)}` })
  return new Map([...bySource].map(([sourceId, marks]) => [sourceId, [...marks.values()].sort(byPlace)]))
}

/** True when the words stand in the source today, unchanged, at one certain place. */
export function isAttached(passage: CitedView): boolean {
  return (passage.state === 'exact' || passage.state === 'moved') && passage.range !== null
}

/** Where the words stand today, as a list of one; empty when that is not certain. */
export function placeOf(passage: CitedView): readonly { readonly sourceId: string; readonly range: TextRange }[] {
  return passage.range !== null && isAttached(passage) ? [{ sourceId: passage.sourceId, range: passage.range }] : []
}

/** The text on one line, cut at a word with an ellipsis when it is longer than `length` UTF-16 units. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const space = cut.lastIndexOf(' ')
  // Without a space near the end (a long word, or a script that uses none) cut between characters, never inside one.
  const head = space > length / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '')
  return `${head.replace(/[\s,;:–—-]+$/u, '')}…`
}

function byPlace(a: ReviewMark, b: ReviewMark): number {
  return a.range.start - b.range.start || a.range.endExclusive - b.range.endExclusive
}
