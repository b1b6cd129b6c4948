import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { buildReport, type ReportInput } from '../../src/core/report/buildReport'
import { HTML_STYLE, HTML_STYLE_HASH } from '../../src/core/report/htmlStyle'
import { renderHtml } from '../../src/core/report/renderHtml'
import {
  cited,
  claim,
  decision,
  evidence,
  found,
  HOSTILE_TEXTS,
  hostileInput,
  note,
  notFound,
  reportInput,
  source,
} from '../support/reportInput'

function page(input: ReportInput): Document {
  return parseHTML(renderHtml(buildReport(input))).document
}

function texts(document: Document, selector: string): (string | null)[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent)
}

const PAIR = reportInput({
  sources: [
    source('one', 'A', { metadata: { ...source('one', 'A').metadata, outlet: 'The Outlet' } }),
    source('two', 'B'),
  ],
  setAside: [{ path: 'photo.txt', code: 'BINARY', message: 'photo.txt is not text.' }],
  claims: [claim('c1'), claim('c2')],
  decisions: [
    decision('d1', 'c1', { verdict: 'disputed', reason: 'an early doubt' }),
    decision('d2', 'c1', { reason: 'both say so', at: '2024-03-01T10:00:00.000Z' }),
  ],
  evidence: [
    evidence('e1', 'c1', { passages: [cited('one', 'you are okay now'), cited('two', 'you are O.K. now')] }),
    evidence('e2', 'c1', { stance: 'qualifies', passages: [cited('one', 'lost words')] }),
  ],
  notes: [note('n1', { passages: [cited('one', 'lost words')] })],
  resolve: ({ anchor: { quote } }) => (quote.exact === 'lost words' ? notFound('lost') : found(quote.exact)),
})

describe('the HTML report', () => {
  it('says of itself and of every check that nothing was verified again', () => {
    const document = page(PAIR)
    expect(document.documentElement.getAttribute('data-verification')).toBe('unchecked')
    const checks = [...document.querySelectorAll('[data-check]')]
    expect(checks.map((check) => check.getAttribute('data-check'))).toEqual([
      'report',
      'passage e1/1',
      'passage e1/2',
      'passage e2/1',
      'passage n1/1',
      'file A',
      'text A',
      'file B',
      'text B',
    ])
    expect(new Set(checks.map((check) => check.getAttribute('data-state')))).toEqual(new Set(['unchecked']))
  })

  it('allows itself nothing but its own style sheet, by a hash that fits', () => {
    const document = page(PAIR)
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
    const hash = createHash('sha256')
      .update(document.querySelector('style')?.textContent ?? '', 'utf8')
      .digest('base64')
    expect(HTML_STYLE_HASH).toBe(createHash('sha256').update(HTML_STYLE, 'utf8').digest('base64'))
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
  })

  it('loads nothing: no scripts, pictures, fonts, frames, forms or style attributes', () => {
    const document = page(PAIR)
    expect(
      document.querySelectorAll('script, img, link, iframe, object, embed, form, base, [style], [src]'),
    ).toHaveLength(0)
    expect(HTML_STYLE).not.toMatch(/url\(|@import|@font-face/)
  })

  it('shows each verdict with a sign and a word, its reason, and its history', () => {
    const document = page(PAIR)
    const [first, second] = [...document.querySelectorAll('article[data-verdict]')]
    expect(first?.getAttribute('data-verdict')).toBe('verified')
    expect(first?.querySelector('h3 .chip')?.textContent).toBe('✓ verified')
    expect(first?.textContent).toContain('both say so')
    expect([...(first?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)).toEqual([
      '2024-03-01T09:30:00.000Z≠ disputedBenan early doubt',
      '2024-03-01T10:00:00.000Z✓ verifiedBenboth say so',
    ])
    expect(second?.querySelector('h3 .chip')?.textContent).toBe('◌ unverified')
  })

  it('quotes evidence with source and place, and marks what is left out and put in between a pair', () => {
    const document = page(PAIR)
    expect(texts(document, '#evidence-e1 blockquote[data-passage]')).toEqual(['you are okay now', 'you are O.K. now'])
    expect(texts(document, '#evidence-e1 [data-check]')).toEqual([
      'one.txt · characters 7 to 23 · paragraph 2',
      'two.txt · characters 7 to 23 · paragraph 2',
    ])
    expect(texts(document, '#evidence-e1 [data-passage="e1/1"] :is(del, ins)')).toEqual(['okay'])
    expect(texts(document, '#evidence-e1 [data-passage="e1/2"] :is(del, ins)')).toEqual(['O.K.'])
    expect(document.querySelectorAll('#evidence-e1 del, #evidence-e1 ins')).toHaveLength(2)
    expect(document.querySelector('#evidence-e1 [data-difference]')?.textContent).toContain('from A to B: 1 place;')
    expect(document.querySelector('#evidence-e1 figcaption')?.textContent).toContain('The Outlet')
  })

  it('says in words that only quotation marks differ, and shows changed words beside those that were cited', () => {
    const document = page(
      reportInput({
        claims: [claim('c1')],
        evidence: [
          evidence('e1', 'c1', { passages: [cited('one', '"It is"'), cited('two', '“It is”')] }),
          evidence('e2', 'c1', { passages: [cited('one', 'eight shots')] }),
        ],
        resolve: ({ anchor: { quote } }) =>
          quote.exact === 'eight shots' ? found('seven shots', { state: 'changed' }) : found(quote.exact),
      }),
    )
    expect(document.querySelector('#evidence-e1 [data-difference]')?.textContent).toBe(
      'Difference from ? to ?: only quotation marks or spacing differ.',
    )
    expect(document.querySelectorAll('#evidence-e1 del, #evidence-e1 ins')).toHaveLength(0)
    expect(texts(document, '#evidence-e2 [data-change]')).toEqual(['eight shots', 'seven shots'])
    expect(texts(document, '#evidence-e2 [data-change="cited"] del')).toEqual(['eight'])
    expect(texts(document, '#evidence-e2 [data-change="now"] ins')).toEqual(['seven'])
  })

  it('names each difference in changed words, and says why others were not found, as plain text', () => {
    const changes = [
      { class: 'number', from: 'eight', to: 'seven' },
      { class: 'name', from: '<b>Ann</b>', to: '' },
    ] as const
    const document = page(
      reportInput({
        claims: [claim('c1')],
        evidence: [evidence('e1', 'c1', { passages: [cited('one', 'eight shots'), cited('one', 'lost words')] })],
        resolve: ({ anchor: { quote } }) =>
          quote.exact === 'lost words'
            ? notFound('lost', 'The words were taken out.')
            : found('seven shots', { state: 'changed', changes }),
      }),
    )
    expect(texts(document, '#evidence-e1 [data-details="state"] li')).toEqual([
      'A number changed: eight, now seven',
      'A name was taken out: <b>Ann</b>',
      'The words were taken out.',
    ])
  })

  it('calls a reviewer without a name unnamed', () => {
    const nameless = { id: 'x', name: '' }
    const document = page(
      reportInput({
        claims: [claim('c1', { createdBy: nameless })],
        decisions: [decision('d1', 'c1', { by: nameless })],
        evidence: [evidence('e1', 'c1', { createdBy: nameless })],
        notes: [note('n1', { createdBy: nameless })],
      }),
    )
    expect(document.body.textContent).not.toMatch(/by *,/i)
    expect(document.body.textContent?.match(/by an unnamed reviewer,/gi)).toHaveLength(4)
    expect(texts(document, 'tbody tr td:nth-child(3)')).toContain('an unnamed reviewer')
  })

  it('has no two landmarks with one name, however alike the evidence is', () => {
    const passages = [cited('one', 'a'), cited('two', 'b')]
    const document = page(
      reportInput({
        sources: [source('one', 'A'), source('two', 'B')],
        claims: [claim('c1'), claim('c2')],
        evidence: [
          evidence('e1', 'c1', { passages }),
          evidence('e2', 'c1', { passages }),
          evidence('e3', 'c2', { passages }),
        ],
      }),
    )
    const landmarks = [...document.querySelectorAll('section[aria-labelledby], nav, [role="region"], form, aside')]
    const names = landmarks.map(
      (one) =>
        one.getAttribute('aria-label') ??
        document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent,
    )
    expect(names).toHaveLength(7)
    expect(new Set(names).size).toBe(names.length)
    expect(document.querySelectorAll('[role="group"][aria-labelledby]')).toHaveLength(3)
  })

  it('says that lost words are lost, among what was not checked too', () => {
    const document = page(PAIR)
    expect(document.querySelector('#evidence-e2 [data-found]')?.getAttribute('data-found')).toBe('lost')
    expect(texts(document, '[data-gap="evidence-lost"] li')).toEqual(['Claim 1: A “lost words”'])
    expect(texts(document, '[data-gap="file-set-aside"] li')).toEqual(['photo.txt: photo.txt is not text.'])
  })

  it('has one h1, no heading that skips a level, landmarks, and headers in every table', () => {
    const document = page(PAIR)
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
      Number(heading.tagName.charAt(1)),
    )
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
    for (const landmark of ['header', 'nav[aria-label]', 'main', 'footer'])
      expect(document.querySelectorAll(landmark)).toHaveLength(1)
    for (const table of document.querySelectorAll('table'))
      expect(table.querySelectorAll('thead th[scope="col"]').length).toBeGreaterThan(1)
  })

  it('gives every element its own id, and every link inside a place to go', () => {
    const document = page(PAIR)
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...document.querySelectorAll('a[href^="#"]')].map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    )
    expect(links.length).toBeGreaterThan(6)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
    const labels = [...document.querySelectorAll('[aria-labelledby]')].map(
      (one) => one.getAttribute('aria-labelledby') ?? '',
    )
    expect(labels.filter((id) => !ids.includes(id))).toEqual([])
  })

  it.each(HOSTILE_TEXTS)('shows %j as text wherever it stands', (text) => {
    const clean = page(hostileInput('harmless'))
    const document = page(hostileInput(text))
    const tags = (of: Document): string[] =>
      [...of.querySelectorAll('*')].map((element) => element.tagName).filter((tag) => tag !== 'DEL' && tag !== 'INS')
    expect(tags(document)).toEqual(tags(clean))
    const shown = text.replace(/(?![\t\n\f\r])\p{Cc}/gu, '\ufffd')
    expect(document.querySelector('#evidence-e1 blockquote[data-passage]')?.textContent).toBe(shown)
    expect(document.querySelector('.statement')?.textContent).toBe(shown)
    expect(document.querySelector('#note-n1 .written')?.textContent).toBe(shown)
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map((one) => one.name),
    )
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
  })

  it('links addresses of the web and no others', () => {
    const withUrl = (id: string, siglum: string, url: string): ReportInput['sources'][number] =>
      source(id, siglum, { metadata: { ...source(id, siglum).metadata, url } })
    const document = page(
      reportInput({
        sources: [
          withUrl('one', 'A', 'https://example.org/a?b="c"&d'),
          withUrl('two', 'B', 'javascript:alert(1)'),
          withUrl('three', 'C', 'data:text/html,x'),
        ],
      }),
    )
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.filter((href) => !href.startsWith('#'))).toEqual(['https://example.org/a?b="c"&d'])
  })

  it('says plainly that there are no claims, notes or sources', () => {
    const text = page(reportInput()).querySelector('main')?.textContent ?? ''
    for (const sentence of ['No claims were made.', 'No notes were written.', 'The corpus has no sources.'])
      expect(text).toContain(sentence)
  })

  it('lists 1,000 claims in its contents', () => {
    const claims = Array.from({ length: 1000 }, (_, index) =>
      claim(`c${index}`, { statement: `Claim of the ${index}th kind` }),
    )
    const document = page(reportInput({ claims }))
    expect(document.querySelectorAll('nav ol a')).toHaveLength(1000)
    expect(document.querySelectorAll('article[data-verdict]')).toHaveLength(1000)
    expect(document.querySelector('#claims')).not.toBeNull()
  })
})
