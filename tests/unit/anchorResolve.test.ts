import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { resolveAnchor } from '../../src/core/anchor/resolveAnchor'
import { resolveAnchors } from '../../src/core/anchor/resolveAnchors'

const OLD = 'a'.repeat(64)
const NEW = 'b'.repeat(64)
const TEXT =
  'The town hall opened in May. A clerk counted 28,000 signatures before noon, and nobody had asked for the 8 boxes of forms that stood in the corridor until evening.'

function anchorOf(text: string, words: string) {
  const start = text.indexOf(words)
  return describeAnchor(text, OLD, { start, endExclusive: start + words.length })
}
function outcome(text: string, words: string, next: string) {
  const found = resolveAnchor(next, NEW, anchorOf(text, words))
  return 'range' in found ? [found.state, next.slice(found.range.start, found.range.endExclusive)] : [found.state]
}

describe('describing a passage', () => {
  it('keeps 32 units on either side, fewer where a character would be split', () => {
    const text = `${'é'.repeat(3)}e\u0301${'x'.repeat(31)}WORD${'y'.repeat(31)}😀 end`
    const { quote } = anchorOf(text, 'WORD')
    expect(quote).toEqual({ prefix: 'x'.repeat(31), exact: 'WORD', suffix: 'y'.repeat(31) })
  })
})

describe('finding a passage again', () => {
  it('is exact in the same text, also where the words stand several times', () => {
    const text = 'again and again and again'
    const anchor = describeAnchor(text, OLD, { start: 10, endExclusive: 15 })
    expect(resolveAnchor(text, OLD, anchor)).toMatchObject({ state: 'exact', range: { start: 10, endExclusive: 15 } })
  })

  it('does not believe the hash when the words are not there', () => {
    const anchor = { ...anchorOf(TEXT, 'before noon'), position: { start: 0, endExclusive: 11 } }
    const start = TEXT.indexOf('before noon')
    expect(resolveAnchor(TEXT, OLD, anchor)).toMatchObject({
      state: 'exact',
      range: { start, endExclusive: start + 11 },
    })
  })

  it('is exact among the same neighbours when text was put in above', () => {
    expect(outcome(TEXT, 'nobody had asked', `A new paragraph.\n\n${TEXT}`)).toEqual(['exact', 'nobody had asked'])
  })

  it('chooses, of several places, the one among the same neighbours', () => {
    const text = `First, the mayor said no. ${TEXT} Then the mayor said no. More.`
    const start = text.lastIndexOf('the mayor said no')
    const anchor = describeAnchor(text, OLD, { start, endExclusive: start + 17 })
    const next = `Above. ${text}`
    expect(resolveAnchor(next, NEW, anchor)).toMatchObject({
      state: 'exact',
      range: { start: start + 7, endExclusive: start + 24 },
    })
  })

  it('is moved when the words stand elsewhere, and only there', () => {
    const words = 'nobody had asked for the 8 boxes of forms'
    expect(outcome(TEXT, words, `Quite another page, where ${words} today.`)).toEqual(['moved', words])
  })

  it('knows a word that the text does not have from the end of the text', () => {
    expect(outcome('“unheard', '“unheard', 'A last word is “')[0]).not.toBe('exact')
  })

  it('is ambiguous when the words stand in several places with other neighbours', () => {
    const next = 'Here nobody had asked. There nobody had asked.'
    expect(resolveAnchor(next, NEW, anchorOf(TEXT, 'nobody had asked'))).toMatchObject({
      state: 'ambiguous',
      candidates: [{ range: { start: 5, endExclusive: 21 } }, { range: { start: 29, endExclusive: 45 } }],
    })
  })

  it.each([
    ['a digit', '28,000', '29,000'],
    ['a negation', 'nobody had asked', 'somebody had asked'],
    ['a word put in', 'nobody had asked', 'nobody had never asked'],
  ])('is changed when %s differs inside the quote', (_, words, other) => {
    expect(outcome(TEXT, words, TEXT.replace(words, other))).toEqual(['changed', other])
  })

  it('never takes a part of a longer word or number for the words', () => {
    expect(outcome(TEXT, '8 boxes', TEXT.replace('8 boxes', '28 boxes'))).toEqual(['changed', '28 boxes'])
    expect(outcome(TEXT, '28,000', 'They had 128,000 and 28,000,000 and 28,000.5 of them.')).toEqual(['lost'])
    expect(outcome(TEXT, 'clerk', 'The clerks and the beclerk and a clerk\u0301 came.')).toEqual(['lost'])
  })

  it('is changed, not moved, when other words stand at the place and the same words elsewhere', () => {
    const next = `${TEXT.replace('28,000', '29,000')} A rival paper still writes 28,000 today.`
    expect(outcome(TEXT, '28,000', next)).toEqual(['changed', '29,000'])
  })

  it('is moved when the words were cut out of their place and stand elsewhere', () => {
    const next = `${TEXT.replace('nobody had asked ', '')} A rival paper said that nobody had asked.`
    const [found] = resolveAnchors({ text: next, textHash: NEW, from: TEXT }, [anchorOf(TEXT, 'nobody had asked')])
    const start = next.indexOf('nobody had asked')
    expect(found).toMatchObject({ state: 'moved', range: { start, endExclusive: start + 16 } })
  })

  it('is not moved when a few words were cut out and the old text is not there to say that they stood nowhere else', () => {
    const next = `${TEXT.replace('nobody had asked ', '')} A rival paper said that nobody had asked.`
    expect(outcome(TEXT, 'nobody had asked', next)).toEqual(['lost'])
  })

  it('is changed when the same word stands two words on, and another one in its place', () => {
    const text = 'It is a thing so ridiculous you feel you must have heard it wrong, or late.'
    const next = `${text.replace('you feel', 'channels feel')} So be it.`
    expect(outcome(text, 'you', next)).toEqual(['changed', 'channels'])
  })

  it('is not attached to a word beside its place when it was itself taken out', () => {
    const text = 'What is less costly and less risky to make was not made, and nobody knows why that is so.'
    expect(outcome(text, 'less', `Above. ${text.replace('less costly', 'costly')}`)[0]).toBe('lost')
  })

  it('is lost when the words were deleted and the same ones, that stood elsewhere all along, are left', () => {
    const text = `${TEXT} Later a rival paper wrote of the mayor that nobody had asked the clerk who counted.`
    const next = text.replace('nobody had asked for', 'they waited for')
    const [found] = resolveAnchors({ text: next, textHash: NEW, from: text }, [anchorOf(text, 'nobody had asked')])
    expect(found?.state).toBe('changed')
    const gone = text.replace(
      ', and nobody had asked for the 8 boxes of forms that stood in the corridor until evening',
      '',
    )
    const [deleted] = resolveAnchors({ text: gone, textHash: NEW, from: text }, [anchorOf(text, 'nobody had asked')])
    expect(deleted?.state).toBe('lost')
  })

  it('is lost when a lone number was cut out of its place, though it stands in another sentence', () => {
    const next = `${TEXT.replace('28,000', '')} A rival paper still writes 28,000 today.`
    const found = resolveAnchor(next, NEW, anchorOf(TEXT, '28,000'))
    const start = next.indexOf('28,000')
    expect(found).toMatchObject({ state: 'lost', closest: { range: { start, endExclusive: start + 6 } } })
  })

  it('is lost when neither words nor place are there, however alike the rest is', () => {
    expect(outcome(TEXT, 'nobody had asked', 'Everybody asked for boxes of forms.')).toEqual(['lost'])
    expect(outcome(TEXT, 'nobody had asked', '')).toEqual(['lost'])
  })

  it('does not call a place certain whose neighbours are far apart or out of order', () => {
    const anchor = anchorOf(TEXT, 'nobody had asked')
    const { prefix, suffix } = anchor.quote
    expect(resolveAnchor(`${prefix}${'x '.repeat(500)}${suffix}`, NEW, anchor).state).toBe('lost')
    expect(resolveAnchor(`${suffix} and ${prefix}`, NEW, anchor).state).toBe('lost')
  })

  it.each([
    ['quotation marks', 'He said “no” to it.', 'He said "no" to it.'],
    ['guillemets with spaces', 'He said “no” to it.', 'He said «\u00a0no\u00a0» to it.'],
    ['apostrophes', 'We don’t know.', "We don't know."],
    ['dashes', 'one – two', 'one -- two'],
    ['an ellipsis', 'well… yes', 'well ... yes'],
    ['white space', 'of the\u00a0town\n\nhall', 'of the town hall'],
    ['soft hyphens', 'the corridor', 'the cor\u00adri\u00addor'],
    ['ligatures', 'the office', 'the of\ufb01ce'],
    ['full width', 'page 28!', 'page ２８！'],
    ['Unicode forms', 'Café Zoë', 'Cafe\u0301 Zoe\u0308'],
    ['presentation forms of Arabic', 'في السلام', 'في ا\ufedfسلام'],
    ['direction marks', 'שלום עולם', '\u200fשלום עולם\u200f'],
  ])('takes %s for typography', (_, words, other) => {
    const around = (inner: string) => `A first sentence stands here. ${inner} A last sentence stands there.`
    const found = outcome(around(words), words, around(other))
    expect(found[0]).toBe('exact')
    expect(found[1]?.replaceAll(/[\u200f]/gu, '')).toBe(other.replaceAll(/[\u200f]/gu, ''))
  })

  it.each([
    ['superscripts', 'of 10² metres', 'of 102 metres'],
    ['an accent', 'the résumé', 'the resume'],
    ['a joined word', 'a part of it', 'apart of it'],
    ['a skin tone', 'hello 👩🏽 there', 'hello 👩🏿 there'],
    ['another script’s digit', 'ال ٣ كتب', 'ال ٤ كتب'],
    ['a vowel point', 'שָׁלוֹם עולם', 'שִׁלוֹם עולם'],
  ])('does not take %s for typography', (_, words, other) => {
    const around = (inner: string) => `A first sentence stands here. ${inner} A last sentence stands there.`
    expect(outcome(around(words), words, around(other))).toEqual(['changed', other])
  })

  it('finishes on a text that is one letter', () => {
    const text = 'a'.repeat(200_000)
    const anchor = describeAnchor(text, OLD, { start: 50_000, endExclusive: 51_000 })
    expect(resolveAnchor(`${text} `, NEW, anchor).state).toBe('ambiguous')
  })
})
