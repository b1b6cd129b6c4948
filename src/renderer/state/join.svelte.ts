import type { Comparison, ComparedPassage } from '../../contract/schemas'
import { WorkbenchError } from '../../contract/errors'
import type { Workbench } from './workbench.svelte'

/** A matching shorter than this shows no progress: a bar that flashes past says nothing (milliseconds). */
export const BUSY_SHOWN_AFTER_MS = 300

export type JoinStatus = 'idle' | 'busy' | 'ready' | 'failed'

const NO_PASSAGES: readonly ComparedPassage[] = []
let started = 0

/** Two neighbouring panes and what their texts share. It holds one comparison, the latest that was asked for. */
export class Join {
  readonly a: string
  readonly b: string
  readonly #workbench: Workbench
  #status = $state<JoinStatus>('idle')
  #comparison = $state.raw<Comparison | null>(null)
  #failure = $state.raw<WorkbenchError | null>(null)
  #jobId = $state<string | null>(null)
  #busyShown = $state(false)
  #quietId = ''
  #latest: Promise<void> = Promise.resolve()

  constructor(workbench: Workbench, a: string, b: string) {
    this.#workbench = workbench
    this.a = a
    this.b = b
  }

  get status(): JoinStatus {
    return this.#status
  }

  /** The latest comparison; while a new one runs, still the one before. */
  get comparison(): Comparison | null {
    return this.#comparison
  }

  get passages(): readonly ComparedPassage[] {
    return this.#comparison?.passages ?? NO_PASSAGES
  }

  /** Set when status is failed. */
  get failure(): WorkbenchError | null {
    return this.#failure
  }

  /** True when the work has taken long enough to be shown. */
  get busyShown(): boolean {
    return this.#busyShown
  }

  /** 0 to 1. */
  get progress(): number {
    return this.#workbench.jobs.find((job) => job.jobId === this.#jobId)?.done ?? 0
  }

  /** One source on both sides: there is nothing to compare. */
  get sameSource(): boolean {
    return this.a === this.b
  }

  async compare(): Promise<void> {
    if (this.sameSource) return
    const jobId = newJobId()
    this.#stop()
    this.#jobId = jobId
    this.#status = 'busy'
    this.#failure = null
    const shown = setTimeout(() => (this.#busyShown = true), BUSY_SHOWN_AFTER_MS)
    try {
      const comparison = await this.#workbench.client.call('match.pair', { a: this.a, b: this.b, jobId })
      if (this.#jobId !== jobId) return
      this.#accept(comparison)
      this.#end('ready', null)
    } catch (error) {
      if (this.#jobId === jobId) this.#end('failed', toFailure(error))
    } finally {
      clearTimeout(shown)
    }
  }

  /** Compares again behind what is shown, which changes only when something else comes of it. */
  async refresh(): Promise<void> {
    // What runs now may have begun before that which is to be seen.
    const run = this.#status === 'ready' ? this.#refreshQuietly() : this.compare()
    this.#latest = run
    await run
    // Asked for once more meanwhile: only the latest answer is taken over.
    if (this.#latest !== run) await this.#latest
  }

  async #refreshQuietly(): Promise<void> {
    const jobId = newJobId()
    this.#quietId = jobId
    try {
      const comparison = await this.#workbench.client.call('match.pair', { a: this.a, b: this.b, jobId })
      if (this.#quietId === jobId && this.#status === 'ready') this.#accept(comparison)
    } catch (error) {
      if (this.#quietId === jobId && this.#status === 'ready') this.#end('failed', toFailure(error))
    }
  }

  cancel(): void {
    if (this.#status !== 'busy') return
    this.#stop()
    this.#end('failed', new WorkbenchError({ code: 'CANCELLED', message: 'Stopped before the end.' }))
  }

  /** Lets go of a running comparison whose answer nobody waits for any more. */
  dispose(): void {
    this.#stop()
    this.#jobId = null
    this.#quietId = ''
  }

  /** The same answer again is no change: nothing is drawn anew for it. */
  #accept(comparison: Comparison): void {
    const before = this.#comparison
    if (
      before !== null &&
      JSON.stringify({ ...before, elapsedMs: 0 }) === JSON.stringify({ ...comparison, elapsedMs: 0 })
    )
      return
    this.#comparison = comparison
  }

  #end(status: JoinStatus, failure: WorkbenchError | null): void {
    this.#status = status
    this.#failure = failure
    this.#jobId = null
    this.#busyShown = false
  }

  #stop(): void {
    if (this.#status !== 'busy' || this.#jobId === null) return
    // The answer does not matter: a job that ended meanwhile cannot be stopped, and need not be.
    this.#workbench.client.call('job.cancel', { jobId: this.#jobId }).catch(() => undefined)
  }
}

function newJobId(): string {
  started += 1
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return `match-${random.toString(36)}-${started}`
}

export function toFailure(error: unknown): WorkbenchError {
  if (error instanceof WorkbenchError) return error
  return new WorkbenchError({ code: 'INTERNAL', message: 'Something went wrong in this window.' }, { cause: error })
}
