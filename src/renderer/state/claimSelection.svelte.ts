import type { ClaimView } from '../../contract/reviewSchemas'
import type { Listing } from './listing.svelte'
import { NOTHING_SELECTED, extendRows, selectAllRows, toggleRow, type RowSelection } from './rowSelection'

/** The claims that are picked in the list, for one action on all of them. */
export class ClaimSelection {
  readonly #claims: Listing<ClaimView>
  #rows = $state.raw<RowSelection>(NOTHING_SELECTED)
  // What a filter hides is not acted on: nobody changes claims that they do not see.
  readonly #picked = $derived.by(() =>
    this.#rows.ids.size === 0 ? [] : this.#claims.listed.filter((claim) => this.#rows.ids.has(claim.id)),
  )

  constructor(claims: Listing<ClaimView>) {
    this.#claims = claims
  }

  /** The picked claims that the list shows, in its order. */
  get claims(): readonly ClaimView[] {
    return this.#picked
  }

  has(claimId: string): boolean {
    return this.#rows.ids.has(claimId)
  }

  toggle(claimId: string): void {
    this.#rows = toggleRow(this.#rows, claimId)
  }

  /** Up to this claim, from where the range began; without one from the chosen claim. */
  extendTo(claimId: string): void {
    const from = this.#claims.chosen?.id ?? claimId
    this.#rows = extendRows(this.#rows, this.#order(), { from, to: claimId })
    this.#claims.choose(claimId)
  }

  /** Moves the choice and takes the rows on the way with it. */
  extendBy(by: 1 | -1): void {
    const { listed, chosenIndex } = this.#claims
    const to = listed[Math.min(Math.max(chosenIndex + by, 0), listed.length - 1)]
    if (to !== undefined) this.extendTo(to.id)
  }

  toggleAll(): void {
    this.#rows = selectAllRows(this.#rows, this.#order())
  }

  clear(): void {
    this.#rows = NOTHING_SELECTED
  }

  #order(): readonly string[] {
    return this.#claims.listed.map((claim) => claim.id)
  }
}
