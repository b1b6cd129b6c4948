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
  /** Set where the source has other words than were cited: to be settled, or kept as cited. */
  readonly differs?: 'unsettled' | 'kept'
  /** In words, for tooltips and screen readers: "disputed claim: …". */
  readonly label: string
}

/** How much of a statement or note a mark's label repeats; longer ones make tooltips that nobody reads. */
export const LABEL_LENGTH = 140

const DIFFERS_WORDS = { unsettled: 'changed words, to be settled', kept: 'other words now, kept as cited' } as const

export const NO_MARKS: readonly ReviewMark[] = []

/** A mark and the source that it is in. */
type PlacedMark = { readonly sourceId: string; readonly mark: ReviewMark }

/**
 * Marks by source id, each list in order of place. Only words that were found without doubt, and those that changed at a certain
 * place, are marked. Kept from one review to the next: a list is another only where what is marked in that source changed.
 */
export class MarkIndex {
  readonly #claims = new MarkedList(marksOfClaim)
  readonly #notes = new MarkedList(marksOfNote)
  #bySource: ReadonlyMap<string, readonly ReviewMark[]> = new Map()

  follow(review: ReviewView | null): ReadonlyMap<string, readonly ReviewMark[]> {
    const claims = this.#claims.follow(review?.claims ?? NO_VIEWS)
    const notes = this.#notes.follow(review?.notes ?? NO_VIEWS)
    const gone = [...claims.gone, ...notes.gone]
    const added = [...claims.added, ...notes.added]
    if (gone.length > 0 || added.length > 0) this.#bySource = withChanges(this.#bySource, gone, added)
    return this.#bySource
  }
}

type Difference = { readonly gone: readonly PlacedMark[]; readonly added: readonly PlacedMark[] }
const NO_VIEWS: readonly never[] = []
const NO_DIFFERENCE: Difference = { gone: [], added: [] }

/** The marks of claims, or of notes. What is shown is never edited, so that the same object has the same marks. */
class MarkedList<T extends object> {
  readonly #marksOf: (view: T) => readonly PlacedMark[]
  readonly #marks = new Map<T, readonly PlacedMark[]>()
  #views: readonly T[] = NO_VIEWS

  constructor(marksOf: (view: T) => readonly PlacedMark[]) {
    this.#marksOf = marksOf
  }

  follow(views: readonly T[]): Difference {
    if (views === this.#views) return NO_DIFFERENCE
    this.#views = views
    const present = new Set(views)
    const gone: PlacedMark[] = []
    for (const [view, marks] of this.#marks) {
      if (present.has(view)) continue
      gone.push(...marks)
      this.#marks.delete(view)
    }
    const added: PlacedMark[] = []
    for (const view of present) {
      if (this.#marks.has(view)) continue
      const marks = this.#marksOf(view)
      added.push(...marks)
      this.#marks.set(view, marks)
    }
    return { gone, added }
  }
}

/** As a new MarkIndex gives them. */
export function indexMarks(review: ReviewView | null): ReadonlyMap<string, readonly ReviewMark[]> {
  return new MarkIndex().follow(review)
}

function withChanges(
  before: ReadonlyMap<string, readonly ReviewMark[]>,
  gone: readonly PlacedMark[],
  added: readonly PlacedMark[],
): ReadonlyMap<string, readonly ReviewMark[]> {
  const goneMarks = new Set(gone.map(({ mark }) => mark))
  const fresh = new Map<string, ReviewMark[]>()
  for (const { sourceId, mark } of added) {
    const marks = fresh.get(sourceId)
    if (marks === undefined) fresh.set(sourceId, [mark])
    else marks.push(mark)
  }
  const after = new Map(before)
  for (const sourceId of new Set([...gone, ...added].map((one) => one.sourceId))) {
    const stayed = (before.get(sourceId) ?? []).filter((mark) => !goneMarks.has(mark))
    const marks = [...stayed, ...(fresh.get(sourceId) ?? [])].sort(byPlace)
    if (marks.length === 0) after.delete(sourceId)
    else after.set(sourceId, marks)
  }
  return after
}

function marksOfClaim({ id, verdict, statement, evidence }: ReviewView['claims'][number]): readonly PlacedMark[] {
  const label = `${verdict} claim: ${shorten(statement, LABEL_LENGTH)}`
  return marksOf(
    evidence.flatMap((one) => one.passages),
    { kind: 'claim', id, verdict, label },
  )
}

function marksOfNote({ id, body, passages }: ReviewView['notes'][number]): readonly PlacedMark[] {
  return marksOf(passages, { kind: 'note', id, label: `note: ${shorten(body, LABEL_LENGTH)}` })
}

function marksOf(passages: readonly CitedView[], about: Omit<ReviewMark, 'range'>): readonly PlacedMark[] {
  // The same words cited twice for one claim are one mark.
  const marks = new Map<string, PlacedMark>()
  for (const passage of passages) {
    const place = markedPlace(passage)
    if (place === null) continue
    const { range, differs } = place
    const label = differs === undefined ? about.label : `${DIFFERS_WORDS[differs]}: ${about.label}`
    const mark = { ...about, ...place, label }
    marks.set(`${passage.sourceId} ${range.start} ${range.endExclusive}`, { sourceId: passage.sourceId, mark })
  }
  return [...marks.values()]
}

/** Where a passage is marked, and whether other words than the cited ones stand there; null where it has no certain place. */
function markedPlace(passage: CitedView): Pick<ReviewMark, 'range' | 'differs'> | null {
  if (passage.range !== null && isAttached(passage)) return { range: passage.range }
  if (passage.state !== 'changed' || passage.nowRange === null) return null
  return { range: passage.nowRange, differs: passage.settled === null ? 'unsettled' : 'kept' }
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
  const byRange = a.range.start - b.range.start || a.range.endExclusive - b.range.endExclusive
  // Of one place by id, so that the order does not tell what came when.
  return byRange || compareText(a.kind, b.kind) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
