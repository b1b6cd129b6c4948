import type { FurnitureMark } from './article'
import type { TextRange } from './textRange'

/**
 * A word: letters, marks and digits, held together by an apostrophe, hyphen, full stop or comma inside ("don't",
 * "O.K.", "2.4", "20,000"). Scripts written without spaces (Han, kana) count a word a character, as word processors do.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+(?:(?:['’.,\u00ad\u2010\u2011-]|\u200d)(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+)*/gu

/**
 * How many words the range of the text has, leaving out what is set aside (furniture; in order, without overlap).
 * A source's word count is that of its body without furniture: what a reader would call the article.
 */
export function countWords(text: string, range: TextRange, setAside: readonly FurnitureMark[] = []): number {
  let words = 0
  let start = range.start
  const countUntil = (end: number) => {
    if (end <= start) return
    for (const _ of text.slice(start, end).matchAll(WORD)) words += 1
  }
  for (const mark of setAside) {
    countUntil(Math.min(mark.range.start, range.endExclusive))
    start = Math.max(start, mark.range.endExclusive)
  }
  countUntil(range.endExclusive)
  return words
}
