import { describe, expect, it } from 'vitest'
import { splitParagraphs } from '../../../src/core/text/paragraphs'
import {
  commonHeight,
  eyeLine,
  fade,
  interpolate,
  risingChain,
  scrollForEye,
} from '../../../src/renderer/dom/scrollLink'
import { bandPath, visibleBands, type BandSide } from '../../../src/renderer/features/compare/ribbonBands'
import { nearestMark, stripMark, stripPath } from '../../../src/renderer/features/compare/stripMarks'
import { toolbarPlace } from '../../../src/renderer/features/compare/toolbarPlace'
import { passage } from './passages'

describe('paragraphs in a pane', () => {
  it('counts every line that is not blank, as the report does', () => {
    const text = '---\nfront: matter\n---\nOne.\n\nTwo.\nThree.\n'
    const set = splitParagraphs(text, { start: 22, endExclusive: text.length })
    expect(set.map(({ range, number }) => [number, text.slice(range.start, range.endExclusive)])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [3, 'Three.'],
    ])
  })

  it('sets lines close together where a machine broke them, and only there', () => {
    const wrapped = Array.from({ length: 3 }, () =>
      [
        'This line was broken by a program at a width of',
        'about seventy characters and goes on in lower',
        'case until it ends.',
      ].join('\n'),
    ).join('\n\n')
    const lines = Array.from(
      { length: 6 },
      (_, index) => `A paragraph of its own, number ${index}, of usual length here.`,
    ).join('\n')
    const body = (text: string) => ({ start: 0, endExclusive: text.length })
    expect(
      splitParagraphs(wrapped, body(wrapped))
        .map((one) => one.goesOn)
        .slice(0, 4),
    ).toEqual([true, true, false, true])
    expect(splitParagraphs(lines, body(lines)).some((one) => one.goesOn)).toBe(false)
  })
})

describe('linked scrolling', () => {
  it('goes by the heaviest passages in the same order and leaves out one that was moved', () => {
    const anchor = (from: number, to: number, weight: number) => ({ from, to, weight })
    const moved = anchor(150, 900, 10)
    const chain = risingChain([anchor(300, 400, 20), moved, anchor(100, 50, 20), anchor(500, 700, 20)])
    expect(chain.map(({ from }) => from)).toEqual([100, 300, 500])
  })

  it('brings both ends together and stands exactly at every anchor', () => {
    const chain = [{ from: 100, to: 400, weight: 1 }]
    expect([0, 100, 1000].map((at) => interpolate(chain, at, 1000, 2000))).toEqual([0, 400, 2000])
  })

  it('rests the eye at the top of the view when at the top, at its bottom when at the end, and finds back from there', () => {
    const extent = { view: 500, most: 1500, at: 0 }
    expect([0, 1500].map((at) => eyeLine({ ...extent, at }))).toEqual([0, 2000])
    expect(scrollForEye(eyeLine({ ...extent, at: 700 }), extent)).toBeCloseTo(700)
  })

  it('closes a displacement while scrolling, never at once and never past nothing', () => {
    expect(fade(80, 0)).toBe(80)
    expect(fade(80, 400)).toBeCloseTo(40)
    expect(fade(-80, -400)).toBeCloseTo(-40)
    expect(fade(80, 100_000)).toBe(0)
  })

  it('puts a pair where both can be scrolled to, as near to the wanted height as they can', () => {
    const extents = [
      { view: 600, most: 1000, at: 0 },
      { view: 600, most: 1000, at: 0 },
    ]
    expect(commonHeight(150, [500, 900], extents)).toBe(150)
    expect(commonHeight(150, [40, 900], extents)).toBe(40)
    expect(commonHeight(150, [500, 1300], extents)).toBe(300)
  })
})

describe('ribbons', () => {
  const side = (top: number): BandSide => ({
    top,
    view: 100,
    offset: 0,
    geometry: {
      roughly: (offset) => offset,
      box: (range) => ({ top: range.start, bottom: range.endExclusive }),
      textBetween: (from, to) => ({ start: Math.max(0, from), endExclusive: to }),
    },
  })

  it('are drawn for passages that show on one side at least', () => {
    const both = passage('both', [10, 20], [30, 40])
    const half = passage('half', [50, 60], [900, 910])
    const none = passage('none', [700, 710], [900, 910])
    const bands = visibleBands([both, half, none], { a: side(0), b: side(0) })
    expect(bands.map((band) => band.passage.id)).toEqual(['both', 'half'])
    expect(bands[1]?.b).toEqual({ top: 500, bottom: 500 })
    expect(bandPath(bands[0]!, 60)).toBe('M0 10.0C30 10.0 30 30.0 60 30.0V40.0C30 40.0 30 20.0 0 20.0Z')
  })
})

describe('the overview strip', () => {
  it('draws thousands of passages as at most one piece a pixel', () => {
    const marks = Array.from({ length: 5000 }, (_, index) =>
      stripMark(index / 50, index / 50 + 1, { start: 0, endExclusive: 1 }),
    )
    expect(stripPath(marks, { left: 0, width: 7, height: 200 })).toBe('M0 0h7v103h-7z')
  })

  it('takes a click beside a mark for the mark, and the smaller of two that lie over each other', () => {
    const large = stripMark(0, 100, { start: 0, endExclusive: 100 })
    const small = stripMark(40, 44, { start: 40, endExclusive: 44 })
    expect([42, 103, 120].map((y) => nearestMark([large, small], y))).toEqual([small, large, null])
  })
})

describe('the toolbar of a selection', () => {
  const toolbar = { width: 200, height: 30 }
  const view = { width: 400, height: 300 }

  it('stands above the words, below them where there is no room, at the foot where there is neither', () => {
    expect(toolbarPlace({ left: 50, top: 100, bottom: 120 }, toolbar, view)).toEqual({
      kind: 'floating',
      left: 50,
      top: 62,
    })
    expect(toolbarPlace({ left: 350, top: 10, bottom: 30 }, toolbar, view)).toEqual({
      kind: 'floating',
      left: 192,
      top: 38,
    })
    expect(toolbarPlace({ left: 50, top: -200, bottom: 500 }, toolbar, view)).toEqual({ kind: 'docked' })
  })
})
