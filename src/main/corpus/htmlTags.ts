// A plain scan over a page's tags: to judge a page before a DOM is built of it, and to read one that no DOM should be
// built of. It looks at every character once, whatever the page holds.

/** Elements of the largest page that reader mode is tried on; it takes seconds beyond, and no article has as many. */
export const MOST_ELEMENTS = 60_000
/** Elements inside each other of the deepest such page. Reader mode reads the same text once for each level. */
export const DEEPEST_NESTING = 400
/** White space in the longest tag of such a page: adding attributes to an element costs the square of their number. */
export const MOST_TAG_PARTS = 2000

export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly tag: string }

/** Elements whose content is no text of the page. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(
  ['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'math', 'canvas', 'audio', 'video'].concat([
    'select',
    'textarea',
    'title',
    'head',
  ]),
)
/** Of these the browser reads the content as characters, so a tag in it is none. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe'])
/** Elements that have no end tag, or whose end tag people leave out: they say nothing about nesting. */
const FLAT_ELEMENTS = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th option optgroup thead tbody tfoot html head body'
  ).split(' '),
)

/** The pieces of a page in order, without comments and the content of scripts and the like. */
export function* scanHtml(html: string): Generator<HtmlPiece> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    if (open > at) yield { kind: 'text', text: html.slice(at, open) }
    const next = html[open + 1] ?? ''
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
    } else if (next === '!' || next === '?') {
      at = after(html, '>', open)
    } else if (/[a-zA-Z/]/.test(next)) {
      const end = after(html, '>', open)
      const tag = html.slice(open, end)
      const name = /^<\/?([a-zA-Z][^\s/>]*)/.exec(tag)?.[1]?.toLowerCase() ?? ''
      if (name !== '') yield { kind: next === '/' ? 'close' : 'open', name, tag }
      at = next !== '/' && RAW_ELEMENTS.has(name) ? rawEnd(html, name, end) : end
    } else {
      yield { kind: 'text', text: '<' }
      at = open + 1
    }
  }
  if (at < html.length) yield { kind: 'text', text: html.slice(at) }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** Why no DOM should be built of the page, in words for people; null for an ordinary page. */
export function tooIntricate(html: string): string | null {
  let elements = 0
  let depth = 0
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'text') continue
    if (piece.kind === 'open') elements += 1
    if (elements > MOST_ELEMENTS) return `it has more than ${MOST_ELEMENTS.toLocaleString('en-US')} elements`
    if (piece.tag.length > MOST_TAG_PARTS && (piece.tag.match(/\s+/g)?.length ?? 0) > MOST_TAG_PARTS) {
      return `one of its tags has more than ${MOST_TAG_PARTS.toLocaleString('en-US')} parts`
    }
    if (FLAT_ELEMENTS.has(piece.name) || piece.tag.endsWith('/>')) continue
    depth = piece.kind === 'open' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > DEEPEST_NESTING) return `its elements are nested more than ${DEEPEST_NESTING} deep`
  }
  return null
}

/** True when the file has any tag at all. */
export function hasMarkup(text: string): boolean {
  return /<(?:!doctype|!--|\/?[a-z][a-z0-9]*[\s/>])/i.test(text)
}

/** End tags that a text file has when it is really a page; prose about HTML has one or two. */
export const LEAST_PAGE_TAGS = 6

/** True when a text is a page of HTML under another name. */
export function looksLikePage(text: string): boolean {
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html[\s>])/i.test(text.slice(0, 2000))) return true
  return (text.match(/<\/(?:p|div|span|a|li|ul|td|tr|table|h[1-6]|body|html)>/gi)?.length ?? 0) >= LEAST_PAGE_TAGS
}
