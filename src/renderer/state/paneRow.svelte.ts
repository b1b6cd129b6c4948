import type { Join } from './join.svelte'

export type PaneRowChange = {
  readonly panes: readonly string[]
  /** False when what was chosen lay between two texts that are not neighbours any more. */
  readonly joinKept: boolean
}
type Options = {
  /** A new comparison of two neighbours, begun. */
  readonly makeJoin: (a: string, b: string) => Join
  readonly onChange: (change: PaneRowChange) => void
}

/** Which sources lie side by side, left to right, and the joins between neighbours. */
export class PaneRow {
  readonly #options: Options
  #panes = $state.raw<readonly string[]>([])
  #activePane = $state(0)
  #joins = $state.raw<readonly Join[]>([])
  #activeJoin = $state(0)

  constructor(options: Options) {
    this.#options = options
  }

  get panes(): readonly string[] {
    return this.#panes
  }
  get activePane(): number {
    return this.#activePane
  }
  get joins(): readonly Join[] {
    return this.#joins
  }
  get activeJoin(): number {
    return this.#activeJoin
  }
  get join(): Join | null {
    return this.#joins[this.#activeJoin] ?? null
  }

  activate(pane: number): void {
    if (pane >= 0 && pane < this.#panes.length) this.#activePane = pane
  }

  /** False when it is active already, or there is none. */
  activateJoin(join: number): boolean {
    if (join === this.#activeJoin || join < 0 || join >= this.#joins.length) return false
    this.#activeJoin = join
    return true
  }

  /** Puts a source into a pane; a pane number one past the last adds a pane. */
  open(pane: number, sourceId: string): void {
    if (this.#panes[pane] === sourceId || pane < 0 || pane > this.#panes.length) return
    this.set(this.#panes.toSpliced(pane, 1, sourceId))
    this.#activePane = pane
  }

  /** The last two panes stay. */
  close(pane: number): void {
    if (this.#panes.length <= 2 || this.#panes[pane] === undefined) return
    this.set(this.#panes.toSpliced(pane, 1))
    this.#activePane = Math.min(pane, this.#panes.length - 1)
  }

  /** Exchanges a pane with its neighbour and stays with its text; false at the row's ends. */
  move(pane: number, by: 1 | -1): boolean {
    const [from, to] = [this.#panes[pane], this.#panes[pane + by]]
    if (from === undefined || to === undefined) return false
    this.set(this.#panes.with(pane, to).with(pane + by, from))
    this.#activePane = pane + by
    return true
  }

  /** Keeps what is still among these sources, and fills two panes with the first of the others. */
  follow(sourceIds: readonly string[]): void {
    const kept = this.#panes.filter((id) => sourceIds.includes(id))
    const spare = sourceIds.filter((id) => !kept.includes(id)).slice(0, Math.max(0, 2 - kept.length))
    const panes = [...kept, ...spare]
    if (panes.length !== this.#panes.length || panes.some((id, pane) => id !== this.#panes[pane])) this.set(panes)
  }

  set(panes: readonly string[]): void {
    const before = this.#joins
    const active = this.join
    this.#panes = panes
    this.#activePane = Math.min(this.#activePane, Math.max(0, panes.length - 1))
    this.#joins = panes.slice(0, -1).map((a, index) => {
      const b = panes[index + 1] ?? a
      return before.find((join) => join.a === a && join.b === b) ?? this.#options.makeJoin(a, b)
    })
    for (const join of before) if (!this.#joins.includes(join)) join.dispose()
    // What was chosen stays chosen while its two texts lie side by side, wherever a pane was added, moved or closed.
    const kept = active === null ? -1 : this.#joins.indexOf(active)
    this.#activeJoin = kept === -1 ? Math.min(this.#activeJoin, Math.max(0, this.#joins.length - 1)) : kept
    this.#options.onChange({ panes, joinKept: kept !== -1 })
  }
}
