/** One timer an id: starting it again begins anew. */
export class Timers {
  readonly #running = new Map<number, ReturnType<typeof setTimeout>>()

  start(id: number, afterMs: number, run: () => void): void {
    this.stop(id)
    this.#running.set(id, setTimeout(run, afterMs))
  }

  stop(id: number): void {
    clearTimeout(this.#running.get(id))
    this.#running.delete(id)
  }
}
