import type { WorkbenchEvent } from '../../../contract/events'

export interface EventHub {
  readonly emit: (event: WorkbenchEvent) => void
  /** Calls `listener` with every event until the returned function is called. */
  readonly subscribe: (listener: (event: WorkbenchEvent) => void) => () => void
}

/** Passes events from the services on to whoever listens at that moment; nothing is kept. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: WorkbenchEvent) => void>()
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event)
    },
    subscribe(listener) {
      // A wrapper of its own, so that one function subscribed twice is two subscriptions.
      const own = (event: WorkbenchEvent): void => listener(event)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}
