import type { ConnectedTransport } from './connectedTransport'

/** The loopback host: one POST a call, server-sent events for what it tells unasked. */
export function createHttpTransport(): ConnectedTransport {
  const connectionListeners = new Set<(connected: boolean) => void>()
  return {
    async invoke(endpoint, input) {
      const response = await fetch(`api/${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify(input),
      })
      const answer: unknown = await response.json()
      return answer
    },
    subscribe(listener) {
      const events = new EventSource('api/events')
      events.onmessage = (message: MessageEvent<unknown>) => {
        const parsed = parseJson(message.data)
        if (parsed !== undefined) listener(parsed)
      }
      // The browser connects again by itself; until then the reviewer must know that nothing is being saved.
      events.onerror = () => connectionListeners.forEach((tell) => tell(false))
      events.onopen = () => connectionListeners.forEach((tell) => tell(true))
      return () => events.close()
    },
    watchConnection(listener) {
      connectionListeners.add(listener)
      return () => connectionListeners.delete(listener)
    },
  }
}

function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
