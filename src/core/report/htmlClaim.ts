import type { Verdict } from '../claim/reviewRecord'
import { htmlInline, htmlPieces, htmlText } from './htmlText'
import { countPlaces, quotePieces, type ReportSegment, unmarkedWords } from './markedPassages'
import type {
  PairDifference,
  ReportClaim,
  ReportDecision,
  ReportEvidence,
  ReportNote,
  ReportPassage,
} from './reportModel'
import {
  countWords,
  placeWords,
  quotedText,
  reviewerWords,
  stateDetails,
  STANCE_WORDS,
  STATE_WORDS,
  VERDICT_SIGNS,
} from './reportWords'

export function verdictChip(verdict: Verdict): string {
  return `<span class="chip ${verdict}"><span aria-hidden="true">${VERDICT_SIGNS[verdict]}</span> ${verdict}</span>`
}

export function siglumHtml(siglum: string): string {
  return `<span class="siglum">${htmlText(siglum)}</span>`
}

export function timeHtml(time: string): string {
  return `<time datetime="${htmlText(time)}">${htmlText(time)}</time>`
}

export function claimHtml(claim: ReportClaim): string {
  const edited = claim.updatedAt === claim.createdAt ? '' : `, last edited ${timeHtml(claim.updatedAt)}`
  const verdict =
    claim.decidedBy === null || claim.decidedAt === null
      ? '<p>No verdict was given.</p>'
      : `<p class="written" dir="auto"><b>Reason:</b> ${htmlInline(claim.reason)}</p>
<p class="quiet">Verdict by ${htmlInline(reviewerWords(claim.decidedBy))}, ${timeHtml(claim.decidedAt)}.</p>`
  return `<article class="card" id="claim-${htmlText(claim.id)}" data-verdict="${claim.verdict}" aria-labelledby="claim-${htmlText(claim.id)}-title">
<h3 id="claim-${htmlText(claim.id)}-title">Claim ${claim.number} ${verdictChip(claim.verdict)}</h3>
<p class="statement" dir="auto">${htmlText(claim.statement)}</p>
${verdict}
<p class="quiet">Claim made by ${htmlInline(reviewerWords(claim.createdBy))}, ${timeHtml(claim.createdAt)}${edited}.</p>
${claim.evidence.map(evidenceHtml).join('\n') || '<p>No evidence is cited.</p>'}
${historyHtml(claim.history)}
</article>`
}

function evidenceHtml(evidence: ReportEvidence): string {
  const sigla = evidence.passages.map((passage) => siglumHtml(passage.siglum)).join(' and ')
  // A group and not a section: sections with labels are landmarks, and there would be as many as there is evidence.
  return `<div role="group" id="evidence-${htmlText(evidence.id)}" data-stance="${evidence.stance}" aria-labelledby="evidence-${htmlText(evidence.id)}-title">
<h4 id="evidence-${htmlText(evidence.id)}-title">${STANCE_WORDS[evidence.stance]}: ${sigla}</h4>
${passagesHtml(evidence)}
<p class="quiet">Added by ${htmlInline(reviewerWords(evidence.createdBy))}, ${timeHtml(evidence.createdAt)}.</p>
</div>`
}

export function noteHtml(note: ReportNote): string {
  const edited = note.updatedAt === note.createdAt ? '' : `, last edited ${timeHtml(note.updatedAt)}`
  return `<article class="card" id="note-${htmlText(note.id)}" aria-labelledby="note-${htmlText(note.id)}-title">
<h3 id="note-${htmlText(note.id)}-title">Note ${note.number}</h3>
<p class="written" dir="auto">${htmlText(note.body)}</p>
<p class="quiet">By ${htmlInline(reviewerWords(note.createdBy))}, ${timeHtml(note.createdAt)}${edited}.</p>
${passagesHtml(note)}
</article>`
}

type Cited = Pick<PairDifference, 'segments'> & { readonly id: string; readonly passages: readonly ReportPassage[] }

function passagesHtml({ id, passages, segments }: Cited): string {
  const figures = passages.map((passage, index) =>
    passageHtml(passage, `${id}/${index + 1}`, segments === null ? null : sideHtml(segments, index === 0 ? 'a' : 'b')),
  )
  return `<div class="pair">\n${figures.join('\n')}\n</div>${differenceHtml(passages, segments)}`
}

/** The first of two passages with what it alone has, or the second with what it alone has. */
function sideHtml(segments: readonly ReportSegment[], side: 'a' | 'b'): string {
  return htmlPieces(quotePieces(segments, side), side === 'a' ? 'del' : 'ins')
}

function passageHtml(passage: ReportPassage, id: string, marked: string | null): string {
  const source = [passage.outlet, passage.title].filter((text) => text !== null).map(htmlInline)
  const place = placeWords(passage).map(htmlInline).join(' · ')
  const attached = passage.state === 'exact' || passage.state === 'moved'
  return `<figure>
<figcaption>${siglumHtml(passage.siglum)} ${source.join(', ')}<br>
<span data-check="passage ${htmlText(id)}" data-state="unchecked">${place}</span><br>
<span${attached ? '' : ' class="warning"'} data-found="${passage.state}">${STATE_WORDS[passage.state]}</span>${detailsHtml(passage)}</figcaption>
<blockquote dir="auto" data-passage="${htmlText(id)}">${marked ?? htmlText(quotedText(passage))}</blockquote>${changeHtml(passage)}
</figure>`
}

function detailsHtml(passage: ReportPassage): string {
  const items = stateDetails(passage).map((detail) => `<li dir="auto">${htmlInline(detail)}</li>`)
  return items.length === 0 ? '' : `\n<ul data-details="state">${items.join('')}</ul>`
}

function changeHtml({ changeSegments: segments }: ReportPassage): string {
  if (segments === null) return ''
  const unmarked = unmarkedWords(segments)
  return `
<p class="quiet">The words as they were cited${unmarked === null ? '' : ` (${unmarked})`}:</p>
<blockquote dir="auto" data-change="cited">${sideHtml(segments, 'a')}</blockquote>
<p class="quiet">The words that stand there now:</p>
<blockquote dir="auto" data-change="now">${sideHtml(segments, 'b')}</blockquote>`
}

function differenceHtml(passages: readonly ReportPassage[], segments: readonly ReportSegment[] | null): string {
  const [first, second] = passages
  if (segments === null || first === undefined || second === undefined) return ''
  const words =
    unmarkedWords(segments) ??
    `${countWords(countPlaces(segments), 'place')}; struck through is what the first quote alone has, underlined what the second alone has`
  return `\n<p class="quiet" data-difference="pair">Difference from ${siglumHtml(first.siglum)} to ${siglumHtml(second.siglum)}: ${words}.</p>`
}

function historyHtml(history: readonly ReportDecision[]): string {
  if (history.length === 0) return ''
  const rows = history.map(
    ({ at, verdict, by, reason }) =>
      `<tr><td>${timeHtml(at)}</td><td>${verdictChip(verdict)}</td><td>${htmlInline(reviewerWords(by))}</td><td class="written" dir="auto">${htmlText(reason)}</td></tr>`,
  )
  return `<h4>History of the verdict</h4>
<table>
<thead><tr><th scope="col">When</th><th scope="col">Verdict</th><th scope="col">Reviewer</th><th scope="col">Reason</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
