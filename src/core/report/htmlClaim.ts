import type { Verdict } from '../claim/reviewRecord'
import type { Edit } from '../diff/passageDiff'
import { htmlEdits, htmlInline, htmlText } from './htmlText'
import type { ReportClaim, ReportDecision, ReportEvidence, ReportNote, ReportPassage } from './reportModel'
import { placeWords, quotedText, STANCE_WORDS, STATE_WORDS, VERDICT_SIGNS } from './reportWords'

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
<p class="quiet">Verdict by ${htmlInline(claim.decidedBy.name)}, ${timeHtml(claim.decidedAt)}.</p>`
  return `<article class="card" id="claim-${htmlText(claim.id)}" data-verdict="${claim.verdict}" aria-labelledby="claim-${htmlText(claim.id)}-title">
<h3 id="claim-${htmlText(claim.id)}-title">Claim ${claim.number} ${verdictChip(claim.verdict)}</h3>
<p class="statement" dir="auto">${htmlText(claim.statement)}</p>
${verdict}
<p class="quiet">Claim made by ${htmlInline(claim.createdBy.name)}, ${timeHtml(claim.createdAt)}${edited}.</p>
${claim.evidence.map(evidenceHtml).join('\n') || '<p>No evidence is cited.</p>'}
${historyHtml(claim.history)}
</article>`
}

function evidenceHtml(evidence: ReportEvidence): string {
  const sigla = evidence.passages.map((passage) => siglumHtml(passage.siglum)).join(' and ')
  return `<section id="evidence-${htmlText(evidence.id)}" data-stance="${evidence.stance}" aria-labelledby="evidence-${htmlText(evidence.id)}-title">
<h4 id="evidence-${htmlText(evidence.id)}-title">${STANCE_WORDS[evidence.stance]}: ${sigla}</h4>
${passagesHtml(evidence)}
<p class="quiet">Added by ${htmlInline(evidence.createdBy.name)}, ${timeHtml(evidence.createdAt)}.</p>
</section>`
}

export function noteHtml(note: ReportNote): string {
  const edited = note.updatedAt === note.createdAt ? '' : `, last edited ${timeHtml(note.updatedAt)}`
  return `<article class="card" id="note-${htmlText(note.id)}" aria-labelledby="note-${htmlText(note.id)}-title">
<h3 id="note-${htmlText(note.id)}-title">Note ${note.number}</h3>
<p class="written" dir="auto">${htmlText(note.body)}</p>
<p class="quiet">By ${htmlInline(note.createdBy.name)}, ${timeHtml(note.createdAt)}${edited}.</p>
${passagesHtml(note)}
</article>`
}

type Cited = {
  readonly id: string
  readonly passages: readonly ReportPassage[]
  readonly difference: readonly Edit[] | null
}

function passagesHtml({ id, passages, difference }: Cited): string {
  const figures = passages.map((passage, index) => passageHtml(passage, `${id}/${index + 1}`)).join('\n')
  return `<div class="pair">\n${figures}\n</div>${differenceHtml(passages, difference)}`
}

function passageHtml(passage: ReportPassage, id: string): string {
  const source = [passage.outlet, passage.title].filter((text) => text !== null).map(htmlInline)
  const place = placeWords(passage).map(htmlInline).join(' · ')
  const attached = passage.state === 'exact' || passage.state === 'moved'
  const change =
    passage.change === null
      ? ''
      : `\n<p class="quiet">From the words as cited to those that stand there now:</p>\n<blockquote dir="auto" data-difference="cited">${htmlEdits(passage.change)}</blockquote>`
  return `<figure>
<figcaption>${siglumHtml(passage.siglum)} ${source.join(', ')}<br>
<span data-check="passage ${htmlText(id)}" data-state="unchecked">${place}</span><br>
<span${attached ? '' : ' class="warning"'} data-found="${passage.state}">${STATE_WORDS[passage.state]}</span></figcaption>
<blockquote dir="auto" data-passage="${htmlText(id)}">${htmlText(quotedText(passage))}</blockquote>${change}
</figure>`
}

function differenceHtml(passages: readonly ReportPassage[], difference: readonly Edit[] | null): string {
  const [first, second] = passages
  if (difference === null || first === undefined || second === undefined) return ''
  const pair = `from ${siglumHtml(first.siglum)} to ${siglumHtml(second.siglum)}`
  if (difference.every((edit) => edit.op === 'equal'))
    return `\n<p class="quiet">Difference ${pair}: none, the same to the character.</p>`
  return `\n<p class="quiet">Difference ${pair}:</p>\n<blockquote dir="auto" data-difference="pair">${htmlEdits(difference)}</blockquote>`
}

function historyHtml(history: readonly ReportDecision[]): string {
  if (history.length === 0) return ''
  const rows = history.map(
    ({ at, verdict, by, reason }) =>
      `<tr><td>${timeHtml(at)}</td><td>${verdictChip(verdict)}</td><td>${htmlInline(by.name)}</td><td class="written" dir="auto">${htmlText(reason)}</td></tr>`,
  )
  return `<h4>History of the verdict</h4>
<table>
<thead><tr><th scope="col">When</th><th scope="col">Verdict</th><th scope="col">Reviewer</th><th scope="col">Reason</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
