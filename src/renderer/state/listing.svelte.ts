import { NO_FILTER, isFiltering, type ReviewFilter } from './claimFilter'

type Listed = { readonly id: string }
type Options<T> = {
  readonly all: () => readonly T[]
  /** What the filter lets through, in the order to show. */
  readonly arrange: (all: readonly T[], filter: ReviewFilter) => readonly T[]
}

/** A list that can be filtered, and walked with one choice in it. */
export class Listing<T extends Listed> {
  readonly #options: Options<T>
  // The same list while nothing of it changed: a note that is written leaves the claims as they are put in order.
  readonly #all = $derived.by(() => this.#options.all())
  readonly #byId = $derived.by(() => indexById(this.all))
  // Computed once for every change of the review or the filter, however often a list scrolls.
  readonly #listed = $derived.by(() => this.#options.arrange(this.all, this.#filter))
  readonly #places = $derived.by(() => placesById(this.#listed))
  #filter = $state.raw<ReviewFilter>(NO_FILTER)
  #chosenId = $state<string | null>(null)

  constructor(options: Options<T>) {
    this.#options = options
  }

  get all(): readonly T[] {
    return this.#all
  }

  get listed(): readonly T[] {
    return this.#listed
  }

  get filter(): ReviewFilter {
    return this.#filter
  }

  get filtering(): boolean {
    return isFiltering(this.#filter)
  }

  setFilter(change: Partial<ReviewFilter>): void {
    this.#filter = { ...this.#filter, ...change }
  }

  clearFilter(): void {
    this.#filter = NO_FILTER
  }

  get(id: string): T | null {
    return this.#byId.get(id) ?? null
  }

  /** Null when nothing is chosen, or what was chosen is gone. */
  get chosen(): T | null {
    return this.#chosenId === null ? null : this.get(this.#chosenId)
  }

  /** The place of the choice in the list; -1 when it is not in it. */
  get chosenIndex(): number {
    return this.#chosenId === null ? -1 : this.indexOf(this.#chosenId)
  }

  indexOf(id: string): number {
    return this.#places.get(id) ?? -1
  }

  choose(id: string | null): void {
    this.#chosenId = id
  }

  /** Chooses what was asked for by name: it must be seen, whatever was filtered before. */
  bringUp(id: string): void {
    this.#chosenId = id
    if (this.indexOf(id) === -1) this.clearFilter()
  }

  /** Moves the choice; from nothing chosen, to the first or the last. */
  step(by: number): void {
    const last = this.#listed.length - 1
    const at = this.chosenIndex
    this.chooseAt(at === -1 ? (by > 0 ? 0 : last) : at + by)
  }

  /** Chooses the one at this place, or the nearest there is. */
  chooseAt(index: number): void {
    const next = this.#listed[Math.min(Math.max(index, 0), this.#listed.length - 1)]
    if (next !== undefined) this.#chosenId = next.id
  }
}

function indexById<T extends Listed>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}

function placesById(listed: readonly Listed[]): ReadonlyMap<string, number> {
  return new Map(listed.map((one, index) => [one.id, index]))
}
