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
  ReportRemarks,
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
import { claimFacts, markWords, replyWords, settledWords, tagFacts } from './workWords'

export function verdictChip(verdict: Verdict, name: string | null = null): string {
  const named = name === null ? '' : ` (${htmlInline(name)})`
  return `<span class="chip ${verdict}"><span aria-hidden="true">${VERDICT_SIGNS[verdict]}</span> ${verdict}${named}</span>`
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
<h3 id="claim-${htmlText(claim.id)}-title">Claim ${claim.number} ${verdictChip(claim.verdict, claim.verdictName)}</h3>
<p class="statement" dir="auto">${htmlText(claim.statement)}</p>
${verdict}
<p class="quiet">Claim made by ${htmlInline(reviewerWords(claim.createdBy))}, ${timeHtml(claim.createdAt)}${edited}.</p>${factsHtml(claimFacts(claim))}
${claim.evidence.map((evidence) => evidenceHtml(claim, evidence)).join('\n') || '<p>No evidence is cited.</p>'}${repliesHtml(claim, claim)}
${historyHtml(claim)}
</article>`
}

function evidenceHtml(claim: ReportClaim, evidence: ReportEvidence): string {
  const marks = markWords(evidence, claim, 'evidence').map((mark) => `, ${htmlInline(mark)}`)
  const sigla = evidence.passages.map((passage) => siglumHtml(passage.siglum)).join(' and ')
  // A group and not a section: sections with labels are landmarks, and there would be as many as there is evidence.
  return `<div role="group" id="evidence-${htmlText(evidence.id)}" data-stance="${evidence.stance}" aria-labelledby="evidence-${htmlText(evidence.id)}-title">
<h4 id="evidence-${htmlText(evidence.id)}-title">${STANCE_WORDS[evidence.stance]}: ${sigla}</h4>
${passagesHtml(evidence)}
<p class="quiet">Added by ${htmlInline(reviewerWords(evidence.createdBy))}, ${timeHtml(evidence.createdAt)}${marks.join('')}.</p>
</div>`
}

export function noteHtml(note: ReportNote): string {
  const edited = note.updatedAt === note.createdAt ? '' : `, last edited ${timeHtml(note.updatedAt)}`
  return `<article class="card" id="note-${htmlText(note.id)}" aria-labelledby="note-${htmlText(note.id)}-title">
<h3 id="note-${htmlText(note.id)}-title">Note ${note.number}</h3>
<p class="written" dir="auto">${htmlText(note.body)}</p>
<p class="quiet">By ${htmlInline(reviewerWords(note.createdBy))}, ${timeHtml(note.createdAt)}${edited}.</p>${factsHtml(tagFacts(note))}
${passagesHtml(note)}${repliesHtml(note, null)}
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

function factsHtml(facts: readonly (readonly [label: string, value: string])[]): string {
  if (facts.length === 0) return ''
  const items = facts.map(([label, value]) => `<li dir="auto"><b>${label}:</b> ${htmlInline(value)}</li>`)
  return `\n<ul data-facts="work">\n${items.join('\n')}\n</ul>`
}

function repliesHtml(remarks: ReportRemarks, claim: ReportClaim | null): string {
  if (remarks.replies.length === 0) return ''
  const items = remarks.replies.map(
    (reply) =>
      `<li><p class="quiet">${htmlInline(replyWords(reply, claim))}</p>\n<p class="written" dir="auto">${htmlText(reply.body)}</p></li>`,
  )
  return `
<h4>Replies</h4>
<ul data-replies="${remarks.resolved === null ? 'open' : 'settled'}">
${items.join('\n')}
</ul>
<p class="quiet">${htmlInline(settledWords(remarks))}</p>`
}

function historyHtml(claim: ReportClaim): string {
  if (claim.history.length === 0) return ''
  const rows = claim.history.map((decision) => decisionRow(claim, decision))
  return `<h4>History of the verdict</h4>
<table>
<thead><tr><th scope="col">When</th><th scope="col">Verdict</th><th scope="col">Reviewer</th><th scope="col">Reason</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function decisionRow(claim: ReportClaim, decision: ReportDecision): string {
  const { at, verdict, verdictName, by, reason } = decision
  const marks = markWords(decision, claim, 'decision').map((mark) => `<br>${htmlInline(mark)}`)
  return `<tr><td>${timeHtml(at)}</td><td>${verdictChip(verdict, verdictName)}${marks.join('')}</td><td>${htmlInline(reviewerWords(by))}</td><td class="written" dir="auto">${htmlText(reason)}</td></tr>`
}
