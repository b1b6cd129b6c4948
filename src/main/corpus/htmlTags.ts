// A plain scan over a page's tags: to judge a page before a DOM is built of it, and to read one that no DOM should be
// built of. It looks at every character once, whatever the page holds.

/** Tags of the largest page that reader mode is tried on; beyond, it takes seconds, and few articles have a tenth. */
export const MOST_TAGS = 20_000
/** Elements inside each other of the deepest such page; articles stay under forty. */
export const DEEPEST_NESTING = 200
/** Characters times the depth they stand at of the heaviest such page: reader mode reads a text once for each level. */
export const MOST_NESTED_CHARACTERS = 12_000_000
/** `<` and `&` together in the heaviest such page, in scripts too: the parser makes a node of its own of many of them. */
export const MOST_MARKS = 400_000
/** Parts of the longest tag of such a page: adding attributes to an element costs the square of their number. */
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

/** The pieces of a page in order, without comments and the content of scripts. A text may come in several pieces. */
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
      at = textEnd(html, open + 1)
      yield { kind: 'text', text: html.slice(open, at) }
    }
  }
  if (at < html.length) yield { kind: 'text', text: html.slice(at) }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Where a text ends that goes on after a `<` which begins no tag. */
function textEnd(html: string, from: number): number {
  TAG_START.lastIndex = from
  return TAG_START.exec(html)?.index ?? html.length
}

const TAG_START = /<[a-zA-Z/!?]/g

function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** Attributes at the most, whether white space, a slash or nothing but a quotation mark stands between them. */
function countParts(tag: string): number {
  const withoutValues = tag.replace(/"[^"]*"|'[^']*'/g, ' ')
  return withoutValues.match(/[\s/]+/g)?.length ?? 0
}

function countMarks(html: string): number {
  let count = 0
  for (const _ of html.matchAll(/[<&]/g)) {
    count += 1
    if (count > MOST_MARKS) break
  }
  return count
}

/** Why no DOM should be built of the page, in words for people; null for an ordinary page. */
export function tooIntricate(html: string): string | null {
  if (countMarks(html) > MOST_MARKS) return 'it has very many < and & in it'
  let tags = 0
  let depth = 0
  let nestedCharacters = 0
  for (const piece of scanHtml(html)) {
    if (piece.kind !== 'text') tags += 1
    if (tags > MOST_TAGS) return `it has more than ${MOST_TAGS.toLocaleString('en-US')} tags`
    if (piece.kind === 'text') {
      nestedCharacters += piece.text.length * (depth + 1)
      if (nestedCharacters > MOST_NESTED_CHARACTERS) return 'it has very much text in very many layers'
      continue
    }
    if (piece.tag.length > MOST_TAG_PARTS && countParts(piece.tag) > MOST_TAG_PARTS) {
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
