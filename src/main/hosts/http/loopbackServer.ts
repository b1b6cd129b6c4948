import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WorkbenchError } from '../../../contract/errors'
import type { WorkbenchEvent } from '../../../contract/events'
import type { Router } from '../../../contract/router'
import { openRendererFiles } from '../shared/rendererFiles'
import { createEventStream } from './eventStream'
import {
  CLOSE_GRACE_MS,
  CLOSE_SWEEP_MS,
  CONNECTION_CHECK_MS,
  HEADERS_TIMEOUT_MS,
  KEEP_ALIVE_MS,
  MAX_CONNECTIONS,
  MAX_HEADER_BYTES,
  MAX_HEADERS,
  REQUEST_TIMEOUT_MS,
} from './limits'
import { handleRequest } from './requestHandler'
import { createSession } from './session'

/** The one address that is listened on: no other machine can reach it. */
const LOOPBACK = '127.0.0.1'

export type LoopbackOptions = {
  readonly router: Router
  readonly subscribe: (listener: (event: WorkbenchEvent) => void) => () => void
  /** The built page. */
  readonly rendererFolder: string
  /** Null for any free port. */
  readonly port: number | null
  /** Hears of faults of ours while answering; the client only reads 500. */
  readonly onBug?: (error: unknown, where: string) => void
}

export interface LoopbackServer {
  /** The address to open, with the token that works once. */
  readonly url: string
  readonly port: number
  /** Stops listening, ends the event streams and lets requests under way finish. */
  close(): Promise<void>
}

/** @throws {WorkbenchError} when the page is not built or the port cannot be had */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const files = await openRendererFiles(options.rendererFolder)
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: CONNECTION_CHECK_MS,
  })
  server.maxHeadersCount = MAX_HEADERS
  server.maxConnections = MAX_CONNECTIONS
  const port = await listen(server, options.port)
  const session = createSession(port)
  const events = createEventStream(options.subscribe)
  const parts = { port, session, router: options.router, events, files }

  server.on('request', (request, response) => {
    handleRequest(request, response, parts).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return
      options.onBug?.(error, `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.on('clientError', refuseGibberish)
  server.on('error', (error) => options.onBug?.(error, 'the loopback server'))
  return { url: `http://${LOOPBACK}:${port}/?token=${session.token}`, port, close: () => close(server, events) }
}

function listen(server: Server, port: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, port)))
    server.listen({ host: LOOPBACK, port: port ?? 0, exclusive: true }, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address.port)
    })
  })
}

function explainListening(error: NodeJS.ErrnoException, port: number | null): WorkbenchError {
  const wanted = `Port ${port ?? 0}`
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `${wanted} is used by another program. Leave --port out to get a free one, or choose another.`,
    EACCES: `${wanted} may not be used by this account. Choose one above 1023, or leave --port out.`,
  }
  const message =
    reasons[error.code ?? ''] ??
    `Crossread could not listen on ${LOOPBACK}: ${error.code ?? error.message}. Another program may forbid it.`
  return new WorkbenchError({ code: port === null ? 'INTERNAL' : 'BAD_INPUT', message }, { cause: error })
}

/** A request that could not be read gets its status and nothing else. */
function refuseGibberish(error: NodeJS.ErrnoException, socket: Duplex): void {
  const statuses: Readonly<Record<string, string>> = {
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  }
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
  else
    socket.end(
      `HTTP/1.1 ${statuses[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    )
}

function close(server: Server, events: { close(): void }): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
    // A line that is kept open falls idle only after its answer; Node closes those that are idle at this moment.
    const sweep = setInterval(() => server.closeIdleConnections(), CLOSE_SWEEP_MS)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
    events.close()
  })
}
