import type { ReviewRecords } from '../../../core/claim/recordTable'
import type { OpenSource } from '../../services/session'
import { toSourceTextView, toSourceView } from '../../services/sourceViews'

/** A source as `crossread sources` and `crossread corpus` print it, after CONTRACTS.md. */
export function sourceToJson(source: OpenSource, records: ReviewRecords): object {
  const view = toSourceView(source, records)
  const { article } = source.reading
  const { title, outlet, byline, published, url, retrieved, kind, digestOf } = view.metadata
  const frontMatter = article.furniture.filter((mark) => mark.range.start < article.body.start)
  const furniture = [...frontMatter, ...toSourceTextView(source, records).furniture]
  return {
    path: view.path,
    siglum: view.siglum,
    sha256: view.sha256,
    textHash: view.textHash,
    length: view.length,
    words: view.words,
    encoding: view.encoding,
    title,
    outlet,
    byline,
    published,
    url,
    retrieved,
    kind,
    furniture: furniture.map(({ range, why }) => ({ ...article.offsets.toDecoded(range), why })),
    problems: view.problems,
    digestOf,
    titleGuessed: view.titleGuessed,
    format: view.format,
    id: view.id,
  }
}
