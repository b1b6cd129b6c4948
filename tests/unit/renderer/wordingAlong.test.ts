import { describe, expect, it } from 'vitest'
import { diffSegments } from '../../../src/core/diff/diffPassage'
import { acrossPassage } from '../../../src/renderer/state/acrossPassage'
import { wordingAlong } from '../../../src/renderer/state/wordingAlong'
import { passage } from './passages'

/** A passage of two whole texts, its differences computed as the program does. */
function between(id: string, a: string, b: string) {
  return passage(id, [0, a.length], [0, b.length], {
    segments: diffSegments(a, { start: 0, endExclusive: a.length }, b, { start: 0, endExclusive: b.length }),
  })
}

describe('the counterpart of a stretch', () => {
  const a = 'The old bridge was closed at noon'
  const b = 'So the old stone bridge was shut at noon'
  const pair = between('pair', a, b)
  const across = (words: string): string => {
    const start = a.indexOf(words)
    const found = acrossPassage(pair, { start, endExclusive: start + words.length }, 'a')
    return b.slice(found.start, found.endExclusive)
  }

  it('is the same words where they are the same, and all that replaced them where they are not', () => {
    expect(across('bridge was')).toBe('bridge was')
    expect(across('at noon')).toBe('at noon')
    expect(across('closed').trim()).toBe('shut')
  })

  it('holds what only the other side has in its middle, not at its edges', () => {
    expect(across('old bridge')).toBe('old stone bridge')
    expect(across('bridge')).toBe('bridge')
  })

  it('stays inside the passage for any stretch of it, backwards too', () => {
    for (let start = 0; start < b.length; start += 1)
      for (let end = start; end <= b.length; end += 1) {
        const found = acrossPassage(pair, { start, endExclusive: end }, 'b')
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.endExclusive).toBeGreaterThanOrEqual(found.start)
        expect(found.endExclusive).toBeLessThanOrEqual(a.length)
      }
  })
})

describe('the chosen wording in further panes', () => {
  const chosen = passage('chosen', [100, 200], [300, 400])
  const little = passage('little', [390, 420], [0, 30])
  const most = passage('most', [310, 395], [500, 585])
  const onward = passage('onward', [520, 560], [700, 740])
  const before = passage('before', [900, 1000], [150, 250])

  it('goes on through the passages of each join that cover some of it, on both sides, after the one that covers most', () => {
    const found = wordingAlong([[before], [chosen], [little, most], [onward]], 1, chosen)
    expect(
      found.map(({ join, passage: one, nearer, further, leads }) => [join, one.id, nearer, further, leads]),
    ).toEqual([
      [2, 'most', 2, 3, true],
      [2, 'little', 2, 3, false],
      [3, 'onward', 3, 4, true],
      [0, 'before', 1, 0, true],
    ])
    expect(found[0]?.from).toEqual({ start: 310, endExclusive: 395 })
  })

  it('ends where no passage carries it on', () => {
    const elsewhere = passage('elsewhere', [0, 50], [0, 50])
    expect(wordingAlong([[chosen], [elsewhere], [onward]], 0, chosen)).toEqual([])
  })
})
