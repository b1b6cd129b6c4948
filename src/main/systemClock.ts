import { randomUUID } from 'node:crypto'
import type { Clock } from './services/ports'

/** As far, in milliseconds, as times may run ahead of the system's clock; past it that clock was set back, and is believed. */
const MOST_AHEAD_MS = 1_000

/**
 * Tells times by `systemMs` (milliseconds since 1970), each later than the one before: lists are in the order of time, and
 * what was done twice within a millisecond would stand in any.
 */
export function createTicking(systemMs: () => number): () => string {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = systemMs()
    last = now > last || last - now > MOST_AHEAD_MS ? now : last + 1
    return new Date(last).toISOString()
  }
}

export const systemClock: Clock = { now: createTicking(() => Date.now()), newId: () => randomUUID() }
