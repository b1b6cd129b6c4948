import { createClient, type Transport, type WorkbenchClient } from '../../src/contract/client'
import type { WorkbenchEvent } from '../../src/contract/events'
import type { Router } from '../../src/contract/router'
import { startLoopbackServer } from '../../src/main/hosts/http/loopbackServer'

/** A real loopback server with a client that entered by its address, as a browser does. */
export async function startLoopbackClient(
  router: Router,
  subscribe: (listener: (event: WorkbenchEvent) => void) => () => void,
  rendererFolder: string,
): Promise<{ client: WorkbenchClient; close(): Promise<void> }> {
  const server = await startLoopbackServer({
    router,
    subscribe,
    rendererFolder,
    port: null,
    onBug: (error) => {
      throw new Error('a bug in the loopback host', { cause: error })
    },
  })
  const entered = await fetch(server.url, { redirect: 'manual' })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const origin = new URL(server.url).origin
  const stop = new AbortController()
  const transport: Transport = {
    async invoke(endpoint, input) {
      const reply = await fetch(`${origin}/api/${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, origin },
        body: JSON.stringify(input),
      })
      const envelope: unknown = await reply.json()
      return envelope
    },
    subscribe(listener) {
      void listen(`${origin}/api/events`, cookie, listener, stop.signal)
      return () => stop.abort()
    },
  }
  return {
    client: createClient(transport),
    async close() {
      stop.abort()
      await server.close()
    },
  }
}

/** Reads Server-Sent Events until the signal ends it; Node 20 has no EventSource. */
async function listen(
  url: string,
  cookie: string,
  listener: (event: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const reply = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal })
    let waiting = ''
    const decoder = new TextDecoder()
    for await (const chunk of reply.body ?? []) {
      waiting += decoder.decode(chunk, { stream: true })
      const messages = waiting.split('\n\n')
      waiting = messages.pop() ?? ''
      for (const message of messages) {
        const lines = message.split('\n').filter((line) => line.startsWith('data:'))
        if (lines.length > 0) listener(JSON.parse(lines.map((line) => line.slice(5)).join('\n')))
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
