import { protocol, type Session } from 'electron'
import { PAGE_HEADERS } from '../shared/contentPolicy'
import type { RendererFiles } from '../shared/rendererFiles'
import { PAGE_HOST, PAGE_SCHEME } from './pageRules'

/** Before the app is ready, or it has no effect. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built page, and nothing else, at the page's own address. */
export function servePage(session: Session, files: RendererFiles): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const url = new URL(request.url)
    if (url.host !== PAGE_HOST) return new Response(null, { status: 404 })
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const { bytes, mediaType } = await files.at(url.pathname)
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes)
    return new Response(body, { headers: { ...PAGE_HEADERS, 'Content-Type': mediaType } })
  })
}
