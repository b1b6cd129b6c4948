import type { ComparedPassage } from '../../contract/schemas'
import { passesFilter, sortPassages, type PassageFilter, type PassageSort } from './passageOrder'

/** What is listed of a join's passages, which one is chosen, and which of its differences was stepped to. */
export class PassageChoice {
  readonly #all: () => readonly ComparedPassage[]
  #filter = $state<PassageFilter>('all')
  #sort = $state<PassageSort>('place in the first')
  #chosenId = $state<string | null>(null)
  #difference = $state<number | null>(null)
  readonly #listed = $derived.by(() => {
    const kept = this.#all().filter((passage) => passesFilter(passage, this.#filter))
    return sortPassages(kept, this.#sort)
  })
  readonly #chosen = $derived.by(() => this.#all().find((passage) => passage.id === this.#chosenId) ?? null)

  constructor(all: () => readonly ComparedPassage[]) {
    this.#all = all
  }

  get listed(): readonly ComparedPassage[] {
    return this.#listed
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
    return this.#chosen
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
