import { describe, expect, it } from 'vitest'
import { diffSegments } from '../../../src/core/diff/diffPassage'
import { cutPlaces, middleOf, moveCut, piecesOf, proposeCuts, type Piece } from '../../../src/renderer/state/cutPassage'
import { passage } from './passages'

const a = 'The bridge was closed at noon. “Every shop” kept its shutters down.'
const b = 'The bridge was shut at about noon; every shop kept its shutters down.'
const whole = { a: { start: 0, endExclusive: a.length }, b: { start: 0, endExclusive: b.length } }
const pair = passage('pair', [0, a.length], [0, b.length], { segments: diffSegments(a, whole.a, b, whole.b) })
const texts = { a, b }

function words(pieces: readonly Piece[] | null): [string, string][] | null {
  return (
    pieces?.map((piece) => [
      a.slice(piece.a.start, piece.a.endExclusive),
      b.slice(piece.b.start, piece.b.endExclusive),
    ]) ?? null
  )
}

describe('splitting a passage', () => {
  it('cuts the other side at the same place, proposed from how the two differ', () => {
    const cuts = proposeCuts(pair, texts, 'a', [a.indexOf('“Every')])
    expect(words(piecesOf(pair, texts, cuts))).toEqual([
      ['The bridge was closed at noon.', 'The bridge was shut at about noon;'],
      ['“Every shop” kept its shutters down.', 'every shop kept its shutters down.'],
    ])
  })

  it('cuts before the word that the caret stands in, and after the space that it stands before', () => {
    const at = (offset: number) => proposeCuts(pair, texts, 'a', [offset])[0]?.a
    const kept = a.indexOf('kept')
    expect([kept - 1, kept, kept + 2].map(at)).toEqual([kept, kept, kept])
  })

  it('cuts selected words out as a part of their own', () => {
    const start = a.indexOf('closed')
    const cuts = proposeCuts(pair, texts, 'a', [start, start + 'closed '.length])
    expect(words(piecesOf(pair, texts, cuts))?.map(([first]) => first)).toEqual([
      'The bridge was',
      'closed',
      'at noon. “Every shop” kept its shutters down.',
    ])
  })

  it('moves a cut by words, never past the passage or another cut', () => {
    const cuts = proposeCuts(pair, texts, 'a', [a.indexOf('was')])
    const later = moveCut(pair, texts, cuts, { cut: 0, side: 'b', by: 1 })
    expect(b.slice(later[0]?.b)).toMatch(/^shut/)
    let first = cuts
    for (let step = 0; step < 9; step += 1) first = moveCut(pair, texts, first, { cut: 0, side: 'a', by: -1 })
    expect(first[0]?.a).toBe(a.indexOf('bridge'))
    const two = proposeCuts(pair, texts, 'a', [a.indexOf('was'), a.indexOf('closed')])
    expect(moveCut(pair, texts, two, { cut: 0, side: 'a', by: 1 })).toBe(two)
  })

  it('refuses parts without words on one side', () => {
    const last = b.length
    expect(piecesOf(pair, texts, [{ a: a.indexOf('was'), b: last }])).toBeNull()
  })

  it('proposes the end of a sentence when nobody says where', () => {
    expect(a.slice(middleOf(a, whole.a))).toMatch(/^“Every shop/)
  })

  it('cuts only where words begin, whatever they are made of', () => {
    const text = 'naïve 👩‍👩‍👧 שלום עולם e\u0301tude end'
    const range = { start: 0, endExclusive: text.length }
    expect(cutPlaces(text, range).map((at) => text.slice(at).split(/\s/u)[0])).toEqual([
      '👩‍👩‍👧',
      'שלום',
      'עולם',
      'e\u0301tude',
      'end',
    ])
  })
})
