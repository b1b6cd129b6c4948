import { describe, expect, it } from 'vitest'
import { outcomeWords, runWords, thresholdWords } from '../../../src/renderer/features/compare/explanationWords'
import { settingsWords } from '../../../src/renderer/features/compare/settingsWords'
import { shortQuote } from '../../../src/renderer/features/compare/passageWords'

const missed = (name: string, needed: number, value: number) => thresholdWords({ name, needed, value, met: false })
const passed = (name: string, needed: number, value: number) => thresholdWords({ name, needed, value, met: true })

describe('why, in plain sentences', () => {
  it('says what is needed, what there is, and by how much it was missed', () => {
    expect(missed('smallest passage', 5, 3)).toBe('Shared words: 3. At least 5 are needed: 2 too few.')
    expect(missed('score', 0.5, 0.375)).toBe('Score: 0.38. At least 0.5 is needed: too low by 0.13.')
    expect(passed('words in a row', 5, 7)).toBe('Same words in a row: 7. At least 5 are needed.')
    expect(passed('score', 0, 0.8)).toBe('Score: 0.8. Any will do.')
  })

  it('never rounds a difference to nothing', () => {
    expect(missed('share of words', 0.4, 0.399)).toContain('too low by 0.001')
  })

  it('says a yes or no as one, and names a threshold that it does not know', () => {
    expect(missed('kinds', 1, 0)).toBe('Its kind is one that the settings leave out.')
    expect(missed('rare words', 2, 1)).toBe('Rare words: 1. At least 2 are needed: 1 too few.')
  })

  it('counts the thresholds that were missed', () => {
    const thresholds = [
      { name: 'score', needed: 0, value: 0.2, met: true },
      { name: 'smallest passage', needed: 5, value: 1, met: false },
    ]
    const told = { matched: false, score: 0.2, longestRun: 1, sharedWords: [], thresholds }
    expect(outcomeWords(told)).toBe('They are no match: 1 of 2 thresholds is missed.')
    expect(runWords(told)).toBe('Longest stretch of the same words: 1 word.')
    expect(runWords({ ...told, longestRun: 0 })).toBe('No word stands in both.')
  })
})

describe('the settings in short', () => {
  it('name what is left out of the usual', () => {
    expect(settingsWords({ smallestPassageWords: 5, leastScore: 0, kinds: ['identical', 'near', 'reworded'] })).toBe(
      '5+ words · all kinds · any score',
    )
    expect(settingsWords({ smallestPassageWords: 8, leastScore: 0.3, kinds: ['identical', 'near'] })).toBe(
      '8+ words · identical, near · score 0.3+',
    )
  })
})

describe('a long quote', () => {
  it('keeps its beginning and its end, cut between words', () => {
    expect(shortQuote('one  two\nthree', 40)).toBe('one two three')
    expect(shortQuote('alpha beta gamma delta epsilon zeta eta theta', 24)).toBe('alpha beta … theta')
  })
})
