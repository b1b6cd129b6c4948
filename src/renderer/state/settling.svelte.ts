import type { CitationPlace } from '../../contract/citedSchemas'
import type { TextRange } from '../../core/text/textRange'
import { Listing } from './listing.svelte'
import type { Desk } from './desk.svelte'
import { focusSoon } from './focusReturn'
import { citationId, listUnsettled, placeNow, type UnsettledCitation } from './unsettled'
import type { Workbench, WorkbenchView } from './workbench.svelte'

/** Cited words that are not as they were cited: which there are, which is chosen, and how each is settled. */
export class Settling {
  readonly #workbench: Workbench
  readonly #desk: Desk
  // Computed once for every change of the review, however many show it.
  readonly #all = $derived.by(() => listUnsettled(this.#workbench.review))
  readonly list: Listing<UnsettledCitation>
  #asked = $state.raw<readonly string[]>([])
  #settled = $state(0)
  #before: WorkbenchView = 'compare'

  constructor(workbench: Workbench, desk: Desk) {
    this.#workbench = workbench
    this.#desk = desk
    this.list = new Listing<UnsettledCitation>({ all: () => this.#all, arrange: (all) => all })
  }

  get all(): readonly UnsettledCitation[] {
    return this.#all
  }

  get chosen(): UnsettledCitation | null {
    return this.list.chosen
  }

  /** True while the host has not answered yet what was decided about it. */
  isBusy({ id }: UnsettledCitation): boolean {
    return this.#asked.includes(id)
  }

  /** How many were settled since the list was opened. */
  get settled(): number {
    return this.#settled
  }

  of(place: CitationPlace): UnsettledCitation | null {
    return this.list.get(citationId(place))
  }

  /** Opens the list, at this citation or at the first. */
  open(place: CitationPlace | null = null): void {
    const { view } = this.#workbench
    if (view !== 'settling') {
      this.#before = view
      this.#settled = 0
    }
    this.list.choose(place === null ? (this.list.chosen?.id ?? this.#all[0]?.id ?? null) : citationId(place))
    this.#workbench.show('settling')
  }

  /** Back to the view that the list was opened from. */
  close(): void {
    this.#workbench.show(this.#before === 'settling' ? 'compare' : this.#before)
  }

  step(by: 1 | -1): void {
    this.list.step(by)
  }

  /** Cites the words that stand there now: those of the place, or of the candidate at `candidate`. False when there are none. */
  async follow(one: UnsettledCitation, candidate: number | null = null): Promise<boolean> {
    const range = candidate === null ? placeNow(one.cited) : (one.cited.candidates[candidate]?.range ?? null)
    return range === null ? false : this.#settle(one, 'follow', range)
  }

  /** Leaves the words as they were cited, though the source reads otherwise. */
  keep(one: UnsettledCitation): Promise<boolean> {
    return this.#settle(one, 'keep', null)
  }

  /** Shows the words of the source that may be meant, or the source when there are none. */
  showInSource({ cited }: UnsettledCitation): void {
    const range = placeNow(cited) ?? cited.candidates[0]?.range ?? { start: 0, endExclusive: 0 }
    this.#workbench.show('compare')
    this.#desk.reveal(cited.sourceId, range)
    focusSoon('main [role="document"]')
  }

  async #settle(one: UnsettledCitation, what: 'follow' | 'keep', range: TextRange | null): Promise<boolean> {
    const source = this.#workbench.source(one.cited.sourceId)
    if (this.isBusy(one) || source === null) return false
    const at = this.list.indexOf(one.id)
    const chosen = this.list.chosen
    this.#asked = [...this.#asked, one.id]
    const answer = await this.#workbench.perform(
      'citation.settle',
      { on: one.on, what, to: { textHash: source.textHash, range } },
      what === 'follow'
        ? `${one.cited.siglum}: the words as they stand now are cited`
        : `${one.cited.siglum}: kept as cited`,
    )
    this.#asked = this.#asked.filter((id) => id !== one.id)
    if (answer === null) return false
    this.#settled += 1
    // The next one takes its place; a choice elsewhere in the list stays.
    if (chosen === null || chosen.id === one.id) this.list.chooseAt(at)
    return true
  }
}
