import { describe, expect, it } from 'vitest'
import { matchKey } from '../../src/core/match/matchKey'
import { readText } from '../../src/core/match/readText'
import { stemWord } from '../../src/core/match/stemWord'
import { Vocabulary } from '../../src/core/match/vocabulary'
import { generalWeights, weightsFromCorpus } from '../../src/core/match/weights'

function read(text: string) {
  const vocabulary = new Vocabulary()
  const words = readText({ text, setAside: [] }, vocabulary)
  const each = Array.from({ length: words.count }, (_, at) => at)
  return {
    words: each.map((at) => text.slice(words.starts[at], words.ends[at])),
    keys: each.map((at) => vocabulary.keyText(words.keys[at] ?? -1)),
    sentences: Array.from({ length: words.sentenceFirsts.length - 1 }, (_, sentence) =>
      text.slice(
        words.starts[words.sentenceFirsts[sentence] ?? 0],
        words.ends[(words.sentenceFirsts[sentence + 1] ?? 0) - 1],
      ),
    ),
    numbers: [...words.sentences],
  }
}

describe('the keys of words', () => {
  it('are one for British and American spellings, and differ for words that only look alike', () => {
    const same = 'colour color honoured honored organise organize analysed analyzed travelled traveled centre center'
    const list = same.split(' ')
    for (let at = 0; at < list.length; at += 2) expect(matchKey(list[at] ?? '')).toBe(matchKey(list[at + 1] ?? ''))
    const apart = 'four for wise wize called caled hour hor filled filed rises rizes'.split(' ')
    for (let at = 0; at < apart.length; at += 2)
      expect(matchKey(apart[at] ?? '')).not.toBe(matchKey(apart[at + 1] ?? ''))
  })

  it('are one for a number in words and in digits, also where it takes several words', () => {
    for (const [words, digits] of [
      ['twenty-one', '21'],
      ['two hundred', '200'],
      ['three thousand', '3,000'],
      ['1.5 million', '1,500,000'],
      ['two hundred thousand', '200,000'],
      ['ninety', '90'],
    ] as const) {
      expect(read(words).keys).toEqual(read(digits).keys)
      expect(read(words).words).toEqual([words])
    }
    expect(read('a score of 20-1, one two, million').keys).toEqual(['a', 'score', 'of', '20', '1', '1', '2', 'million'])
    expect(read('twenty\n\nthousand').keys).toEqual(['20', 'thousand'])
  })
})

describe('stems', () => {
  it('join the forms of a word', () => {
    for (const forms of [
      "officer officers officer's officers'",
      'make makes making',
      'stop stops stopped stopping',
      'carry carries carried carrying',
      'church churches',
      'quick quickly',
    ]) {
      expect(new Set(forms.split(' ').map(stemWord)).size).toBe(1)
    }
  })

  it('leave short words, names in other scripts and endings that are none as they are', () => {
    for (const word of ['bed', 'sing', 'gas', 'this', 'bus', 'ring', 'שלום', 'été', '21', 'bee']) {
      expect(stemWord(word)).toBe(word)
    }
  })
})

describe('sentences', () => {
  it('end at marks, behind closing quotation marks, and at the end of a heading', () => {
    expect(read('A Heading\n\nHe said: “Stop.” They did! Did they? Yes… Then').sentences).toEqual([
      'A Heading',
      'He said: “Stop',
      'They did',
      'Did they',
      'Yes',
      'Then',
    ])
  })

  it('run on over abbreviations, initials, decimal numbers and small letters', () => {
    for (const text of [
      'Mr. Brown met Gen. J. F. Smith on Jan. 3 with No. 7',
      'It fell 2.5 percent at 5 p.m. Monday',
      'The U.S. Senate met',
      'Why?” he asked her',
      'wait ... for it',
    ]) {
      expect(read(text).sentences).toEqual([text])
    }
    expect(read('He left at 5 p.m. The rest stayed. I said no. Then we went.').sentences).toEqual([
      'He left at 5 p.m.',
      'The rest stayed',
      'I said no',
      'Then we went',
    ])
  })

  it('number every word, in order', () => {
    expect(read('One two. Three four five. Six').numbers).toEqual([0, 0, 1, 1, 1, 2])
    expect(read('').sentences).toEqual([])
  })
})

describe('reading several texts with one vocabulary', () => {
  it('gives the same words the same numbers, and tells spellings apart', () => {
    const vocabulary = new Vocabulary()
    const one = readText({ text: 'Okay said the mayor’s aide', setAside: [] }, vocabulary)
    const two = readText({ text: "O.K. said the Mayor's aide", setAside: [] }, vocabulary)
    expect([...two.keys]).toEqual([...one.keys])
    expect([...two.spellings].map((spelling, at) => spelling === one.spellings[at])).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })
})

describe('weights', () => {
  const vocabulary = new Vocabulary()
  const key = (word: string) => vocabulary.keyOf(vocabulary.spellingOf(word))

  it('are 0 for the commonest words, 1 for words in no list, and lie in order between', () => {
    const weights = generalWeights(vocabulary)
    const order = ['the', 'said', 'council', 'harbourmaster'].map((word) => weights.weightOf(key(word)))
    expect(order).toEqual([...order].sort((one, two) => one - two))
    expect([order[0], order[3]]).toEqual([0, 1])
  })

  it('fall for a word that most texts of a corpus hold, and little for one that few hold', () => {
    const general = generalWeights(vocabulary)
    const counts = new Int32Array(200)
    counts[key('harbourmaster')] = 90
    counts[key('estuary')] = 1
    const weights = weightsFromCorpus(vocabulary, counts, 100)
    expect(weights.weightOf(key('harbourmaster'))).toBeLessThan(0.1)
    expect(weights.weightOf(key('estuary'))).toBeGreaterThan(0.5)
    expect(weights.weightOf(key('estuary'))).toBeLessThanOrEqual(general.weightOf(key('estuary')))
  })
})
