import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { EMPTY_METADATA, METADATA_FIELDS } from '../../core/text/metadata'
import type { SourceMetadata } from '../../core/text/metadata'
import type { SourceProblem } from '../services/ports'
import { textOfNode } from './domText'
import type { DomNode } from './domText'
import { isWebAddress, parseMetadata } from './metadataFields'
import { tooIntricate } from './htmlTags'
import { textOfTags } from './plainText'
import { problem } from './problems'

export type ExtractedPage = {
  /** Plain text: paragraphs with a blank line between. For an `.html` file, this is what offsets count. */
  readonly text: string
  readonly metadata: SourceMetadata
  readonly problems: readonly SourceProblem[]
}

type DomElement = DomNode & { readonly textContent: string; getAttribute(name: string): string | null }
type DomDocument = DomNode & {
  readonly body: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

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
  const stated = readStatedMetadata(page)
  const whole = page.body === null ? '' : textOfNode(page.body)
  const heading = headingOf(page)
  // eslint-disable-next-line no-restricted-syntax -- Readability asks for a browser's Document and uses what linkedom's has
  const document = page as unknown as ConstructorParameters<typeof Readability>[0]
  const article = new Readability<string>(document, { serializer: textOfNode }).parse()
  const metadata: SourceMetadata = {
    ...EMPTY_METADATA,
    title: stated.metadata.title ?? oneLine(article?.title) ?? own.title,
    byline: stated.metadata.byline ?? oneLine(article?.byline),
    outlet: stated.metadata.outlet ?? oneLine(article?.siteName),
    published: stated.metadata.published ?? oneLine(article?.publishedTime) ?? own.published,
    url: stated.metadata.url ?? own.url,
    retrieved: stated.metadata.retrieved,
    kind: stated.metadata.kind,
    digestOf: stated.metadata.digestOf,
  }
  const text = article?.content ?? ''
  const extracted =
    text.trim() === ''
      ? unextracted(whole, 'Reader mode found no article in the page', metadata)
      : { text: withHeading(text, heading, metadata.title), metadata, problems: [] }
  return { ...extracted, problems: [...extracted.problems, ...stated.problems] }
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

/** What `<meta name="crossread:kind" content="news">` and the like state, the front matter of a page that was saved by hand. */
function readStatedMetadata(page: DomDocument) {
  const values = new Map<string, unknown>()
  for (const field of METADATA_FIELDS) {
    const value = page.querySelector(`meta[name="crossread:${field}"]`)?.getAttribute('content')
    if (typeof value === 'string') values.set(field, value)
  }
  return parseMetadata(values, 'page')
}
