import type { ComparedPassage, ComparedRegion } from '../../contract/schemas'
import { groupRows, indexRegions, plainRows, type PassageRow } from './passageGroups'
import { passesFilter, sortPassages, type PassageFilter, type PassageSort } from './passageOrder'

/** What is listed of a join's passages, which one is chosen, and which of its differences was stepped to. */
export class PassageChoice {
  readonly #all: () => readonly ComparedPassage[]
  readonly #regions: () => readonly ComparedRegion[]
  #filter = $state<PassageFilter>('all')
  #sort = $state<PassageSort>('region')
  #chosenId = $state<string | null>(null)
  #difference = $state<number | null>(null)
  /** Chosen beside the one, to be joined with it. */
  #also = $state.raw<readonly string[]>([])
  readonly #regionOf = $derived.by(() => indexRegions(this.#all(), this.#regions()))
  readonly #listed = $derived.by(() => {
    const kept = this.#all().filter((passage) => passesFilter(passage, this.#filter))
    return sortPassages(kept, this.#sort, this.#regionOf)
  })
  readonly #rows = $derived.by(() =>
    this.#sort === 'region'
      ? groupRows(this.#listed, this.#regions(), this.#regionOf, this.#filter !== 'all')
      : plainRows(this.#listed),
  )
  readonly #marked = $derived.by(() =>
    this.#all().filter((passage) => passage.id === this.#chosenId || this.#also.includes(passage.id)),
  )
  readonly #chosen = $derived.by(() => this.#all().find((passage) => passage.id === this.#chosenId) ?? null)

  constructor(all: () => readonly ComparedPassage[], regions: () => readonly ComparedRegion[]) {
    this.#all = all
    this.#regions = regions
  }

  get listed(): readonly ComparedPassage[] {
    return this.#listed
  }

  /** What the list shows: the listed passages, under the heads of their regions where they are sorted by them. */
  get rows(): readonly PassageRow[] {
    return this.#rows
  }

  regionOf(passageId: string): ComparedRegion | null {
    return this.#regionOf.get(passageId) ?? null
  }

  /** The chosen passage and those chosen beside it, by place. */
  get marked(): readonly ComparedPassage[] {
    return this.#marked
  }

  get filter(): PassageFilter {
    return this.#filter
  }

  set filter(filter: PassageFilter) {
    this.#filter = filter
  }

  get sort(): PassageSort {
    return this.#sort
  }

  set sort(sort: PassageSort) {
    this.#sort = sort
  }

  get chosen(): ComparedPassage | null {
    return this.#chosen
  }

  /** Index into `chosen.segments`. */
  get difference(): number | null {
    return this.#difference
  }

  choose(id: string | null): ComparedPassage | null {
    this.#chosenId = id
    this.#difference = null
    this.#also = []
    return this.#chosen
  }

  /** Chooses another passage beside the chosen one, or takes it out again. Without a chosen one it becomes that. */
  alsoChoose(id: string): void {
    if (this.#chosenId === null) this.choose(id)
    else if (id === this.#chosenId) this.#also = []
    else this.#also = this.#also.includes(id) ? this.#also.filter((other) => other !== id) : [...this.#also, id]
  }

  /** Takes the next passage by place, after the last that is chosen, along. False at the end. */
  extend(): boolean {
    const all = sortPassages(this.#all(), 'place in the first')
    const last = all.findLastIndex((passage) => this.#marked.includes(passage))
    const next = all[last + 1]
    if (last === -1 || next === undefined) return false
    this.#also = [...this.#also, next.id]
    return true
  }

  /** The passage one further in the list; from nothing chosen its first (or last), at the end null. */
  neighbour(by: 1 | -1): ComparedPassage | null {
    const at = this.#listed.findIndex((passage) => passage.id === this.#chosenId)
    return (at === -1 ? this.#listed[by === 1 ? 0 : this.#listed.length - 1] : this.#listed[at + by]) ?? null
  }

  /** Steps to the next difference, into the next passage that has one where need be. Returns that passage, null when it stayed. */
  stepDifference(by: 1 | -1): ComparedPassage | null {
    const inside = this.#chosen === null ? null : nextDifferent(this.#chosen, this.#difference, by)
    if (inside !== null) {
      this.#difference = inside
      return null
    }
    const at = this.#listed.findIndex((passage) => passage.id === this.#chosenId)
    const from = at === -1 && by === -1 ? this.#listed.length : at
    const onward = by === 1 ? this.#listed.slice(from + 1) : this.#listed.slice(0, Math.max(0, from)).reverse()
    const passage = onward.find((one) => one.differences > 0)
    if (passage === undefined) return null
    this.choose(passage.id)
    this.#difference = nextDifferent(passage, null, by)
    return passage
  }
}

/** The next segment that is not equal, after (or before) the given one; null when there is none. */
function nextDifferent(passage: ComparedPassage, from: number | null, by: 1 | -1): number | null {
  const start = from ?? (by === 1 ? -1 : passage.segments.length)
  for (let at = start + by; at >= 0 && at < passage.segments.length; at += by)
    if (passage.segments[at]?.kind !== 'equal') return at
  return null
}
