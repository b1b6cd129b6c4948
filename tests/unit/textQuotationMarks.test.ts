import { describe, expect, it } from 'vitest'
import { quotedRanges } from '../../src/core/text/quotationMarks'
import { sliceRange } from '../../src/core/text/textRange'

const quoted = (text: string) => quotedRanges(text).map((range) => sliceRange(text, range))

describe('what stands between quotation marks', () => {
  it.each([
    ['He said "it is over" and "go".', ['it is over', 'go']],
    ['Shouting “Are you O.K.” and, “We can’t go.”', ['Are you O.K.', 'We can’t go.']],
    ['‘We don’t know,’ the officers’ chief said.', ['We don’t know,']],
    ['‘The officers’ cameras were off,’ he said.', ['The officers’ cameras were off,']],
    ["'a voice for them' | Committee", ['a voice for them']],
    ["It was the '90s and rock 'n' roll wasn't dead", []],
    ['Il a dit « Bonjour » hier, „Guten Tag“ auch, »so«', ['Bonjour', 'Guten Tag', 'so']],
    ['「はい」と言った', ['はい']],
    ['He is 5\'10" tall and 6" wide', []],
    ['More () »\nnext line', []],
    ['“He said ‘stop’ to me,” she said', ['He said ‘stop’ to me,']],
    ['“I”m not heard,” she wrote', ['I”m not heard,']],
    ['chief, " he said. "But he', ['But he']],
    ['"as chief, " he said. "But he is," he said', ['as chief,', 'But he is,']],
  ])('in %j', (text, expected) => {
    expect(quoted(text)).toEqual(expected)
  })

  it('holds to the end of the paragraph when the closing mark is missing', () => {
    expect(quoted('“First paragraph.\n\n“Second.” Outside.\nPlain.')).toEqual(['First paragraph.', 'Second.'])
  })

  it('takes an unclosed single mark for an apostrophe', () => {
    expect(quoted('‘Tis the season, and she said no more')).toEqual([])
  })

  it('are found in a long text of many paragraphs without looking through all of it for each', () => {
    const text = `${'A line without marks.\n'.repeat(200_000)}“One.”`
    expect(quotedRanges(text)).toEqual([{ start: text.length - 5, endExclusive: text.length - 1 }])
  })

  it('never begins a quotation inside another one of the same marks', () => {
    expect(quoted('“one two “three four” five')).toEqual(['one two', 'three four'])
  })
})
