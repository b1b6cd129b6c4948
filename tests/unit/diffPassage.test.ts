import { describe, expect, it } from 'vitest'
import { MOST_EDITS } from '../../src/core/diff/alignTokens'
import { countDifferences, diffEdits, diffSegments } from '../../src/core/diff/diffPassage'

function segments(a: string, b: string) {
  const found = diffSegments(a, { start: 0, endExclusive: a.length }, b, { start: 0, endExclusive: b.length })
  return found.map(({ kind, a: inA, b: inB }) => [
    kind,
    a.slice(inA.start, inA.endExclusive),
    b.slice(inB.start, inB.endExclusive),
  ])
}
const differences = (a: string, b: string) => segments(a, b).filter(([kind]) => kind !== 'equal')

describe('the difference as it is shown', () => {
  it('marks another spelling, a changed joint and a missing word in the body-camera quotations', () => {
    expect(segments("We need to know if you're okay", 'We need to know if you’re O.K.')).toEqual([
      ['equal', "We need to know if you're ", 'We need to know if you’re '],
      ['replaced', 'okay', 'O.K.'],
    ])
    expect(segments("you medics. But, we can't over to get", 'you medics, but we can’t go over to get')).toEqual([
      ['equal', 'you medics', 'you medics'],
      ['replaced', '. But,', ', but'],
      ['equal', " we can't ", ' we can’t '],
      ['put in', '', 'go '],
      ['equal', 'over to get', 'over to get'],
    ])
  })

  it('mirrors left out and put in', () => {
    expect(differences('we can go over', 'we can over')).toEqual([['left out', 'go ', '']])
    expect(differences('we can over', 'we can go over')).toEqual([['put in', '', 'go ']])
  })

  it('gives a word at the end the white space before it, and a mark none', () => {
    expect(segments('over there', 'over there now')).toEqual([
      ['equal', 'over there', 'over there'],
      ['put in', '', ' now'],
    ])
    expect(segments('medics but', 'medics, but')).toEqual([
      ['equal', 'medics', 'medics'],
      ['put in', '', ','],
      ['equal', ' but', ' but'],
    ])
    expect(segments('said we must', 'said “we must')).toEqual([
      ['equal', 'said ', 'said '],
      ['put in', '', '“'],
      ['equal', 'we must', 'we must'],
    ])
  })

  it('passes over white space, the form of marks, and what cannot be seen', () => {
    expect(differences('"We  can\'t,"\nhe said', '“We can’t,” he\u00a0sa\u00adid')).toEqual([])
  })

  it('tells case, accents, numbers and punctuation apart', () => {
    expect(differences('But résumé 20 now.', 'but resume 21 now!')).toEqual([
      ['replaced', 'But résumé 20', 'but resume 21'],
      ['replaced', '.', '!'],
    ])
  })

  it('keeps the offsets of the articles and counts what differs', () => {
    const found = diffSegments('xx one two', { start: 3, endExclusive: 10 }, 'one three', { start: 0, endExclusive: 9 })
    expect(found).toEqual([
      { kind: 'equal', a: { start: 3, endExclusive: 7 }, b: { start: 0, endExclusive: 4 } },
      { kind: 'replaced', a: { start: 7, endExclusive: 10 }, b: { start: 4, endExclusive: 9 } },
    ])
    expect(countDifferences(found)).toBe(1)
  })

  it('has nothing to say of two empty ranges', () => {
    expect(segments('', '')).toEqual([])
    expect(segments('', 'all of it')).toEqual([['put in', '', 'all of it']])
  })
})

describe('edits', () => {
  it('are whole words and marks, equal only where the characters are', () => {
    expect(diffEdits('the Big  old house', 'the big old house')).toEqual([
      { op: 'equal', text: 'the ' },
      { op: 'delete', text: 'Big  ' },
      { op: 'insert', text: 'big ' },
      { op: 'equal', text: 'old house' },
    ])
  })

  it('do not cut replaced words into crumbs at the spaces they share', () => {
    expect(diffEdits('we all left', 'they both stayed')).toEqual([
      { op: 'delete', text: 'we all left' },
      { op: 'insert', text: 'they both stayed' },
    ])
  })

  it('replay also where the texts are too different to be compared finely', () => {
    const a = Array.from({ length: MOST_EDITS * 2 }, (_, at) => `a${at}`).join(' ')
    const b = Array.from({ length: MOST_EDITS * 2 }, (_, at) => `b${at}`).join('  ')
    const edits = diffEdits(`start ${a} end`, `start ${b} end`)
    expect(
      edits
        .filter(({ op }) => op !== 'insert')
        .map(({ text }) => text)
        .join(''),
    ).toBe(`start ${a} end`)
    expect(
      edits
        .filter(({ op }) => op !== 'delete')
        .map(({ text }) => text)
        .join(''),
    ).toBe(`start ${b} end`)
  })

  it('stay fine in a long text with many small changes', () => {
    const words = Array.from({ length: 6_000 }, (_, at) => `w${(at * 7_919) % 4_001}`)
    const changed = words.map((word, at) => (at % 10 === 3 ? `new${at}` : word))
    const edits = diffEdits(words.join(' '), changed.join(' '))
    expect(edits.filter(({ op }) => op === 'insert').map(({ text }) => text)).toEqual(
      changed.filter((_, at) => at % 10 === 3),
    )
  })
})
