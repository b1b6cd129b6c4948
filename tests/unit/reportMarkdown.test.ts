import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/core/report/buildReport'
import { renderMarkdown } from '../../src/core/report/renderMarkdown'
import { allNodes, readMarkdown, shownText, type MarkdownNode } from '../support/readMarkdown'
import {
  at,
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

const PAIR = reportInput({
  sources: [source('one', 'A'), source('two', 'B')],
  setAside: [{ path: 'photo.txt', code: 'BINARY', message: 'photo.txt is not text.' }],
  claims: [claim('c1')],
  decisions: [decision('d1', 'c1', { verdict: 'disputed', reason: 'they differ' })],
  evidence: [
    evidence('e1', 'c1', {
      stance: 'contradicts',
      passages: [cited('one', "We need to know if you're okay."), cited('two', 'We need to know if you’re O.K.')],
    }),
    evidence('e2', 'c1', { passages: [cited('one', 'lost words')] }),
  ],
  notes: [note('n1', { body: 'a note', passages: [cited('two', 'noted words')] })],
  resolve: ({ anchor: { quote } }) => (quote.exact === 'lost words' ? notFound('lost') : found(quote.exact)),
})

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

async function headings(text: string): Promise<string[]> {
  const nodes = allNodes(await readMarkdown(text))
  return nodes
    .filter((node) => node.type === 'heading')
    .map((node) => `${'#'.repeat(node.depth ?? 0)} ${shownText(node)}`)
}

async function quotes(text: string): Promise<MarkdownNode[]> {
  return allNodes(await readMarkdown(text)).filter((node) => node.type === 'blockquote')
}

describe('the Markdown report', () => {
  it('has its parts under headings, in order', async () => {
    expect(await headings(renderMarkdown(buildReport(PAIR)))).toEqual([
      '# Crossread report: Sacramento',
      '## Claims',
      '### Claim 1: ≠ disputed',
      '#### Contradicts: A and B',
      '#### Supports: A',
      '#### History',
      '## Notes',
      '### Note 1',
      '## What was not checked',
      '## Sources',
      '### A: The report of one',
      '### B: The report of two',
      '### Files set aside',
      '## Settings',
      '## How to check this report',
    ])
  })

  it('says what counted as a shared passage', () => {
    const settings = { smallestPassageWords: 8, leastScore: 0.3, kinds: ['near', 'identical'] as const }
    expect(renderMarkdown(buildReport({ ...PAIR, settings }))).toContain(
      '- Fewest shared words of a passage: 8\n- Kinds of passages shown: identical, near\n- Least score shown: 0.3\n',
    )
  })

  it('tells verdict, reason, reviewer and times of a claim', () => {
    const text = renderMarkdown(buildReport(PAIR))
    expect(text).toContain(
      `- Verdict: disputed, by Ben, ${at(30)}\n- Reason: they differ\n- Claim made by Ann, ${at(10)}\n`,
    )
    expect(text).toContain(`- ${at(30)}: ≠ disputed, by Ben. they differ`)
  })

  it('gives fingerprints, places and what was not checked', () => {
    const text = renderMarkdown(buildReport(PAIR))
    expect(text).toContain(`- SHA-256 of the file: ${source('one', 'A').sha256}`)
    expect(text).toContain('A: The report of one · one.txt · characters 7 to 38 · paragraph 2 (found as cited)')
    expect(text).toContain('(the cited words are not in the source any more)')
    expect(text).toMatch(/could not be found again.*\n\n- Claim 1: A “lost words”/)
    expect(text).toContain('- photo.txt: photo.txt is not text')
  })

  it('marks in each quote of a pair what it alone has, whole words at a time, and says how to read it', () => {
    const text = renderMarkdown(buildReport(PAIR))
    expect(text).toContain("> We need to know if you're ~~okay.~~\n")
    expect(text).toContain('> We need to know if you’re **O.K.**\n')
    expect(text).toContain(
      'Difference from A to B: 1 place; ~~struck through~~ is what the first quote alone has, **bold** what the second alone has.',
    )
  })

  it('says in words that only quotation marks differ', () => {
    const passages = [cited('one', '"It is"'), cited('two', '“It is”')]
    const text = renderMarkdown(buildReport(reportInput({ notes: [note('n1', { passages })] })))
    expect(text).toContain(': only quotation marks or spacing differ.')
    expect(text).not.toMatch(/~~|\*\*/)
  })

  it('shows the words as they were cited beside those that took their place', () => {
    const changed = reportInput({
      notes: [note('n1', { passages: [cited('one', 'eight shots')] })],
      resolve: () => found('seven shots', { state: 'changed' }),
    })
    expect(renderMarkdown(buildReport(changed))).toContain(
      'The words as they were cited:\n\n> ~~eight~~ shots\n\nThe words that stand there now:\n\n> **seven** shots\n',
    )
  })

  it('names each difference in changed words, and says why others were not found, as plain text', () => {
    const changes = [
      { class: 'number', from: 'eight', to: 'seven' },
      { class: 'name', from: '*Ann*\n# B', to: '<b>' },
    ] as const
    const text = renderMarkdown(
      buildReport(
        reportInput({
          notes: [note('n1', { passages: [cited('one', 'eight shots'), cited('one', 'lost words')] })],
          resolve: ({ anchor: { quote } }) =>
            quote.exact === 'lost words'
              ? notFound('lost', 'The words were taken out.')
              : found('seven shots', { state: 'changed', changes }),
        }),
      ),
    )
    expect(text).toContain('(the words have changed since they were cited)\n\n- A number changed: eight, now seven\n')
    expect(text).toContain('- A name changed: \\*Ann\\* # B, now \\<b\\>\n')
    expect(text).toContain('(the cited words are not in the source any more)\n\n- The words were taken out.\n')
  })

  it('calls a reviewer without a name unnamed', () => {
    const nameless = { id: 'x', name: ' ' }
    const text = renderMarkdown(
      buildReport(
        reportInput({
          claims: [claim('c1', { createdBy: nameless })],
          decisions: [decision('d1', 'c1', { by: nameless })],
          notes: [note('n1', { createdBy: nameless })],
        }),
      ),
    )
    expect(text).not.toMatch(/by *,/i)
    expect(text.match(/by an unnamed reviewer[,.]/gi)).toHaveLength(4)
  })

  it.each(HOSTILE_TEXTS)('shows %j as text wherever it stands', async (text) => {
    const rendered = renderMarkdown(buildReport(hostileInput(text)))
    const nodes = allNodes(await readMarkdown(rendered))
    const harmless = allNodes(await readMarkdown(renderMarkdown(buildReport(hostileInput('harmless')))))
    const made = new Set([...harmless.map((node) => node.type), 'break'])
    expect(nodes.map((node) => node.type).filter((type) => !made.has(type))).toEqual([])
    const count = (all: readonly MarkdownNode[], type: string): number =>
      all.filter((node) => node.type === type).length
    for (const type of ['heading', 'listItem', 'blockquote', 'inlineCode', 'link', 'code', 'table'])
      expect([type, count(nodes, type)]).toEqual([type, count(harmless, type)])
    const shown = squeeze(text.replace(/(?![\t\n\f\r])\p{Cc}/gu, '\ufffd'))
    const [first] = await quotes(rendered)
    expect(squeeze((first?.children ?? []).map((child) => shownText(child)).join(' '))).toBe(shown)
    expect((await headings(rendered))[0]).toBe(`# Crossread report: ${shown}`)
  })

  it('keeps the lines and paragraphs of what it quotes', async () => {
    const text = 'one\r\ntwo\n\n\nthree'
    const rendered = renderMarkdown(buildReport(hostileInput(text)))
    const [first] = await quotes(rendered)
    expect(first?.children?.map((child) => shownText(child))).toEqual(['one\ntwo', 'three'])
    expect(rendered).toContain('> one\\\n> two\n>\n>\n> three\n')
  })

  it('shows an address as a link only where it can be nothing else', async () => {
    const metadata = (url: string) => ({ metadata: { ...source('x', 'A').metadata, url } })
    const input = reportInput({
      sources: [
        source('one', 'A', metadata('https://example.org/a_b?c=*d*')),
        source('two', 'B', metadata('https://example.org/> <script>')),
        source('three', 'C', metadata('javascript:alert(1)')),
      ],
    })
    const links = allNodes(await readMarkdown(renderMarkdown(buildReport(input)))).filter(
      (node) => node.type === 'link',
    )
    expect(links.map((link) => link.url)).toEqual(['https://example.org/a_b?c=*d*'])
  })

  it('says plainly that there are no claims, notes or sources', () => {
    const text = renderMarkdown(buildReport(reportInput()))
    for (const sentence of ['No claims were made.', 'No notes were written.', 'The corpus has no sources.'])
      expect(text).toContain(sentence)
  })

  it('tells of each of 1,000 claims', async () => {
    const claims = Array.from({ length: 1000 }, (_, index) => claim(`c${index}`))
    const found = await headings(renderMarkdown(buildReport(reportInput({ claims }))))
    expect(found.filter((heading) => heading.startsWith('### Claim '))).toHaveLength(1000)
  })
})
