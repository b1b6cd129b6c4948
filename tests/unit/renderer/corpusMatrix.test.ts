import { describe, expect, it } from 'vitest'
import {
  drawnEnd,
  drawnPlaces,
  firstDrawn,
  OVERSCAN,
  placeByKey,
  placesInView,
  scrollToPlace,
  type Axis,
} from '../../../src/renderer/features/corpus/matrixWindow'
import {
  duration,
  figureOf,
  firstWords,
  lastWords,
  pairSentence,
  percent,
  stepRanges,
} from '../../../src/renderer/features/corpus/corpusWords'
import { CorpusMatrix, matrixStep, MATRIX_STEPS, shareOf } from '../../../src/renderer/state/corpusMatrix'
import { source } from './sources'

const [a, b, c, aa] = [
  source('A', { words: 100, published: '2019-08' }),
  source('B', { words: 400, published: '2018-04-03' }),
  source('C'),
  source('AA', { published: '2018-04' }),
]
const matrix = new CorpusMatrix([
  { a: 'a', b: 'b', passages: 3, regions: 1, aWords: 60, bWords: 58 },
  { a: 'b', b: 'aa', passages: 1, regions: 0, aWords: 5, bWords: 6 },
])

describe('the matrix of a corpus', () => {
  it('gives the words of the row, and turns the pair round for the cell across', () => {
    expect(matrix.cell('a', 'b')).toEqual({ words: 60, back: 58, passages: 3, regions: 1 })
    expect(matrix.cell('b', 'a')).toEqual({ words: 58, back: 60, passages: 3, regions: 1 })
    expect([matrix.cell('a', 'c'), matrix.cell('a', 'a')]).toEqual([null, null])
  })

  it('orders by siglum with Z before AA, by date with the undated last, and by how much is shared', () => {
    const order = (sort: 'siglum' | 'date' | 'shared') =>
      matrix
        .order([aa, c, b, a], sort)
        .map(({ siglum }) => siglum)
        .join(' ')
    expect(order('siglum')).toBe('A B C AA')
    expect(order('date')).toBe('AA B A C')
    expect(order('shared')).toBe('B A AA C')
  })

  it('colours nothing shared with nothing, and each step from its least figure on', () => {
    expect([0, 1, 9, 10, 39, 40, 120, 399, 400].map((words) => matrixStep(words, 'words'))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 4, 5,
    ])
    expect([0, 0.01, 0.05, 0.5, 1].map((share) => matrixStep(share, 'share'))).toEqual([0, 1, 2, 4, 5])
  })

  it('never gives a share of more than all, nor of a source without words', () => {
    expect([shareOf(120, a), shareOf(30, b), shareOf(3, source('E', { words: 0 }))]).toEqual([1, 0.075, 0])
  })

  it('says both directions in one sentence, and does not call nothing what was not looked for', () => {
    expect(pairSentence(a, b, matrix.cell('a', 'b'), true)).toBe(
      '60 of the 100 words of A also stand in B (60 %), and 58 of the 400 words of B in A (14 %): 3 passages, 1 region of reuse',
    )
    expect(pairSentence(a, c, null, true)).toBe('A and C: nothing shared')
    expect(pairSentence(a, c, null, false)).toBe('A and C: nothing found so far')
    expect(pairSentence(a, a, null, true)).toBe('A itself')
  })

  it('rounds shares and times so that something never reads as nothing, and part never as all', () => {
    expect([0, 0.004, 0.018, 0.999, 1].map(percent)).toEqual(['0 %', '<1 %', '1 %', '99 %', '100 %'])
    expect([0.4, 999, 3449].map(duration)).toEqual(['0 ms', '999 ms', '3.4 s'])
    const cell = matrix.cell('b', 'a')
    expect(cell === null ? '' : [figureOf(cell, b, 'words'), figureOf(cell, b, 'share')]).toEqual(['58', '14 %'])
  })

  it('names in the legend every figure that a step takes', () => {
    expect(stepRanges(MATRIX_STEPS.words, 'words')).toEqual(['1–9', '10–39', '40–119', '120–399', '400 or more'])
    expect(stepRanges(MATRIX_STEPS.share, 'share')).toEqual(['0–5 %', '5–15 %', '15–40 %', '40–80 %', '80 % or more'])
  })
})

describe('the window on the matrix', () => {
  const axis: Axis = { scroll: 1000, view: 500, head: 100, cell: 50, count: 1000 }

  it('draws what is in view, a few beyond, and the cell with the focus wherever it is', () => {
    const [from, to] = [firstDrawn(axis), drawnEnd(axis)]
    expect([from, to]).toEqual([20 - OVERSCAN, 28 + OVERSCAN])
    expect([drawnPlaces(from, to, 5, 1000)[0], drawnPlaces(from, to, 900, 1000).at(-1)]).toEqual([5, 900])
    expect(drawnPlaces(from, to, 22, 1000)).toEqual(drawnPlaces(from, to, -1, 1000))
    const small = { ...axis, scroll: 0, count: 3 }
    expect(drawnPlaces(firstDrawn(small), drawnEnd(small), 1, 3)).toEqual([0, 1, 2])
    expect(drawnPlaces(0, drawnEnd({ ...axis, count: 0 }), 0, 0)).toEqual([])
  })

  it('scrolls only as far as it must to show a place under the headings', () => {
    expect([20, 27, 28, 19].map((place) => scrollToPlace(place, axis))).toEqual([1000, 1000, 1050, 950])
    expect(placesInView(axis)).toBe(8)
  })

  it('walks by arrows, pages and ends, and stays inside', () => {
    const go = (key: string, ctrl = false, row = 1, column = 1) => {
      const place = placeByKey(key, ctrl, { row, column }, { count: 4, page: 2 })
      return place === null ? null : [place.row, place.column]
    }
    expect(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].map((key) => go(key))).toEqual([
      [2, 1],
      [0, 1],
      [1, 0],
      [1, 2],
    ])
    expect([go('ArrowUp', false, 0, 0), go('PageDown', false, 3, 0), go('PageUp')]).toEqual([
      [0, 0],
      [3, 0],
      [0, 1],
    ])
    expect([go('Home'), go('End'), go('Home', true), go('End', true), go('ArrowDown', true)]).toEqual([
      [1, 0],
      [1, 3],
      [0, 0],
      [3, 3],
      [3, 1],
    ])
    expect(go('x')).toBeNull()
  })
})

describe('what stands around a passage', () => {
  it('is cut at words, to the side that touches the passage', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve'
    expect(lastWords(text)).toBe('…five six seven eight nine ten eleven twelve')
    expect(firstWords(text)).toBe('one two three four five six seven eight…')
    expect([lastWords('  so\n he '), firstWords(' said\u00a0so \n')]).toEqual(['so he ', ' said so'])
  })

  it('never cuts a character in two', () => {
    const faces = '😀'.repeat(40)
    for (const cut of [lastWords(faces), firstWords(faces)]) expect(cut).not.toMatch(/\p{Cs}/u)
  })
})
