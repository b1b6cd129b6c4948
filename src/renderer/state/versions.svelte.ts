import type { WorkbenchFailure } from '../../contract/errors'
import type { SourceVersion, VersionComparison } from '../../contract/versionSchemas'
import type { Desk } from './desk.svelte'
import { changedRows, listRows, rowAt, stepChange, type ListedRow, type TwoTexts } from './differenceRows'
import { Settling } from './settling.svelte'
import { VersionTexts } from './versionTexts'
import type { Workbench, WorkbenchView } from './workbench.svelte'

/** Side by side, or all in one column with what was left out and put in where it was. */
export type DifferenceMode = 'beside' | 'inline'

const NO_ROWS: readonly ListedRow[] = []
const NOT_OPENED: readonly number[] = []
let started = 0

/** The versions of one source, and how two of them differ. */
export class Versions {
  readonly settling: Settling
  readonly #workbench: Workbench
  readonly #texts: VersionTexts
  #sourceId = $state<string | null>(null)
  #list = $state.raw<readonly SourceVersion[]>([])
  #from = $state<string | null>(null)
  #to = $state<string | null>(null)
  #difference = $state.raw<VersionComparison | null>(null)
  #two = $state.raw<TwoTexts | null>(null)
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #jobId = $state<string | null>(null)
  #mode = $state<DifferenceMode>('beside')
  #opened = $state.raw(NOT_OPENED)
  #at = $state<number | null>(null)
  #before: WorkbenchView = 'compare'
  #known = ''
  readonly #changes = $derived(changedRows(this.#difference?.rows ?? []))
  readonly #rows = $derived(this.#difference === null ? NO_ROWS : listRows(this.#difference.rows, this.#opened))

  constructor(workbench: Workbench, desk: Desk) {
    this.#workbench = workbench
    this.#texts = new VersionTexts((sourceId, textHash) => workbench.ask('source.versionText', { sourceId, textHash }))
    this.settling = new Settling(workbench, desk)
  }

  get sourceId(): string | null {
    return this.#sourceId
  }
  /** Oldest first. */
  get list(): readonly SourceVersion[] {
    return this.#list
  }
  /** The text hashes of the two versions that are compared; null before the list is there. */
  get from(): string | null {
    return this.#from
  }
  get to(): string | null {
    return this.#to
  }
  get difference(): VersionComparison | null {
    return this.#difference
  }
  /** Both texts, as long as there is a difference. */
  get two(): TwoTexts | null {
    return this.#two
  }
  get failure(): WorkbenchFailure | null {
    return this.#failure
  }
  get busy(): boolean {
    return this.#jobId !== null
  }
  /** 0 to 1. */
  get progress(): number {
    return this.#workbench.jobs.find((job) => job.jobId === this.#jobId)?.done ?? 0
  }
  get mode(): DifferenceMode {
    return this.#mode
  }
  set mode(mode: DifferenceMode) {
    this.#mode = mode
  }
  get rows(): readonly ListedRow[] {
    return this.#rows
  }
  /** The indices of the rows that differ. */
  get changes(): readonly number[] {
    return this.#changes
  }
  /** The row that was stepped to; null before that. */
  get at(): number | null {
    return this.#at
  }
  /** True when the newer of the two is the version that is read now: then what it did to citations can be settled. */
  get toPresent(): boolean {
    return this.#list.find((version) => version.textHash === this.#to)?.current === true
  }

  /** Shows the versions of a source: two that are named, else the one that is cited, or the one before, and the present. */
  open(sourceId: string, pair: { readonly from: string; readonly to: string } | null = null): void {
    const { view } = this.#workbench
    if (view !== 'versions') this.#before = view
    this.#workbench.show('versions')
    this.#sourceId = sourceId
    this.#from = pair?.from ?? null
    this.#to = pair?.to ?? null
    this.#difference = null
    this.#known = this.#state()
    void this.#load()
  }

  /** Back to where the versions were opened. */
  close(): void {
    this.#workbench.show(this.#before === 'versions' ? 'compare' : this.#before)
  }

  /** Compares two others. */
  choose(from: string, to: string): void {
    this.#from = from
    this.#to = to
    void this.#compare()
  }

  /** To be told when the corpus or the review may have changed: another reading of the file is another version. */
  follow(): void {
    const state = this.#state()
    if (this.#sourceId === null || state === this.#known) return
    this.#known = state
    // A new reading is what is to be seen, unless two others were chosen.
    if (this.toPresent) this.#to = null
    void this.#load()
  }

  /** Shows a run of unchanged paragraphs. */
  unfold(at: number): void {
    this.#opened = [...this.#opened, at]
  }

  step(by: 1 | -1): void {
    this.#at = stepChange(this.#changes, this.#at, by)
  }

  /** Goes to a row, opening what is folded around it. */
  goTo(at: number): void {
    const fold = this.#rows.find((row) => row.kind === 'fold' && row.at <= at && at < row.at + row.rows)
    if (fold !== undefined) this.unfold(fold.at)
    this.#at = at
  }

  /** The row that holds a place in one of the two; -1 when none does. */
  rowAt(side: 'from' | 'to', offset: number): number {
    return rowAt(this.#difference?.rows ?? [], side, offset)
  }

  cancel(): void {
    if (this.#jobId !== null) this.#workbench.cancelJob(this.#jobId)
  }

  retry(): void {
    void this.#load()
  }

  /** The versions of any source, for what only says how many there are; null when they cannot be had. */
  async of(sourceId: string): Promise<readonly SourceVersion[] | null> {
    const answer = await this.#workbench.ask('source.versions', { sourceId })
    return answer.ok ? answer.value.versions : null
  }

  #state(): string {
    const source = this.#sourceId === null ? null : this.#workbench.source(this.#sourceId)
    return source === null ? '' : `${source.id} ${source.sha256} ${source.readAt}`
  }

  async #load(): Promise<void> {
    const sourceId = this.#sourceId
    if (sourceId === null) return
    this.#failure = null
    const answer = await this.#workbench.ask('source.versions', { sourceId })
    if (this.#sourceId !== sourceId) return
    if (!answer.ok) {
      this.#failure = answer.error
      return
    }
    this.#list = answer.value.versions
    this.#to ??= this.#list.find((version) => version.current)?.textHash ?? this.#list.at(-1)?.textHash ?? null
    const others = this.#list.filter((version) => version.textHash !== this.#to && version.readable)
    if (this.#from === null || this.#from === this.#to)
      this.#from = (others.findLast((version) => version.citedBy > 0) ?? others.at(-1))?.textHash ?? null
    await this.#compare()
  }

  async #compare(): Promise<void> {
    const [sourceId, from, to] = [this.#sourceId, this.#from, this.#to]
    this.#opened = NOT_OPENED
    this.#at = null
    this.#failure = null
    this.#difference = null
    this.cancel()
    this.#jobId = null
    if (sourceId === null || from === null || to === null || from === to) return
    const jobId = `versions-${Date.now().toString(36)}-${started++}`
    this.#jobId = jobId
    const [answer, fromText, toText] = await Promise.all([
      this.#workbench.ask('source.compareVersions', { sourceId, from, to, jobId }),
      this.#texts.get(sourceId, from),
      this.#texts.get(sourceId, to),
    ])
    if (this.#jobId !== jobId) return
    this.#jobId = null
    if (answer.ok && fromText.ok && toText.ok) {
      this.#two = { from: fromText.value, to: toText.value }
      this.#difference = answer.value
      return
    }
    const failed = [answer, fromText, toText].find((one) => !one.ok)
    this.#failure = failed?.ok === false ? failed.error : null
  }
}
