/** Work that runs in the host; `done` is 0 to 1. */
export type Job = { readonly jobId: string; readonly label: string; readonly done: number }

/** What runs now, in the order in which it was heard of. */
export class JobList {
  #running = $state.raw<readonly Job[]>([])

  get running(): readonly Job[] {
    return this.#running
  }

  progress({ jobId, label, done }: Job): void {
    const job = { jobId, label, done }
    const known = this.#running.some((other) => other.jobId === jobId)
    this.#running = known
      ? this.#running.map((other) => (other.jobId === jobId ? job : other))
      : [...this.#running, job]
  }

  ended(jobId: string): void {
    this.#running = this.#running.filter((job) => job.jobId !== jobId)
  }

  clear(): void {
    this.#running = []
  }
}
