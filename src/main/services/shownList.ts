import { sameValue } from '../../core/claim/sameValue'
import { byCreation } from '../../contract/reviewPatch'

type Dated = { readonly id: string; readonly createdAt: string }

/** Claims, or notes, as they are shown: each with the revision that it got this look in. */
export class ShownList<T extends Dated> {
  readonly #shown = new Map<string, { readonly view: T; readonly revision: number }>()
  /** Revision of the removal, by id. */
  readonly #removed = new Map<string, number>()
  /** Oldest first; null until it is asked for after a change of what there is. */
  #order: string[] | null = null

  /**
   * Shows these anew; `make` gives null for what is not there. What comes out as it was keeps its object and its revision.
   */
  show(ids: Iterable<string>, revision: number, make: (id: string) => T | null): void {
    for (const id of ids) {
      const before = this.#shown.get(id)
      const view = make(id)
      if (view === null ? before === undefined : sameValue(before?.view, view)) continue
      if (view?.createdAt !== before?.view.createdAt) this.#order = null
      if (view === null) {
        this.#shown.delete(id)
        this.#removed.set(id, revision)
      } else {
        this.#shown.set(id, { view, revision })
        this.#removed.delete(id)
      }
    }
  }

  ids(): readonly string[] {
    return [...this.#shown.keys()]
  }

  all(): T[] {
    this.#order ??= [...this.#shown.values()]
      .map(({ view }) => view)
      .sort(byCreation)
      .map(({ id }) => id)
    return this.#order.flatMap((id) => this.#shown.get(id)?.view ?? [])
  }

  /** Those that changed after a revision, oldest first. */
  since(revision: number): T[] {
    const changed = [...this.#shown.values()].filter((one) => one.revision > revision)
    return changed.map(({ view }) => view).sort(byCreation)
  }

  /** The ids of those that were removed after a revision. */
  removedSince(revision: number): string[] {
    return [...this.#removed].flatMap(([id, at]) => (at > revision ? [id] : []))
  }
}
