import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { diffEdits } from '../../src/core/diff/diffPassage'
import { htmlEdits, htmlText } from '../../src/core/report/htmlText'
import { markdownDifference, markdownInline, markdownLine, markdownLines } from '../../src/core/report/markdownText'
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

  it('shows in a Markdown difference what was left out and put in, and both wordings whole', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (a, b) => {
        const lines = markdownDifference(diffEdits(a, b))
        const tree = await readMarkdown(lines.map((line) => `> ${line}`.trimEnd()).join('\n'))
        expect(typesOf(tree).filter((type) => !['delete', 'strong', ...INLINE].includes(type))).toEqual([])
        const withoutSpace = (shown: string): string => shown.replace(/\s+/gu, '')
        expect(withoutSpace(shownBlocks(tree, 'strong'))).toBe(withoutSpace(a))
        expect(withoutSpace(shownBlocks(tree, 'delete'))).toBe(withoutSpace(b))
      }),
      { numRuns: 300 },
    )
  })

  it('comes back from HTML to the character, as text, as an attribute and as a difference', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { document } = parseHTML(
          `<!doctype html><html><body><p title="${htmlText(a)}">${htmlText(a)}</p><div>${htmlEdits(diffEdits(a, b))}</div></body></html>`,
        )
        const paragraph = document.querySelector('p')
        expect(paragraph?.textContent).toBe(a)
        expect(paragraph?.getAttribute('title')).toBe(a)
        const difference = document.querySelector('div')
        expect(difference?.textContent).toBe(
          diffEdits(a, b)
            .map((edit) => edit.text)
            .join(''),
        )
        expect(difference?.querySelectorAll(':not(del):not(ins)')).toHaveLength(0)
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
