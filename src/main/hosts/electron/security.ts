import { app, type Session, type WebContents } from 'electron'
import type { PageRules } from './pageRules'

/** The one thing that the page may ask the system for: putting words on the clipboard. */
const CLIPBOARD_WRITE = 'clipboard-sanitized-write'

/** Shuts what the page never needs, for this session and for every web contents that comes to be. */
export function harden(session: Session, rules: PageRules): void {
  session.setPermissionRequestHandler((_, permission, decide, details) =>
    decide(permission === CLIPBOARD_WRITE && rules.isOwnPage(details.requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_, permission, origin) => permission === CLIPBOARD_WRITE && rules.isOwnPage(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !rules.mayLoad(details.url) }))
  session.on('will-download', (event, item) => {
    if (!rules.mayDownload(item.getURL())) event.preventDefault()
  })
  const policy = rules.developmentPolicy
  if (policy !== null)
    session.webRequest.onHeadersReceived((details, decide) =>
      decide({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [policy] } }),
    )
  app.on('web-contents-created', (_, contents) => hardenContents(contents, rules))
}

function hardenContents(contents: WebContents, rules: PageRules): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Reloading the page is allowed; leaving it is not, whatever was dropped on it or clicked in it.
  contents.on('will-navigate', (event) => {
    if (!rules.isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!rules.isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!rules.isOwnPage(event.url) && event.url !== 'about:srcdoc') event.preventDefault()
  })
}
