import type { Transport } from '../../contract/client'

/** A transport that also says when its host goes away and comes back. */
export interface ConnectedTransport extends Transport {
  /** Calls `listener` on every change, until the returned function is called. */
  watchConnection(listener: (connected: boolean) => void): () => void
}
