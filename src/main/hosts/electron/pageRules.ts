/** The page's own address. Not `file:`, which may read the whole disk and has no origin that could be checked. */
export const PAGE_SCHEME = 'crossread'
export const PAGE_HOST = 'app'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`
export const PAGE_URL = `${PAGE_ORIGIN}/`

export type PageRules = {
  /** What the window loads. */
  readonly pageUrl: string
  /** Whether an address is the page, or a part of it. */
  isOwnPage(url: string): boolean
  /** Whether the window may ask for it at all. */
  mayLoad(url: string): boolean
  /** Whether a download is of our own making: a report that the page put together. */
  mayDownload(url: string): boolean
  /** The header for a development server's answers; null when the page comes from the build, which carries its own. */
  readonly developmentPolicy: string | null
}

/** `developmentUrl` is the development server's address, null in every build that people get. */
export function createPageRules(developmentUrl: string | null): PageRules {
  const origins = developmentUrl === null ? [PAGE_ORIGIN] : [new URL(developmentUrl).origin]
  const isOwnPage = (url: string): boolean => origins.includes(originOf(url))
  return {
    pageUrl: developmentUrl ?? PAGE_URL,
    isOwnPage,
    mayLoad(url) {
      const { protocol } = parse(url) ?? { protocol: '' }
      if (isOwnPage(url) || ['data:', 'blob:', 'devtools:', 'about:'].includes(protocol)) return true
      return developmentUrl !== null && url.startsWith(socketOf(developmentUrl))
    },
    mayDownload: (url) => url.startsWith('blob:') && isOwnPage(url.slice('blob:'.length)),
    developmentPolicy: developmentUrl === null ? null : developmentPolicyFor(developmentUrl),
  }
}

/** By hand: WHATWG gives every scheme that is not the web's the origin `null`. */
function originOf(url: string): string {
  const parsed = parse(url)
  return parsed === null ? '' : `${parsed.protocol}//${parsed.host}`
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

function socketOf(url: string): string {
  return `${new URL(url).origin.replace(/^http/, 'ws')}/`
}

/** Looser than the build's only in what hot replacement needs: styles set from scripts, and its socket. */
function developmentPolicyFor(url: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self' ${socketOf(url)}`,
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
