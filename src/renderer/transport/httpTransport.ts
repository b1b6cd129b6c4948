import type { ConnectedTransport } from './connectedTransport'

/** How long to wait after a refusal: soon enough to notice that the host is back, seldom enough not to burden it. */
export const RETRY_MS = 3000

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
      const tell = (connected: boolean): void => connectionListeners.forEach((told) => told(connected))
      let events = open()
      let again: ReturnType<typeof setTimeout> | undefined

      function open(): EventSource {
        const source = new EventSource('api/events')
        source.onmessage = (message: MessageEvent<unknown>) => {
          const parsed = parseJson(message.data)
          if (parsed !== undefined) listener(parsed)
        }
        source.onopen = () => tell(true)
        // The browser tries again by itself, but gives up for good when it is refused.
        source.onerror = () => {
          tell(false)
          if (source.readyState === EventSource.CLOSED) again = setTimeout(() => (events = open()), RETRY_MS)
        }
        return source
      }
      return () => {
        clearTimeout(again)
        events.close()
      }
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
