import { CHARACTER_CLASS, characterClassAt, isPairAt, isWordClass } from './characters'
import type { TextRange } from './textRange'

export type TokenKind = 'word' | 'space' | 'punctuation'
/** A piece of a text. The tokens of a text tile it: each begins where the one before ends. */
export type Token = TextRange & { readonly kind: TokenKind }

const { space, letter, digit, lone, mark, invisible, apostrophe } = CHARACTER_CLASS
const FULL_STOP = 46
const COMMA = 44
const COLON = 58
const PERCENT = 37
const LINE_FEED = 10
const ZERO_WIDTH_JOINER = 0x200d
/** What a zero-width joiner makes one picture of with the picture before. */
const PICTURE = /^\p{Extended_Pictographic}/u
/** Repeated marks that read as one: an ellipsis of dots, a rule of dashes, emphasis. */
const RUNS_OF = '.-\u2013\u2014*_=~#'

/**
 * Calls `visit` for each token of `text` between `start` and `end`, in order and without gaps. Linear in the length.
 * A word is letters and digits with their marks and inner apostrophes (`don't`), a number with inner separators (`28,000`,
 * `5:26`), an abbreviation with dots (`p.m.`), the sign `%`, or one character of a script without spaces.
 * Hyphens are punctuation between words. Neither a surrogate pair nor a base and its marks are split.
 */
export function scanTokens(
  text: string,
  start: number,
  end: number,
  visit: (kind: TokenKind, start: number, end: number) => void,
): void {
  for (let at = start; at < end;) at = scanToken(text, at, end, visit)
}

/** Calls `visit` for the token of `text` that begins at `from`, before `end`, as scanTokens does; returns where it ends. */
export function scanToken(
  text: string,
  from: number,
  end: number,
  visit: (kind: TokenKind, start: number, end: number) => void,
): number {
  const first = characterClassAt(text, from, end)
  if (first === space) {
    const at = spaceEnd(text, from, end)
    if (at > from) {
      visit('space', from, at)
      return at
    }
  }
  const bare = visibleAt(text, from, end)
  const lead = bare === from ? first : characterClassAt(text, bare, end)
  let at: number
  if (lead === letter || lead === digit) {
    at = wordEnd(text, bare, end)
    visit('word', from, at)
  } else if (lead === lone || text.charCodeAt(bare) === PERCENT) {
    at = characterEnd(text, bare, end)
    visit('word', from, at)
  } else {
    at = bare > from ? marksEnd(text, bare, end) : punctuationEnd(text, from, end)
    visit('punctuation', from, at)
  }
  return at
}

/** All tokens of `text`, or of a range of it. For whole articles prefer `scanTokens`, which builds no list. */
export function tokensOf(text: string, range: TextRange = { start: 0, endExclusive: text.length }): Token[] {
  const tokens: Token[] = []
  scanTokens(text, range.start, range.endExclusive, (kind, start, endExclusive) => {
    tokens.push({ kind, start, endExclusive })
  })
  return tokens
}

/** How many words `text`, or a range of it, has. */
export function countWords(text: string, range: TextRange = { start: 0, endExclusive: text.length }): number {
  let words = 0
  scanTokens(text, range.start, range.endExclusive, (kind) => {
    if (kind === 'word') words++
  })
  return words
}

/** Farther than this no token is looked back for: trades right answers inside monstrous words for bounded cost. */
export const TOKEN_LOOKBACK = 256

/** True when `offset` lies inside a word, so that cutting there would leave another word or number (`28` to `8`). */
export function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = characterClassAt(text, offset - 1, text.length)
  const after = characterClassAt(text, offset, text.length)
  if (before === space || after === space) return false
  if (before === letter && after === letter) return true
  let from = offset
  while (from > 0 && offset - from < TOKEN_LOOKBACK && characterClassAt(text, from - 1, text.length) !== space) from--
  let to = offset
  while (to < text.length && to - offset < TOKEN_LOOKBACK && characterClassAt(text, to, text.length) !== space) to++
  let inside = false
  scanTokens(text, from, to, (kind, start, end) => {
    if (kind === 'word' && start < offset && offset < end) inside = true
  })
  return inside
}

/** The end of the white space at `at`; a blank that carries a mark is left to be a token with it. */
function spaceEnd(text: string, at: number, end: number): number {
  let next = at
  while (next < end && characterClassAt(text, next, end) === space) next++
  const carriesMark = characterClassAt(text, next, end) === mark && text.charCodeAt(next - 1) !== LINE_FEED
  return carriesMark ? next - 1 : next
}

function marksEnd(text: string, at: number, end: number): number {
  let next = at
  while (next < end && characterClassAt(text, next, end) === mark) next += isPairAt(text, next, end) ? 2 : 1
  return next
}

/** The end of the one character at `at`, with its marks. */
function characterEnd(text: string, at: number, end: number): number {
  return marksEnd(text, at + (isPairAt(text, at, end) ? 2 : 1), end)
}

function isRegionalIndicator(text: string, at: number, end: number): boolean {
  if (!isPairAt(text, at, end)) return false
  const code = text.codePointAt(at) ?? 0
  return code >= 0x1f1e6 && code <= 0x1f1ff
}

/** The end of the punctuation or symbol at `at`: one character, an emoji sequence, a flag, or a run of the same dots or dashes. */
function punctuationEnd(text: string, at: number, end: number): number {
  if (isRegionalIndicator(text, at, end) && isRegionalIndicator(text, at + 2, end)) return marksEnd(text, at + 4, end)
  let next = characterEnd(text, at, end)
  if (next === at + 1 && RUNS_OF.includes(text.charAt(at))) {
    while (next < end && text.charCodeAt(next) === text.charCodeAt(at)) next++
    return marksEnd(text, next, end)
  }
  while (next < end && text.charCodeAt(next) === ZERO_WIDTH_JOINER && PICTURE.test(text.slice(next + 1, next + 3))) {
    next = characterEnd(text, next + 1, end)
  }
  return next
}

/** The end of the word that begins with the letter or digit at `at`. */
function wordEnd(text: string, at: number, end: number): number {
  let next = at
  let previous = 0
  // Letters since the word or its last dot began: a dot belongs to the word only between (and after) single letters.
  let lettersInRow = 0
  let abbreviation = false
  while (next < end) {
    const found = characterClassAt(text, next, end)
    const width = isPairAt(text, next, end) ? 2 : 1
    if (found === letter || found === digit) {
      lettersInRow = found === letter ? (previous === digit ? 1 : lettersInRow + 1) : 0
      previous = found
    } else if (found === apostrophe) {
      const following = visibleClassAt(text, next + 1, end)
      if (following !== letter && following !== digit) break
      lettersInRow = 2
    } else if (found !== mark && found !== invisible) {
      const code = text.charCodeAt(next)
      if (code !== FULL_STOP && code !== COMMA && code !== COLON) break
      if (previous === digit && visibleClassAt(text, next + 1, end) === digit) {
        previous = 0
      } else if (code === FULL_STOP && lettersInRow === 1 && isSingleLetterAt(text, next + 1, end)) {
        abbreviation = true
        lettersInRow = 0
      } else {
        return abbreviation && code === FULL_STOP && lettersInRow === 1 ? marksEnd(text, next + 1, end) : next
      }
    }
    next += width
  }
  return next
}

/** The class of the first character from `at` on that can be seen; 0 at the end. */
function visibleClassAt(text: string, at: number, end: number): number {
  return characterClassAt(text, visibleAt(text, at, end), end)
}

function visibleAt(text: string, at: number, end: number): number {
  let next = at
  while (next < end && characterClassAt(text, next, end) === invisible) next += isPairAt(text, next, end) ? 2 : 1
  return next
}

function isSingleLetterAt(text: string, at: number, end: number): boolean {
  const from = visibleAt(text, at, end)
  if (characterClassAt(text, from, end) !== letter) return false
  const after = visibleClassAt(text, characterEnd(text, from, end), end)
  return !isWordClass(after) && after !== apostrophe
}
