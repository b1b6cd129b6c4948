import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from a page of this server, or from the address bar. Host keeps out names that were made to
 * point at 127.0.0.1 (DNS rebinding); Origin and Sec-Fetch-Site keep out other pages in the same browser, other ports
 * of this machine among them, which a SameSite cookie alone would let through.
 */
export function isFromHere(request: IncomingMessage, port: number): boolean {
  const host = onlyHost(request)
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) return false
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** The Host header, null when there are several: which of them counts would be anybody's guess. */
function onlyHost(request: IncomingMessage): string | null {
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0)
  if (names.filter((name) => name.toLowerCase() === 'host').length !== 1) return null
  return request.headers.host?.toLowerCase() ?? null
}
