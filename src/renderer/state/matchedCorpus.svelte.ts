import type { CorpusMatching } from '../../contract/matchingSchemas'
import type { ReviewView } from '../../contract/reviewSchemas'
import type { CorpusView, SourceView } from '../../contract/schemas'
import { WorkbenchError, type WorkbenchFailure } from '../../contract/errors'
import { NO_CLUSTER_FILTER, arrangeClusters, type ClusterFilter, type ClusterSort } from './clusterList'
import { CorpusMatrix, type MatrixMeasure, type MatrixSort } from './corpusMatrix'
import { failureOf } from './failures'
import { BUSY_SHOWN_AFTER_MS } from './join.svelte'
import { OpenCluster } from './openCluster.svelte'
import type { Workbench } from './workbench.svelte'

/** How long a matching of the whole corpus may take before it shows what it has and asks whether to go on (milliseconds). */
export const MATCH_BUDGET_MS = 60_000

export const CORPUS_PARTS = ['matrix', 'clusters', 'aside'] as const
export type CorpusPart = (typeof CORPUS_PARTS)[number]
export type MatchingStatus = 'idle' | 'busy' | 'ready' | 'failed'

const NOTHING: CorpusMatching = {
  pairs: [],
  clusters: [],
  boilerplate: [],
  complete: false,
  why: null,
  elapsedMs: 0,
  matched: 0,
  kept: 0,
}
let started = 0

/** The Corpus view's state: what all sources share, as it was last matched, and what is looked at of it. */
export class MatchedCorpus {
  readonly cluster: OpenCluster
  readonly #workbench: Workbench
  #status = $state<MatchingStatus>('idle')
  #matching = $state.raw<CorpusMatching | null>(null)
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #stopped = $state(false)
  #jobId = $state<string | null>(null)
  #busyShown = $state(false)
  #part = $state<CorpusPart>('matrix')
  #sort = $state<MatrixSort>('siglum')
  #measure = $state<MatrixMeasure>('words')
  #filter = $state.raw<ClusterFilter>(NO_CLUSTER_FILTER)
  #clusterSort = $state<ClusterSort>('most sources')
  /** What the matching that is shown, or that runs, was asked about. */
  #about = ''
  #folder: string | null = null
  #review: ReviewView | null = null
  readonly #matrix = $derived.by(() => new CorpusMatrix(this.#matching?.pairs ?? []))
  readonly #sources = $derived.by(() => this.#matrix.order(this.#workbench.corpus?.sources ?? [], this.#sort))
  readonly #clusters = $derived.by(() => arrangeClusters(this.allClusters, this.#filter, this.#clusterSort))

  constructor(workbench: Workbench) {
    this.#workbench = workbench
    this.cluster = new OpenCluster(workbench)
  }

  get status(): MatchingStatus {
    return this.#status
  }
  /** The latest that is known; while a new one runs, still the one before. */
  get matching(): CorpusMatching | null {
    return this.#matching
  }
  /** Set when status is failed. */
  get failure(): WorkbenchFailure | null {
    return this.#failure
  }
  /** True when the reviewer stopped the matching before its end. */
  get stopped(): boolean {
    return this.#stopped
  }
  /** True when the work has taken long enough to be shown. */
  get busyShown(): boolean {
    return this.#busyShown
  }
  /** 0 to 1. */
  get progress(): number {
    return this.#workbench.jobs.find((job) => job.jobId === this.#jobId)?.done ?? 0
  }
  get part(): CorpusPart {
    return this.#part
  }
  set part(part: CorpusPart) {
    this.#part = part
  }
  get matrix(): CorpusMatrix {
    return this.#matrix
  }
  /** In the order of the matrix's rows and columns. */
  get sources(): readonly SourceView[] {
    return this.#sources
  }
  get sort(): MatrixSort {
    return this.#sort
  }
  set sort(sort: MatrixSort) {
    this.#sort = sort
  }
  get measure(): MatrixMeasure {
    return this.#measure
  }
  set measure(measure: MatrixMeasure) {
    this.#measure = measure
  }
  get allClusters(): CorpusMatching['clusters'] {
    return (this.#matching ?? NOTHING).clusters
  }
  /** What the filter lets through, in the order to show. */
  get clusters(): readonly CorpusMatching['clusters'][number][] {
    return this.#clusters
  }
  get filter(): ClusterFilter {
    return this.#filter
  }
  get clusterSort(): ClusterSort {
    return this.#clusterSort
  }
  set clusterSort(sort: ClusterSort) {
    this.#clusterSort = sort
  }

  setFilter(change: Partial<ClusterFilter>): void {
    this.#filter = { ...this.#filter, ...change }
  }

  clearFilter(): void {
    this.#filter = NO_CLUSTER_FILTER
  }

  /** The next part of the view, or the one before; goes round. */
  turn(by: 1 | -1): void {
    const at = CORPUS_PARTS.indexOf(this.#part) + by
    this.#part = CORPUS_PARTS[(at + CORPUS_PARTS.length) % CORPUS_PARTS.length] ?? 'matrix'
  }

  /** Matches when the corpus is not the one that was matched last. */
  follow(corpus: CorpusView | null): void {
    if (corpus?.folder !== this.#folder) this.#leave(corpus?.folder ?? null)
    if (corpus === null || corpus.sources.length < 2) return
    if (aboutOf(corpus) !== this.#about) void this.match()
  }

  /** Matches again after anything was decided: about a pair, or about what is page furniture. What is kept makes that cheap. */
  followReview(review: ReviewView | null): void {
    if ((this.#status === 'ready' || this.#status === 'busy') && this.#review !== review) void this.match()
  }

  async match(budgetMs: number | null = MATCH_BUDGET_MS): Promise<void> {
    const { corpus, review } = this.#workbench
    if (corpus === null) return
    const jobId = newJobId()
    this.#stopJob()
    this.#jobId = jobId
    this.#about = aboutOf(corpus)
    this.#review = review
    this.#status = 'busy'
    this.#stopped = false
    this.#failure = null
    const shown = setTimeout(() => (this.#busyShown = this.#jobId === jobId), BUSY_SHOWN_AFTER_MS)
    try {
      const matching = await this.#workbench.client.call('corpus.match', { jobId, budgetMs })
      if (this.#jobId === jobId) this.#take(matching)
    } catch (error) {
      if (this.#jobId !== jobId) return
      if (error instanceof WorkbenchError && error.code === 'CANCELLED') await this.#collect()
      else this.#end('failed', failureOf(error))
    } finally {
      clearTimeout(shown)
    }
  }

  /** Stops a running matching and shows what it has found so far. */
  async stop(): Promise<void> {
    if (this.#status !== 'busy') return
    this.#stopJob()
    await this.#collect()
  }

  /** Throws what is kept of matching away and matches anew. */
  async forget(): Promise<void> {
    const forgotten = await this.#workbench.perform('corpus.forgetMatching', {})
    if (forgotten === null) return
    this.#workbench.toasts.show({ message: `Thrown away: ${forgotten.removed.toLocaleString('en')} kept results` })
    await this.match()
  }

  /** What is kept from before and what was matched until the stop; asked for with no time left to match more. */
  async #collect(): Promise<void> {
    const jobId = newJobId()
    this.#jobId = jobId
    try {
      const matching = await this.#workbench.client.call('corpus.match', { jobId, budgetMs: 0 })
      if (this.#jobId !== jobId) return
      this.#stopped = !matching.complete
      this.#take(matching)
    } catch (error) {
      if (this.#jobId !== jobId) return
      this.#stopped = true
      this.#end(
        this.#matching === null ? 'failed' : 'ready',
        this.#matching === null ? { code: 'CANCELLED', message: failureOf(error).message } : null,
      )
    }
  }

  #take(matching: CorpusMatching): void {
    this.#matching = matching
    this.#end('ready', null)
    this.cluster.follow(matching.clusters)
  }

  #leave(folder: string | null): void {
    this.#stopJob()
    this.#folder = folder
    this.#about = ''
    this.#matching = null
    this.#filter = NO_CLUSTER_FILTER
    this.#stopped = false
    this.cluster.close()
    this.#end('idle', null)
  }

  #end(status: MatchingStatus, failure: WorkbenchFailure | null): void {
    this.#status = status
    this.#failure = failure
    this.#jobId = null
    this.#busyShown = false
  }

  #stopJob(): void {
    if (this.#status !== 'busy' || this.#jobId === null) return
    // The answer does not matter: a job that ended meanwhile cannot be stopped, and need not be.
    this.#workbench.client.call('job.cancel', { jobId: this.#jobId }).catch(() => undefined)
  }
}

/** What the outcome of a matching rests on; a title may change without it. */
function aboutOf({ folder, sources, match }: CorpusView): string {
  const texts = sources.map(({ id, textHash, words, metadata }) => [id, textHash, words, metadata.published])
  return JSON.stringify([folder, match, texts])
}

function newJobId(): string {
  started += 1
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `corpus-${random.toString(36)}-${started}`
}
