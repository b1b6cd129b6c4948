import { describe, expect, it } from 'vitest'
import { diffSegments } from '../../../src/core/diff/diffPassage'
import type { VersionRow } from '../../../src/core/diff/versionRows'
import { splitParagraphs } from '../../../src/core/text/paragraphs'
import type { TextRange } from '../../../src/core/text/textRange'
import { foldWords, rowLabel } from '../../../src/renderer/features/versions/versionWords'
import {
  changedRows,
  listRows,
  rowAt,
  rowNumbers,
  rowWords,
  stepChange,
  type TwoTexts,
} from '../../../src/renderer/state/differenceRows'
import { wordsAround } from '../../../src/renderer/state/wordsAround'

const WAS = 'Police fired four shots.\n\nNobody saw it 🚓.\n\nThe street was closed.'
const IS = 'Police fired seven shots.\n\nThe street was closed.\n\nA new line.'

function texts(from: string, to: string): TwoTexts {
  const side = (text: string): TwoTexts['from'] => ({
    text,
    paragraphs: splitParagraphs(text, { start: 0, endExclusive: text.length }),
  })
  return { from: side(from), to: side(to) }
}

function range(text: string, words: string): TextRange {
  const start = text.indexOf(words)
  return { start, endExclusive: start + words.length }
}

function row(kind: VersionRow['kind'], from: TextRange | null, to: TextRange | null): VersionRow {
  const segments = from === null || to === null ? [] : diffSegments(WAS, from, IS, to)
  return { kind, from, to, part: null, typography: false, segments }
}

function unchanged(count: number): VersionRow[] {
  return Array.from({ length: count }, (_, at) => row('same', { start: at, endExclusive: at }, null))
}

describe('the rows of a difference', () => {
  it('fold a run of unchanged paragraphs, but for one on either side of a change', () => {
    const rows = [...unchanged(6), row('added', null, range(IS, 'A new line.')), ...unchanged(6)]
    const shown = listRows(rows, []).map((one) => (one.kind === 'fold' ? `${one.at}+${one.rows}` : one.at))
    expect(shown).toEqual(['0+5', 5, 6, 7, '8+5'])
    expect(listRows(rows, [0, 8]).every((one) => one.kind === 'row')).toBe(true)
  })

  it('show a short run whole, and everything of a text that changed throughout', () => {
    const rows = [row('removed', range(WAS, 'Nobody'), null), ...unchanged(4), row('removed', range(WAS, 'The'), null)]
    expect(listRows(rows, [])).toHaveLength(6)
  })

  it('tell how many of the unchanged differ in typography alone', () => {
    const rows = unchanged(12).map((one, at) => ({ ...one, typography: at < 3 }))
    const [fold] = listRows(rows, [])
    expect(fold?.kind === 'fold' && foldWords(fold)).toBe('12 paragraphs unchanged, 3 in typography only')
  })

  it('are stepped through change by change, and stay at the ends', () => {
    const changes = changedRows([...unchanged(1), row('added', null, null), ...unchanged(1), row('added', null, null)])
    expect(changes).toEqual([1, 3])
    expect([stepChange(changes, null, 1), stepChange(changes, null, -1)]).toEqual([1, 3])
    expect([stepChange(changes, 1, 1), stepChange(changes, 3, 1), stepChange(changes, 1, -1)]).toEqual([3, 3, 1])
    expect(stepChange([], null, 1)).toBeNull()
  })
})

describe('a paragraph that moved', () => {
  it('leaves a trace where it stood, which breaks the run of unchanged ones there', () => {
    const at = (start: number): TextRange => ({ start, endExclusive: start + 1 })
    const rows: VersionRow[] = [
      row('moved', at(50), at(0)),
      ...Array.from({ length: 10 }, (_, index) => row('same', at(index * 10 + 1), at(index * 10 + 1))),
    ].map((one) => ({ ...one, segments: [] }))
    const shown = listRows(rows, []).map((one) =>
      one.kind === 'fold' ? `${one.at}+${one.rows}` : [one.kind, one.at].join(' '),
    )
    expect(shown).toEqual(['row 0', 'row 1', '2+3', 'row 5', 'trace 0', 'row 6', '7+4'])
  })
})

describe('a paragraph in two versions', () => {
  const changed = row('changed', range(WAS, 'Police fired four shots.'), range(IS, 'Police fired seven shots.'))

  it('has its own words on each side, marked where they differ, and both in one line', () => {
    const words = rowWords(changed, texts(WAS, IS))
    const joined = (side: 'from' | 'to'): string => words[side].map((piece) => piece.text).join('')
    expect(joined('from')).toBe('Police fired four shots.')
    expect(joined('to')).toBe('Police fired seven shots.')
    expect(words.inline.filter((piece) => piece.kind !== 'equal')).toEqual([
      { kind: 'delete', text: 'four' },
      { kind: 'insert', text: 'seven' },
    ])
  })

  it('is all left out or all put in where the other version has none, emoji and all', () => {
    const gone = row('removed', range(WAS, 'Nobody saw it 🚓.'), null)
    expect(rowWords(gone, texts(WAS, IS))).toEqual({
      from: [{ kind: 'delete', text: 'Nobody saw it 🚓.' }],
      to: [],
      inline: [{ kind: 'delete', text: 'Nobody saw it 🚓.' }],
    })
  })

  it('that moved says where it was', () => {
    const moved = row('moved', range(WAS, 'The street was closed.'), range(IS, 'The street was closed.'))
    const numbers = rowNumbers(moved, texts(WAS, IS))
    expect(numbers).toEqual({ from: 3, to: 2 })
    expect(rowLabel(moved, numbers)).toBe('moved, was ¶ 3')
    expect(rowAt([changed, moved], 'to', IS.indexOf('street'))).toBe(1)
    expect(rowAt([changed, moved], 'to', IS.indexOf('new'))).toBe(-1)
  })
})

describe('the words around a passage', () => {
  it('are cut between words, with an ellipsis where there are more', () => {
    const text = 'One two three four five six seven.'
    expect(wordsAround(text, range(text, 'four'), 8)).toEqual({ before: '… three ', after: ' five …' })
    expect(wordsAround(text, range(text, 'four'), 80)).toEqual({ before: 'One two three ', after: ' five six seven.' })
  })
})
