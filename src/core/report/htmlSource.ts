import { siglumHtml, timeHtml } from './htmlClaim'
import { htmlInline, htmlLink, htmlText } from './htmlText'
import type { ReportModel, ReportSource } from './reportModel'
import { countWords, metadataWords, SOURCE_STATE_WORDS, unknownFields } from './reportWords'

export function sourceTableHtml(sources: readonly ReportSource[]): string {
  const rows = sources.map(({ id, siglum, path, metadata, citations }) => {
    const cells = [metadata.outlet, metadata.published].map(
      (text) => `<td>${text === null ? '–' : htmlInline(text)}</td>`,
    )
    return `<tr><th scope="row">${siglumHtml(siglum)}</th><td><a href="#source-${htmlText(id)}">${htmlInline(metadata.title ?? path)}</a></td>${cells.join('')}<td>${countWords(citations, 'passage')}</td></tr>`
  })
  return `<table>
<thead><tr><th scope="col">Source</th><th scope="col">Title</th><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col">Cited as evidence</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

export function sourceCardHtml(source: ReportSource): string {
  const { id, siglum, metadata } = source
  const unknown = unknownFields(source)
  const facts: readonly (readonly [label: string, html: string])[] = [
    ['File', `${htmlInline(source.path)} (${SOURCE_STATE_WORDS[source.state]})`],
    ...metadataWords(source).map(([label, value]) => [label, htmlLink(value)] as const),
    ...(source.titleGuessed ? [['Title', 'taken from the first line'] as const] : []),
    ...(unknown.length === 0 ? [] : [['Not known', unknown.join(', ')] as const]),
    ['SHA-256 of the file', fingerprintHtml(`file ${siglum}`, source.sha256)],
    ['Hash of the text', fingerprintHtml(`text ${siglum}`, source.textHash)],
    ['Length', `${source.length} characters, ${source.words} words, ${htmlInline(source.encoding)}`],
    ['Read', `${timeHtml(source.readAt)}, first imported ${timeHtml(source.importedAt)}`],
    ...source.problems.map((problem) => ['Problem', htmlInline(problem.message)] as const),
  ]
  return `<article class="card" id="source-${htmlText(id)}" data-siglum="${htmlText(siglum)}" aria-labelledby="source-${htmlText(id)}-title">
<h3 id="source-${htmlText(id)}-title">${siglumHtml(siglum)} ${htmlInline(metadata.title ?? source.path)}</h3>
<dl>
${facts.map(([label, html]) => `<dt>${label}</dt><dd>${html}</dd>`).join('\n')}
</dl>
</article>`
}

export function setAsideHtml(setAside: ReportModel['setAside']): string {
  if (setAside.length === 0) return ''
  const rows = setAside.map(
    ({ path, message }) => `<tr><td>${htmlInline(path)}</td><td>${htmlInline(message)}</td></tr>`,
  )
  return `<h3>Files set aside</h3>
<table>
<thead><tr><th scope="col">File</th><th scope="col">Why it was not opened</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function fingerprintHtml(what: string, hash: string): string {
  return `<code data-check="${htmlText(what)}" data-state="unchecked">${htmlText(hash)}</code>`
}
