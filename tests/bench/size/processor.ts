import { readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

/** Milliseconds of processor time of the main process and of the page's; null where the system does not tell. */
export type Spent = { readonly main: number | null; readonly page: number | null }

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10

/** How much processor time the program takes: unlike the time on the clock, other work on the machine does not lengthen it. */
export class Processor {
  readonly #main: number
  readonly #page: number

  private constructor(main: number, page: number) {
    this.#main = main
    this.#page = page
  }

  static async of(app: ElectronApplication | null): Promise<Processor> {
    const page = await app?.evaluate((electron) => {
      const found = electron.app.getAppMetrics().find(({ type }) => type === 'Tab')
      return found?.pid ?? 0
    })
    return new Processor(app?.process().pid ?? 0, page ?? 0)
  }

  /** Since then; since the program was started where that is null. */
  since(before: Spent | null): Spent {
    const left = (now: number | null, then: number | null): number | null => (now === null ? null : now - (then ?? 0))
    return { main: left(timeOf(this.#main), before?.main ?? 0), page: left(timeOf(this.#page), before?.page ?? 0) }
  }

  /** What the work gives, and the processor time of one of `times` steps of it. */
  async during<T>(times: number, work: () => Promise<T>): Promise<readonly [T, Spent]> {
    const before = this.since(null)
    const done = await work()
    const { main, page } = this.since(before)
    const each = (all: number | null): number | null => (all === null ? null : Number((all / times).toFixed(1)))
    return [done, { main: each(main), page: each(page) }]
  }
}

function timeOf(pid: number): number | null {
  try {
    // After the name, which is in parentheses and may hold spaces: the state is the first field, user and system time follow.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
  } catch {
    return null
  }
}
