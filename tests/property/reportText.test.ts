import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { htmlPieces, htmlText } from '../../src/core/report/htmlText'
import { markdownInline, markdownLine, markdownLines, markdownPieces } from '../../src/core/report/markdownText'
import { quotePieces, reportSegments } from '../../src/core/report/markedPassages'
import { csvCell } from '../../src/core/report/renderCsv'
import { parseCsv } from '../support/parseCsv'
import { allNodes, readMarkdown, shownText, type MarkdownNode } from '../support/readMarkdown'

const PIECES = [
  ...'\\`*_{}[]()<>#+-.!|~&$^@:="\'/;,?%',
  ...[
    'a',
    'word',
    'two words',
    '1',
    '12.',
    ' ',
    '  ',
    '    ',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u2028',
    '\ufeff',
  ],
  ...['é', 'e\u0301', 'שלום', '\u202e', '\u200f', '👩🏽‍🚀', '\u{1d11e}', '漢字', '。', '“', '”', '—'],
  ...[
    'http://x.y',
    'www.x.y',
    'a@b.c',
    '&amp;',
    '&#35;',
    '---',
    '===',
    '```',
    '~~~',
    '- [ ] ',
    '> ',
    '<!--',
    '[^1]: ',
    ':smile:',
  ],
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
/** Two texts that share stretches, as a pair of passages does. */
const pair = fc
  .array(fc.tuple(fc.constantFrom('both', 'a', 'b'), text), { maxLength: 6 })
  .map((parts) =>
    ['a', 'b'].map((side) =>
      parts.flatMap(([whose, part]) => (whose === 'both' || whose === side ? [part] : [])).join(' '),
    ),
  )
  .map(([a = '', b = '']) => [a, b] as const)
const INLINE = ['paragraph', 'text', 'break', 'sentence', 'blockquote', 'root']

function squeeze(shown: string): string {
  return shown.replace(/\s+/gu, ' ').trim()
}

function typesOf(node: MarkdownNode): string[] {
  return allNodes(node).map((one) => one.type)
}

function shownBlocks(node: MarkdownNode, leaveOut?: string): string {
  const paragraphs = allNodes(node).filter((one) => one.type === 'paragraph')
  return squeeze(paragraphs.map((one) => shownText(one, leaveOut)).join('\n'))
}

describe('text of sources', () => {
  it('is shown by Markdown as it is, and makes no markup, in a quote of any number of lines', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const tree = await readMarkdown(
          markdownLines(written)
            .map((line) => `> ${line}`.trimEnd())
            .join('\n'),
        )
        expect(typesOf(tree).filter((type) => !INLINE.includes(type))).toEqual([])
        expect(shownBlocks(tree)).toBe(squeeze(written))
      }),
      { numRuns: 300 },
    )
  })

  it('is shown by Markdown as it is, and makes no markup, in a heading and an entry of a list', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const [line, inline] = [markdownLine(written), markdownInline(written)]
        const tree = await readMarkdown(`# Title: ${inline}\n\n- ${line || 'x'}\n- Entry: ${inline}`)
        expect(typesOf(tree).filter((type) => !['heading', 'list', 'listItem', ...INLINE].includes(type))).toEqual([])
        expect(squeeze(shownText(tree.children?.[0] ?? tree))).toBe(`Title: ${squeeze(written)}`.trim())
      }),
      { numRuns: 300 },
    )
  })

  it('tells with its segments both passages to the character, and marks no white space at the ends of a difference', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const segments = reportSegments(a, b)
        expect(segments.map((segment) => segment.a).join('')).toBe(a)
        expect(segments.map((segment) => segment.b).join('')).toBe(b)
        for (const side of ['a', 'b'] as const)
          for (const piece of quotePieces(segments, side)) {
            expect(piece.text).not.toBe('')
            if (piece.marked) expect(piece.text).toBe(piece.text.trim())
          }
      }),
      { numRuns: 1000 },
    )
  })

  it('is shown by Markdown whole in a marked passage, with every word that differs inside a mark', async () => {
    await fc.assert(
      fc.asyncProperty(pair, fc.constantFrom('a', 'b'), async ([a, b], side) => {
        const pieces = quotePieces(reportSegments(a, b), side)
        const [mark, type] = side === 'a' ? (['~~', 'delete'] as const) : (['**', 'strong'] as const)
        const lines = markdownPieces(pieces, mark)
        const tree = await readMarkdown(lines.map((line) => `> ${line}`.trimEnd()).join('\n'))
        expect(typesOf(tree).filter((one) => one !== type && !INLINE.includes(one))).toEqual([])
        expect(shownBlocks(tree)).toBe(squeeze(side === 'a' ? a : b))
        const words = pieces.flatMap((piece) => (piece.marked ? piece.text.split(/\s+/u) : []))
        const shown = allNodes(tree)
          .filter((node) => node.type === type)
          .map((node) => shownText(node))
          .join('\n')
        let from = 0
        for (const word of words) {
          expect(shown.indexOf(word, from)).not.toBe(-1)
          from = shown.indexOf(word, from) + word.length
        }
        expect(shown === '').toBe(words.length === 0)
      }),
      { numRuns: 400 },
    )
  })

  it('comes back from HTML to the character, as text, as an attribute and as a marked passage', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const pieces = quotePieces(reportSegments(a, b), 'b')
        const { document } = parseHTML(
          `<!doctype html><html><body><p title="${htmlText(a)}">${htmlText(a)}</p><div>${htmlPieces(pieces, 'ins')}</div></body></html>`,
        )
        const paragraph = document.querySelector('p')
        expect(paragraph?.textContent).toBe(a)
        expect(paragraph?.getAttribute('title')).toBe(a)
        const passage = document.querySelector('div')
        expect(passage?.textContent).toBe(b)
        expect([...(passage?.querySelectorAll('ins') ?? [])].map((one) => one.textContent)).toEqual(
          pieces.filter((piece) => piece.marked).map((piece) => piece.text),
        )
        expect(passage?.querySelectorAll(':not(ins)')).toHaveLength(0)
      }),
      { numRuns: 300 },
    )
  })

  it('comes back from CSV whole, after the guard against formulas is taken off', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            text,
            text.map((one) => `=${one}`),
            text.map((one) => `'${one}`),
          ),
          { minLength: 1 },
        ),
        (cells) => {
          const [row] = parseCsv(`${cells.map((cell) => csvCell(cell)).join(',')}\r\n`)
          for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u)
          expect(row?.map((cell) => (/^'+[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? cell.slice(1) : cell))).toEqual(cells)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
