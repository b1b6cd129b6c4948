import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { EMPTY_METADATA } from '../../core/text/metadata'
import type { SourceMetadata } from '../../core/text/metadata'
import type { SourceProblem } from '../services/ports'
import { isWebAddress } from './frontMatter'
import { SILENT_ELEMENTS, tooIntricate } from './htmlTags'
import { createPlainTextBuilder, textOfTags } from './plainText'
import { problem } from './problems'

export type ExtractedPage = {
  /** Plain text: paragraphs with a blank line between. For an `.html` file, this is what offsets count. */
  readonly text: string
  readonly metadata: SourceMetadata
  readonly problems: readonly SourceProblem[]
}

// What is used of linkedom's DOM, whose own types want the library of a browser.
type DomNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
}
type DomElement = DomNode & { readonly textContent: string; getAttribute(name: string): string | null }
type DomDocument = DomNode & {
  readonly body: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

const TEXT_NODE = 3
const ELEMENT_NODE = 1

/**
 * Reader mode for a page: the article's text and what the page says about it. No script of the page runs and nothing
 * is loaded: the DOM is linkedom's, which does neither. The same page always gives the same text.
 */
export function extractHtml(html: string): ExtractedPage {
  const intricate = tooIntricate(html)
  if (intricate !== null)
    return unextracted(textOfTags(html), `${capitalised(intricate)}, so reader mode was not tried`)
  try {
    return extractWithReader(html)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return unextracted(textOfTags(html), `Reader mode failed on it (${why})`)
  }
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function unextracted(text: string, why: string, metadata = EMPTY_METADATA): ExtractedPage {
  const message = `${why}; the text of the whole page was taken, menus included.`
  return { text, metadata, problems: [problem('NOT_EXTRACTED', message)] }
}

function parsePage(html: string): DomDocument {
  // A fragment without <html> would leave linkedom without a body.
  const page = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-member-access -- linkedom's types are those of a browser, which main does not have
  return parseHTML(page).document
}

function extractWithReader(html: string): ExtractedPage {
  const page = parsePage(html)
  const own = readOwnMetadata(page)
  const whole = page.body === null ? '' : textOfNode(page.body)
  const heading = headingOf(page)
  // eslint-disable-next-line no-restricted-syntax -- Readability asks for a browser's Document and uses what linkedom's has
  const document = page as unknown as ConstructorParameters<typeof Readability>[0]
  const article = new Readability<string>(document, { serializer: textOfNode }).parse()
  const metadata: SourceMetadata = {
    ...EMPTY_METADATA,
    title: oneLine(article?.title) ?? own.title,
    byline: oneLine(article?.byline),
    outlet: oneLine(article?.siteName),
    published: oneLine(article?.publishedTime) ?? own.published,
    url: own.url,
  }
  const text = article?.content ?? ''
  if (text.trim() === '') return unextracted(whole, 'Reader mode found no article in the page', metadata)
  return { text: withHeading(text, heading, metadata.title), metadata, problems: [] }
}

/** Reader mode takes a heading off that repeats the title; a headline is wording to be compared, so it comes back. */
function withHeading(text: string, heading: string | null, title: string | null): string {
  if (heading === null || title === null || text.includes(heading)) return text
  return title.includes(heading) || heading.includes(title) ? `${heading}\n\n${text}` : text
}

function headingOf(page: DomDocument): string | null {
  return oneLine(page.querySelector('h1')?.textContent)
}

function oneLine(words: string | null | undefined): string | null {
  const line = (words ?? '').replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

function readOwnMetadata(page: DomDocument): Pick<SourceMetadata, 'title' | 'published' | 'url'> {
  const content = (selector: string, attribute: string) => page.querySelector(selector)?.getAttribute(attribute)
  const url = [content('link[rel="canonical"]', 'href'), content('meta[property="og:url"]', 'content')].find(
    (address) => typeof address === 'string' && isWebAddress(address.trim()),
  )
  return {
    title:
      oneLine(content('meta[property="og:title"]', 'content')) ?? oneLine(page.querySelector('title')?.textContent),
    published:
      oneLine(content('meta[property="article:published_time"]', 'content')) ??
      oneLine(content('meta[name="date"]', 'content')) ??
      oneLine(content('time[datetime]', 'datetime')),
    url: oneLine(url),
  }
}

/** Walks without recursion, so that no page is nested too deep for the stack. */
function textOfNode(root: DomNode): string {
  const builder = createPlainTextBuilder()
  let node: DomNode | null = root
  while (node !== null) {
    const entered: boolean = enter(node, builder)
    if (entered && node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    if (entered) leave(node, builder)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave(node, builder)
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return builder.done()
}

function enter(node: DomNode, builder: ReturnType<typeof createPlainTextBuilder>): boolean {
  if (node.nodeType === TEXT_NODE) builder.text(node.nodeValue ?? '')
  if (node.nodeType !== ELEMENT_NODE) return node.nodeType !== TEXT_NODE && node.firstChild !== null
  const name = node.nodeName.toLowerCase()
  if (SILENT_ELEMENTS.has(name)) return false
  builder.open(name)
  return true
}

function leave(node: DomNode, builder: ReturnType<typeof createPlainTextBuilder>): void {
  const name = node.nodeName.toLowerCase()
  if (node.nodeType === ELEMENT_NODE && name !== 'br') builder.close(name)
}
