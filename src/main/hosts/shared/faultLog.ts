import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

export interface FaultLog {
  readonly path: string
  /** Never throws: a fault while telling of a fault would hide the first. */
  readonly write: (error: unknown, where: string) => void
}

/** Where faults of ours are kept with all that helps to find them, which is nothing that a reviewer should have to read. */
export function createFaultLog(path: string): FaultLog {
  return {
    path,
    write(error, where) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      try {
        mkdirSync(dirname(path), { recursive: true })
        appendFileSync(path, `${new Date().toISOString()} ${where}\n${text}\n\n`)
      } catch {
        return
      }
    },
  }
}
