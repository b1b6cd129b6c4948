import { intAt } from '../match/growingInts'
import { splitsCharacter } from '../text/characters'
import type { TextRange } from '../text/textRange'
import type { KeyedTokens } from './keyedTokens'
import type { AnchorWords } from './readAnchor'
import type { TextIndex } from './textIndex'

const SPACE_OR_UNSEEN = /[\s\p{Cf}]/u

/** The range of the quoted words whose first one is token `at`, with the white space, and only the parts of words, that were quoted. */
export function attachedRange({ text, tokens }: TextIndex, words: AnchorWords, at: number): TextRange {
  const last = at + words.to - words.from - 1
  const first = { start: intAt(tokens.starts, at), end: intAt(tokens.ends, at) }
  let start = Math.min(first.start + words.cutStart, first.end)
  const lastEnd = intAt(tokens.ends, last)
  let end = Math.max(lastEnd - words.cutEnd, start)
  while (start > first.start && splitsCharacter(text, start)) start--
  while (end < lastEnd && splitsCharacter(text, end)) end++
  if (words.cutStart === 0) start -= spaceBefore(text, start, words.lead)
  if (words.cutEnd === 0) end += spaceBehind(text, end, words.trail)
  return { start, endExclusive: end }
}

/** True unless the quote began or ended inside a word that is spelled in another form here, so that its part cannot be told. */
export function keepsCuts({ tokens }: TextIndex, words: AnchorWords, at: number): boolean {
  const isSame = (mine: number, theirs: number) => tokenText(words.tokens, mine) === tokenText(tokens, theirs)
  if (words.cutStart > 0 && !isSame(words.from, at)) return false
  return words.cutEnd === 0 || isSame(words.to - 1, at + words.to - 1 - words.from)
}

function tokenText({ text, starts, ends }: KeyedTokens, at: number): string {
  return text.slice(intAt(starts, at), intAt(ends, at))
}

function spaceBefore(text: string, start: number, lead: string): number {
  if (lead !== '' && text.startsWith(lead, start - lead.length)) return lead.length
  let units = 0
  while (units < Math.min(lead.length, start) && SPACE_OR_UNSEEN.test(text.charAt(start - units - 1))) units++
  return units
}

function spaceBehind(text: string, end: number, trail: string): number {
  if (text.startsWith(trail, end)) return trail.length
  let units = 0
  while (units < trail.length && SPACE_OR_UNSEEN.test(text.charAt(end + units))) units++
  return units
}
