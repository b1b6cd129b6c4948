import type { MatchControl } from './passageMatch'

/** Steps between two questions to the caller: trades quick stopping for little time spent asking. */
export const STEPS_BETWEEN_QUESTIONS = 8_192

/** Follows one matching: asks the caller now and then whether to stop, says how far it is, and notes what was cut. */
export class Pace {
  private readonly control: MatchControl | null
  private steps = 0
  private from = 0
  private to = 0
  private reported = -1
  stopped = false
  /** True when a cap cut something, so that matches may be missing. */
  cut = false

  constructor(control: MatchControl | null) {
    this.control = control
  }

  /** Begins the next part of the work, which ends at `to` (0 to 1). */
  beginPart(to: number): void {
    this.from = this.to
    this.to = to
    this.report(this.from)
    this.ask()
  }

  /** Counts steps of the part, one or `count`; `done` is the share of it behind us. False when the work must end. */
  step(done: number, count = 1): boolean {
    this.steps += count
    if (this.steps >= STEPS_BETWEEN_QUESTIONS) {
      this.steps = 0
      this.report(this.from + (this.to - this.from) * Math.min(1, done))
      this.ask()
    }
    return !this.stopped
  }

  finish(): void {
    this.report(1)
  }

  private ask(): void {
    if (!this.stopped && this.control?.shouldStop() === true) this.stopped = true
  }

  private report(done: number): void {
    if (done <= this.reported) return
    this.reported = done
    this.control?.onProgress(done)
  }
}
