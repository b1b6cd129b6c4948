import type { SearchHit } from '../../contract/schemas'
import type { ClaimFile } from '../../core/claim/claimFile'
import { buildReviewIndex } from '../../core/claim/reviewIndex'
import type { ReviewRecords } from '../../core/claim/recordTable'
import { findFolded, foldForSearch } from '../../core/text/searchFold'
import type { TextRange } from '../../core/text/textRange'
import { displayTitle, metadataOf } from './sourceViews'
import type { OpenSource } from './session'

/** Characters shown on each side of a hit. */
export const EXCERPT_CONTEXT = 60
/** Hits listed for one source's text before the search goes on to the next, so that one long source does not hide the others. */
export const HITS_PER_TEXT = 20

type Found = { readonly hits: SearchHit[]; complete: boolean }
type Searched = { readonly query: string; readonly limit: number; readonly records: ReviewRecords }

const foldedTexts = new WeakMap<object, string>()

/** Plain search over titles and texts of sources, claims, notes and the replies to both: case, diacritics and forms of quotation marks do not count. */
export function searchEverything(
  asked: { readonly query: string; readonly limit: number },
  sources: readonly OpenSource[],
  records: ReviewRecords,
): { hits: SearchHit[]; complete: boolean } {
  const searched: Searched = { ...asked, records }
  const { claims, notes } = buildReviewIndex(records)
  const found: Found = { hits: [], complete: true }
  for (const source of sources) searchTitle(searched, source, found)
  for (const claim of claims.values()) searchClaim(searched, claim, found)
  for (const { note, replies } of notes) {
    const texts = [note.body, ...replies.map((reply) => reply.body)]
    searchWriting(searched, { kind: 'note', id: note.id, title: 'Note', texts }, found)
  }
  for (const source of sources) searchText(searched, source, found)
  return found
}

function searchTitle({ query, limit, records }: Searched, source: OpenSource, found: Found): void {
  const metadata = metadataOf(source, records)
  const shown = [displayTitle(source, records), metadata.outlet, metadata.byline, source.reading.path]
    .filter((part) => part !== null)
    .join(' · ')
  const [hit] = findFolded(foldForSearch(shown), query, 1)
  if (hit !== undefined)
    add(found, limit, { ...aboutSource(source, records), kind: 'source', excerpt: shown, hit, range: null })
}

function searchClaim(searched: Searched, file: ClaimFile, found: Found): void {
  const texts = [
    file.statement,
    ...file.mergedFrom.map(({ claim }) => claim.statement),
    ...file.history.map((decision) => decision.reason),
    ...file.replies.map((reply) => reply.body),
  ]
  searchWriting(searched, { kind: 'claim', id: file.claim.id, title: file.statement, texts }, found)
}

type Writing = {
  readonly kind: 'claim' | 'note'
  readonly id: string
  readonly title: string
  readonly texts: readonly string[]
}

function searchWriting({ query, limit }: Searched, { kind, id, title, texts }: Writing, found: Found): void {
  for (const text of texts) {
    const [hit] = findFolded(foldForSearch(text), query, 1)
    if (hit === undefined) continue
    add(found, limit, { kind, id, siglum: null, title, ...excerptAround(text, hit), range: null })
    return
  }
}

function searchText({ query, limit, records }: Searched, source: OpenSource, found: Found): void {
  const { article } = source.reading
  const ranges = findFolded(foldedTextOf(source), query, HITS_PER_TEXT + 1)
  if (ranges.length > HITS_PER_TEXT) found.complete = false
  for (const inBody of ranges.slice(0, HITS_PER_TEXT)) {
    const range = { start: inBody.start + article.body.start, endExclusive: inBody.endExclusive + article.body.start }
    add(found, limit, {
      ...aboutSource(source, records),
      kind: 'text',
      ...excerptAround(article.text, range, article.body.start),
      range,
    })
  }
}

function foldedTextOf(source: OpenSource): string {
  const { article } = source.reading
  const known = foldedTexts.get(article)
  if (known !== undefined) return known
  const folded = foldForSearch(article.text.slice(article.body.start))
  foldedTexts.set(article, folded)
  return folded
}

function aboutSource(source: OpenSource, records: ReviewRecords): Pick<SearchHit, 'id' | 'siglum' | 'title'> {
  return { id: source.registered.id, siglum: source.registered.siglum, title: displayTitle(source, records) }
}

function add(found: Found, limit: number, hit: SearchHit): void {
  if (found.hits.length < limit) found.hits.push(hit)
  else found.complete = false
}

function excerptAround(text: string, range: TextRange, from = 0): { excerpt: string; hit: TextRange } {
  const start = wholeCharacter(text, Math.max(from, range.start - EXCERPT_CONTEXT))
  const end = wholeCharacter(text, Math.min(text.length, range.endExclusive + EXCERPT_CONTEXT))
  return {
    excerpt: text.slice(start, end).replace(/\s/g, ' '),
    hit: { start: range.start - start, endExclusive: range.endExclusive - start },
  }
}

/** Steps back from the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
