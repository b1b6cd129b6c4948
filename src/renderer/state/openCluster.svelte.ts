import type { ClusterView } from '../../contract/matchingSchemas'
import type { PassageInput } from '../../contract/schemas'
import type { WorkbenchFailure } from '../../contract/errors'
import { alignVariants, type VariantTable } from '../../core/diff/alignVariants'
import type { ListedCluster } from './clusterList'
import { failureOf } from './failures'
import type { Workbench } from './workbench.svelte'

/** Rows that a cluster shows at first, and more each time it is asked: a table of hundreds of rows is read by nobody at once. */
export const ROWS_AT_ONCE = 60
/** As many passages as one piece of evidence may cite (contract). */
export const MOST_CITED = 8

export type ClusterMember = ClusterView['members'][number]

const NO_MEMBERS: readonly ClusterMember[] = []

/** The cluster that is looked at: one passage as it stands in every source, lined up against one of them. */
export class OpenCluster {
  readonly #workbench: Workbench
  #listed = $state.raw<ListedCluster | null>(null)
  #view = $state.raw<ClusterView | null>(null)
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #base = $state(0)
  #row = $state(0)
  #shown = $state(ROWS_AT_ONCE)
  #context = $state(true)
  readonly #members = $derived.by(() => this.#view?.members.slice(0, this.#shown) ?? NO_MEMBERS)
  readonly #table = $derived.by<VariantTable>(() =>
    alignVariants(
      this.#members.map(({ text }) => text),
      this.#base,
    ),
  )

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  get id(): string | null {
    return this.#listed?.id ?? null
  }
  /** As the list of clusters has it. */
  get listed(): ListedCluster | null {
    return this.#listed
  }
  /** Null while it is asked for, and when it could not be had. */
  get view(): ClusterView | null {
    return this.#view
  }
  get failure(): WorkbenchFailure | null {
    return this.#failure
  }
  /** The members that are shown, in the order of the rows. */
  get members(): readonly ClusterMember[] {
    return this.#members
  }
  /** How many members there are beyond those that are shown. */
  get hidden(): number {
    return (this.#view?.members.length ?? 0) - this.#members.length
  }
  get table(): VariantTable {
    return this.#table
  }
  /** Row of the base. */
  get base(): number {
    return this.#base
  }
  /** Row that the keys act on. */
  get row(): number {
    return this.#row
  }
  /** Whether what stands around the passage shows. */
  get context(): boolean {
    return this.#context
  }
  set context(context: boolean) {
    this.#context = context
  }

  async open(cluster: ListedCluster): Promise<void> {
    if (cluster.id === this.id && this.#failure === null) return
    this.#listed = cluster
    this.#view = null
    this.#failure = null
    this.#base = 0
    this.#row = 0
    this.#shown = ROWS_AT_ONCE
    try {
      const view = await this.#workbench.client.call('corpus.cluster', { clusterId: cluster.id })
      if (this.id === cluster.id) this.#view = view
    } catch (error) {
      if (this.id === cluster.id) this.#failure = failureOf(error)
    }
  }

  close(): void {
    this.#listed = null
    this.#view = null
    this.#failure = null
  }

  /** After a new matching: the same cluster stays open, one that is no more is closed. */
  follow(clusters: readonly ListedCluster[]): void {
    const listed = clusters.find(({ id }) => id === this.id)
    if (listed === undefined) this.close()
    else if (this.#failure !== null) void this.open(listed)
    else this.#listed = listed
  }

  /** Moves the row that the keys act on; stops at the first and the last. */
  step(by: number): void {
    this.choose(this.#row + by)
  }

  choose(row: number): void {
    this.#row = Math.max(0, Math.min(row, this.#members.length - 1))
  }

  makeBase(row: number = this.#row): void {
    if (this.#members[row] === undefined) return
    this.#base = row
    this.#row = row
  }

  showMore(): void {
    this.#shown += ROWS_AT_ONCE
  }

  /** Base and row, to be opened side by side; null when they are of one source. */
  pair(row: number = this.#row): readonly [ClusterMember, ClusterMember] | null {
    const [base, other] = [this.#members[this.#base], this.#members[row]]
    if (base === undefined || other === undefined || base.sourceId === other.sourceId) return null
    return [base, other]
  }

  /** What a claim made from the cluster cites: its passages with the base first, as many as evidence may have. */
  passages(): PassageInput[] {
    const members = this.#view?.members ?? NO_MEMBERS
    const base = this.#members[this.#base]
    const ordered = base === undefined ? members : [base, ...members.filter((member) => member !== base)]
    return ordered
      .flatMap(({ sourceId, range }) => {
        const textHash = this.#workbench.source(sourceId)?.textHash
        return textHash === undefined ? [] : [{ sourceId, textHash, range }]
      })
      .slice(0, MOST_CITED)
  }
}
