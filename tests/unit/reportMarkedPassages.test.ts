import { describe, expect, it } from 'vitest'
import { markdownPieces } from '../../src/core/report/markdownText'
import { quotePieces, reportSegments, unmarkedWords } from '../../src/core/report/markedPassages'

/** Both passages with what differs between brackets. */
function marked(a: string, b: string): string[] {
  const segments = reportSegments(a, b)
  return (['a', 'b'] as const).map((side) =>
    quotePieces(segments, side)
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join(''),
  )
}

function inMarkdown(a: string, b: string): (readonly string[])[] {
  const segments = reportSegments(a, b)
  return [markdownPieces(quotePieces(segments, 'a'), '~~'), markdownPieces(quotePieces(segments, 'b'), '**')]
}

describe('what a report marks in a pair', () => {
  it('is the words, and not the form of quotation marks, apostrophes or spaces', () => {
    expect(marked("we can't over if you're okay", 'we can’t go  over\nif you’re O.K.')).toEqual([
      "we can't over if you're [okay]",
      'we can’t [go]  over\nif you’re [O.K.]',
    ])
  })

  it('is not whether an accent was written as one character or as two', () => {
    expect(marked('the cafe\u0301 was open', 'the caf\u00e9 was closed')).toEqual([
      'the cafe\u0301 was [open]',
      'the caf\u00e9 was [closed]',
    ])
  })

  it('is told in words where nothing is marked', () => {
    expect(unmarkedWords(reportSegments('“a” b', '“a” b'))).toBe('none, the same to the character')
    expect(unmarkedWords(reportSegments('“a” b', '"a"\nb'))).toBe('only quotation marks or spacing differ')
    expect(unmarkedWords(reportSegments('co\u00adop é', 'coop e\u0301'))).toBe(
      'only invisible characters or the coding of letters differ',
    )
    expect(unmarkedWords(reportSegments('eight', 'seven'))).toBeNull()
  })
})

describe('a marked passage in Markdown', () => {
  // CommonMark 6.2 reads no mark between a letter and a punctuation mark: okay**,** would show its stars.
  it('takes the whole word where only its punctuation differs', () => {
    expect(inMarkdown('the medics. but we', 'the medics, but we')).toEqual([
      ['the ~~medics.~~ but we'],
      ['the **medics,** but we'],
    ])
  })

  it('marks what one side alone has there, and nothing on the other side', () => {
    expect(inMarkdown("we can't over", 'we can’t go over')).toEqual([["we can't over"], ['we can’t **go** over']])
  })

  it('marks words next to each other together, and every line by itself', () => {
    expect(inMarkdown('a b\n\nc d e', 'a x y e')).toEqual([['a ~~b~~', '', '~~c d~~ e'], ['a **x y** e']])
  })

  it('escapes what stands inside the marks', () => {
    expect(inMarkdown('~~x~~', '**y**')).toEqual([['~~\\~\\~x\\~\\~~~'], ['**\\*\\*y\\*\\***']])
  })
})
