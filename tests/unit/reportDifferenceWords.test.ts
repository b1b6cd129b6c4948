import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/core/diff/passageDiff'
import { markdownDifference } from '../../src/core/report/markdownText'
import { paragraphAt, paragraphStarts } from '../../src/core/report/paragraphs'

const equal = (text: string): Edit => ({ op: 'equal', text })
const left = (text: string): Edit => ({ op: 'delete', text })
const put = (text: string): Edit => ({ op: 'insert', text })

describe('a difference in Markdown', () => {
  // CommonMark 6.2 reads no mark between a letter and a punctuation mark: okay**,** would show its stars.
  it('takes the whole word where only its punctuation changed', () => {
    expect(markdownDifference([equal('medics'), left('.'), put(','), equal(' but we')])).toEqual([
      '~~medics.~~ **medics,** but we',
    ])
  })

  it('leaves the neighbours alone where white space parts them', () => {
    expect(markdownDifference([equal('can’t '), put('go '), equal('over')])).toEqual(['can’t **go** over'])
    expect(markdownDifference([equal('can’t'), put(' go'), equal(' over')])).toEqual(['can’t **go** over'])
  })

  it('joins changes that only a part of a word keeps apart', () => {
    expect(markdownDifference([left('1'), put('2'), equal('0.'), left('5'), put('7'), equal(' m')])).toEqual([
      '~~10.5~~ **20.7** m',
    ])
  })

  it('shows a lost space as two words that became one', () => {
    expect(markdownDifference([equal('body'), left(' '), equal('camera now')])).toEqual([
      '~~body camera~~ **bodycamera** now',
    ])
  })

  it('marks every line of a change by itself, since a mark cannot span paragraphs', () => {
    expect(markdownDifference([equal('a '), left('b\n\nc'), equal(' d')])).toEqual(['a ~~b~~', '', '~~c~~ d'])
  })

  it('escapes what stands inside the marks', () => {
    expect(markdownDifference([left('~~x~~'), put('**y**')])).toEqual(['~~\\~\\~x\\~\\~~~ **\\*\\*y\\*\\***'])
  })
})

describe('paragraph numbers', () => {
  const text = '---\ntitle: x\n---\nFirst\n\n  \nSecond\nThird'
  const starts = paragraphStarts(text, { start: text.indexOf('First'), endExclusive: text.length })

  it('count the lines of the body that are not blank', () => {
    expect(starts.map((start) => text.slice(start, start + 5))).toEqual(['First', 'Secon', 'Third'])
    expect(['First', 'rst', 'Second', 'Third', 'd'].map((word) => paragraphAt(starts, text.lastIndexOf(word)))).toEqual(
      [1, 1, 2, 3, 3],
    )
  })

  it('know none for front matter, nor for a body without text', () => {
    expect(paragraphAt(starts, 0)).toBeNull()
    expect(paragraphAt(paragraphStarts('\n\n', { start: 0, endExclusive: 2 }), 1)).toBeNull()
  })
})
