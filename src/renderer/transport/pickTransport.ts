import type { Transport } from '../../contract/client'
import type { ConnectedTransport } from './connectedTransport'
import { createHttpTransport } from './httpTransport'

declare global {
  interface Window {
    /** Put there by the preload script in Electron, absent in a browser. */
    readonly crossreadTransport?: Transport
  }
}

/** The one place that knows which host this page has. */
export function pickTransport(): ConnectedTransport {
  const bridge = window.crossreadTransport
  if (bridge === undefined) return createHttpTransport()
  return {
    invoke: (endpoint, input) => bridge.invoke(endpoint, input),
    subscribe: (listener) => bridge.subscribe(listener),
    // In Electron the page dies with its host, so the connection never changes.
    watchConnection: () => () => undefined,
  }
}
