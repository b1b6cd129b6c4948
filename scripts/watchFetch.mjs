// Loaded into Electron's own installer (`node --import`), which downloads with the global fetch: tells how far it is,
// and gives up on a server that does not answer instead of waiting for minutes.
import { CONNECT_MS, STALL_MS } from './startPlan.mjs'

const plainFetch = globalThis.fetch

globalThis.fetch = async (address, options = {}) => {
  const abort = new AbortController()
  let timer = setTimeout(() => abort.abort(new Error('no answer')), CONNECT_MS)
  const response = await plainFetch(address, { ...options, signal: abort.signal })
  clearTimeout(timer)
  if (!response.ok || response.body === null) return response
  const length = Number(response.headers.get('content-length'))
  const total = Number.isFinite(length) && length > 0 ? length : null
  let received = 0
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        clearTimeout(timer)
        timer = setTimeout(() => abort.abort(new Error('stalled')), STALL_MS)
        received += chunk.length
        process.send?.({ received, total })
        controller.enqueue(chunk)
      },
      flush: () => clearTimeout(timer),
    }),
  )
  return new Response(counted, { status: response.status, headers: response.headers })
}
