import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WorkbenchEvent } from '../../../contract/events'
import { EVENT_RETRY_MS, HEARTBEAT_MS, MAX_EVENT_BACKLOG_BYTES } from './limits'

/** What a page is told when it was away: ask for everything again. */
const MISSED: readonly WorkbenchEvent[] = [
  { kind: 'corpus-changed' },
  { kind: 'review-changed', revision: null },
  { kind: 'preferences-changed' },
]

export interface EventStream {
  /** Answers a request with events until either side closes. */
  connect(request: IncomingMessage, response: ServerResponse): void
  close(): void
}

/** Server-Sent Events for any number of pages, on one subscription. */
export function createEventStream(subscribe: (listener: (event: WorkbenchEvent) => void) => () => void): EventStream {
  const clients = new Set<ServerResponse>()
  let lastId = 0

  function send(client: ServerResponse, text: string): void {
    if (client.writableLength > MAX_EVENT_BACKLOG_BYTES) client.destroy()
    else client.write(text)
  }

  const unsubscribe = subscribe((event) => {
    lastId += 1
    for (const client of [...clients]) send(client, block(lastId, event))
  })
  const heartbeat = setInterval(() => {
    for (const client of [...clients]) send(client, ': still here\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    connect(request, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      // An id without data is remembered by the browser and sent back when it asks again.
      response.write(`retry: ${EVENT_RETRY_MS}\nid: ${lastId}\n\n`)
      const seen = request.headers['last-event-id']
      if (seen !== undefined && seen !== String(lastId))
        for (const event of MISSED) response.write(block(lastId, event))
      clients.add(response)
      response.on('close', () => clients.delete(response))
      response.on('error', () => clients.delete(response))
    },
    close() {
      unsubscribe()
      clearInterval(heartbeat)
      for (const client of [...clients]) client.end()
      clients.clear()
    },
  }
}

function block(id: number, event: WorkbenchEvent): string {
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`
}
