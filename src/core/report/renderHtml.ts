import { htmlInline, htmlText } from './htmlText'
import { HTML_STYLE, HTML_STYLE_HASH } from './htmlStyle'
import { claimHtml, noteHtml, verdictChip } from './htmlClaim'
import { setAsideHtml, sourceCardHtml, sourceTableHtml } from './htmlSource'
import type { ReportGap, ReportModel } from './reportModel'
import { countWords, HOW_TO_CHECK, reviewerWords, shorten, UNCHECKED_STATEMENT, settingsWords } from './reportWords'
import { verdictNameFacts } from './workWords'

/** From how many claims on the contents list them one by one: fewer are found by looking. */
export const CLAIMS_WORTH_A_LIST = 6

/** What the report may load and run: nothing but its own style sheet. */
export const REPORT_CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${HTML_STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/**
 * The report as one self-contained HTML file without scripts: light, dark and for print.
 * `data-verification` is `unchecked`, and so is the `data-state` of every `data-check`: the file says what was found when it
 * was made, and nothing in it was verified since.
 */
export function renderHtml(model: ReportModel): string {
  const { corpus, program } = model
  return `<!doctype html>
<html lang="en" data-verification="unchecked">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${htmlText(REPORT_CONTENT_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${htmlText(`${program.name} ${program.version}`)}">
<title>Crossread report: ${htmlText(corpus.name)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>Crossread report: ${htmlInline(corpus.name)}</h1>
<p class="quiet">Made <time datetime="${htmlText(model.madeAt)}">${htmlText(model.madeAt)}</time> with ${htmlInline(program.name)} ${htmlInline(program.version)} from the folder ${htmlInline(corpus.folder)}.</p>
${numbersHtml(model)}
<p data-check="report" data-state="unchecked">${htmlText(UNCHECKED_STATEMENT)}</p>
${contentsHtml(model)}
</header>
<main>
${sectionHtml('claims', 'Claims', model.claims.map(claimHtml).join('\n') || '<p>No claims were made.</p>')}
${sectionHtml('notes', 'Notes', model.notes.map(noteHtml).join('\n') || '<p>No notes were written.</p>')}
${sectionHtml('not-checked', 'What was not checked', gapsHtml(model))}
${sectionHtml('sources', 'Sources', sourcesHtml(model))}
${sectionHtml('settings', 'Settings', settingsHtml(model))}
${sectionHtml('how-to-check', 'How to check this report', `<ul>\n${HOW_TO_CHECK.map((one) => `<li>${withCode(one)}</li>`).join('\n')}\n</ul>`)}
</main>
<footer><p>${htmlInline(program.name)} ${htmlInline(program.version)}. A discrepancy is a question, not an error; the verdicts are the reviewers’.</p></footer>
</body>
</html>
`
}

function sectionHtml(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}\n</section>`
}

function numbersHtml({ counts }: ReportModel): string {
  const { verified, disputed, unverified } = counts.byVerdict
  const numbers: readonly (readonly [count: number, label: string])[] = [
    [counts.claims, counts.claims === 1 ? 'claim' : 'claims'],
    [verified, '✓ verified'],
    [disputed, '≠ disputed'],
    [unverified, '◌ unverified'],
    [counts.evidence, counts.evidence === 1 ? 'piece of evidence' : 'pieces of evidence'],
    [counts.notes, counts.notes === 1 ? 'note' : 'notes'],
    [counts.sources, counts.sources === 1 ? 'source' : 'sources'],
    [counts.setAside, counts.setAside === 1 ? 'file set aside' : 'files set aside'],
  ]
  const items = numbers.map(([count, label]) => `<li><strong>${count}</strong> ${label}</li>`)
  return `<ul class="numbers">\n${items.join('\n')}\n</ul>`
}

function contentsHtml({ claims, counts, notChecked }: ReportModel): string {
  const gaps = notChecked.length === 0 ? '' : ` (${countWords(notChecked.length, 'point')})`
  const claimList =
    claims.length < CLAIMS_WORTH_A_LIST
      ? ''
      : `\n<ol class="contents">\n${claims
          .map(
            (claim) =>
              `<li><a href="#claim-${htmlText(claim.id)}">${htmlInline(shorten(claim.statement))}</a> ${verdictChip(claim.verdict, claim.verdictName)}</li>`,
          )
          .join('\n')}\n</ol>\n`
  return `<nav aria-label="Contents">
<ul>
<li><a href="#claims">Claims</a> (${counts.claims})${claimList}</li>
<li><a href="#notes">Notes</a> (${counts.notes})</li>
<li><a href="#not-checked">What was not checked</a>${gaps}</li>
<li><a href="#sources">Sources</a> (${counts.sources})</li>
<li><a href="#settings">Settings</a></li>
<li><a href="#how-to-check">How to check this report</a></li>
</ul>
</nav>`
}

function gapsHtml({ notChecked }: ReportModel): string {
  const groups = notChecked.map(
    (gap) =>
      `<h3>${htmlText(gap.message)}</h3>\n<ul data-gap="${gap.kind}">\n${gap.about.map((one) => gapItemHtml(gap, one)).join('\n')}\n</ul>`,
  )
  return [`<p>${htmlText(UNCHECKED_STATEMENT)}</p>`, ...groups].join('\n')
}

function gapItemHtml(gap: ReportGap, { type, id, label }: ReportGap['about'][number]): string {
  const shown = type !== 'file' && gap.kind !== 'evidence-without-claim'
  return shown
    ? `<li><a href="#${type}-${htmlText(id)}">${htmlInline(label)}</a></li>`
    : `<li>${htmlInline(label)}</li>`
}

function sourcesHtml(model: ReportModel): string {
  if (model.sources.length === 0) return `<p>The corpus has no sources.</p>\n${setAsideHtml(model.setAside)}`
  return [sourceTableHtml(model.sources), ...model.sources.map(sourceCardHtml), setAsideHtml(model.setAside)].join('\n')
}

function settingsHtml(model: ReportModel): string {
  const { settings, reviewers } = model
  const names = reviewers.map((reviewer) => htmlInline(reviewerWords(reviewer))).join(', ')
  const rows = [
    ...settingsWords(settings).map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`),
    ...verdictNameFacts(model).map(([name, value]) => `<dt>${name}</dt><dd>${htmlInline(value)}</dd>`),
  ]
  return `<dl>
${rows.join('\n')}
<dt>Reviewers</dt><dd>${names || 'none'}</dd>
</dl>`
}

/** Our own sentences: every second stretch between backticks is to be typed. */
function withCode(sentence: string): string {
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 0 ? htmlText(part) : `<code>${htmlText(part)}</code>`))
    .join('')
}
