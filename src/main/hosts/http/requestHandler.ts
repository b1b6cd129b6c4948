import type { IncomingMessage, ServerResponse } from 'node:http'
import { isEndpointName } from '../../../contract/endpoints'
import type { Envelope } from '../../../contract/envelope'
import type { Router } from '../../../contract/router'
import { PAGE_HEADERS } from '../shared/contentPolicy'
import type { RendererFiles } from '../shared/rendererFiles'
import type { EventStream } from './eventStream'
import { readJson } from './readJson'
import { isFromHere } from './requestGuard'
import type { Session } from './session'
import { statusOf } from './statusOf'

/** What a stranger reads: enough for a reviewer who opened the bare address, nothing for a program. */
export const CLOSED_DOOR =
  'Crossread: open the address that was printed when it started. It works once; start Crossread again for a new one.\n'

export type HandlerParts = {
  readonly port: number
  readonly session: Session
  readonly router: Router
  readonly events: EventStream
  readonly files: RendererFiles
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly parts: HandlerParts }

/** Answers every request. Nothing is looked at before the caller is known to be the page or the address bar. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HandlerParts,
): Promise<void> {
  const exchange = { request, response, parts }
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
  if (!isFromHere(request, parts.port)) return answer(exchange, 403)
  const { path, query } = splitTarget(request.url ?? '/')
  const inside = parts.session.holds(request.headers.cookie)
  if (path === '/api' || path.startsWith('/api/'))
    return inside ? handleApi(exchange, path.slice('/api/'.length)) : answer(exchange, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(exchange, 'GET, HEAD')
  const token = path === '/' ? query.get('token') : null
  if (token !== null) return enter(exchange, token, inside)
  if (!inside) return answer(exchange, 403, CLOSED_DOOR)
  const file = await parts.files.at(path)
  answer(exchange, 200, file.bytes, file.mediaType)
}

async function handleApi(exchange: Exchange, name: string): Promise<void> {
  const { request, response, parts } = exchange
  if (name === 'events') {
    if (request.method !== 'GET') return refuseMethod(exchange, 'GET')
    return parts.events.connect(request, response)
  }
  if (!isEndpointName(name)) return answerEnvelope(exchange, await parts.router.call(name, {}))
  if (request.method !== 'POST') return refuseMethod(exchange, 'POST')
  const body = await readJson(request)
  if (body.ok) return answerEnvelope(exchange, await parts.router.call(name, body.value))
  const { status, code, message } = body.error
  answerEnvelope(exchange, { ok: false, error: { code, message: `${name}: ${message}` } }, status)
}

/** Turns the token into the cookie. A look ahead by the browser or a HEAD does not use it up. */
function enter(exchange: Exchange, token: string, inside: boolean): void {
  const { request, response, parts } = exchange
  const real = request.method === 'GET' && !(request.headers['sec-purpose'] ?? '').includes('prefetch')
  const cookie = real ? parts.session.enter(token) : null
  if (cookie === null && !inside) return answer(exchange, 403, CLOSED_DOOR)
  if (cookie !== null) response.setHeader('Set-Cookie', cookie)
  response.setHeader('Location', '/')
  answer(exchange, 303)
}

function refuseMethod(exchange: Exchange, allowed: string): void {
  exchange.response.setHeader('Allow', allowed)
  answer(exchange, 405)
}

function answerEnvelope(exchange: Exchange, envelope: Envelope<unknown>, status?: number): void {
  const code = status ?? (envelope.ok ? 200 : statusOf(envelope.error.code))
  answer(exchange, code, JSON.stringify(envelope), 'application/json; charset=utf-8')
}

function answer(
  { request, response }: Exchange,
  status: number,
  body: string | Buffer = '',
  mediaType = 'text/plain; charset=utf-8',
): void {
  if (response.destroyed) return
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  if (bytes.length > 0) response.setHeader('Content-Type', mediaType)
  response.setHeader('Content-Length', bytes.length)
  response.statusCode = status
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** By hand, since a URL parser takes the start of `//elsewhere/` and of `http://elsewhere/` for a host. */
function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const at = target.indexOf('?')
  return at === -1
    ? { path: target, query: new URLSearchParams() }
    : { path: target.slice(0, at), query: new URLSearchParams(target.slice(at + 1)) }
}
