import { scanToken } from '../text/tokens'
import { EMPTY_HASH, hashUnit, hashWord } from './wordTable'

/** What a character up to U+007F is to the quick path: anything else goes the way of all tokens. */
const PLAIN = { slow: 0, letter: 1, blank: 2, punctuation: 3 } as const
const SINGLE_BLANK = 32
const FULL_STOP = 46
const COMMA = 44
const COLON = 58
const LOWER_A = 97
const LETTERS = 26

const plainClasses = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') set(character, PLAIN.letter)
for (const character of '!"#$&()*+,-./:;<=>?@[\\]^_`{|}~') set(character, PLAIN.punctuation)
set(' ', PLAIN.blank)

function set(character: string, plain: number): void {
  plainClasses[character.charCodeAt(0)] = plain
}

export type WordVisitor = {
  /** A word, with its hash as hashWord says; false stops the scanning. */
  readonly word: (start: number, end: number, hash: number) => boolean
  /** White space that is more than one blank between plain characters. */
  readonly space: (start: number, end: number) => void
}

/**
 * Calls `visit` for the words that scanTokens finds in `text` between `start` and `end`, and for white space. Words of plain
 * letters between blanks and marks, nearly all of them in English, are read without asking what each character is.
 */
export function scanWords(text: string, start: number, end: number, visit: WordVisitor): void {
  let stopped = false
  const visitToken = (kind: 'word' | 'space' | 'punctuation', from: number, to: number) => {
    if (kind === 'word') stopped = !visit.word(from, to, hashWord(text, from, to))
    else if (kind === 'space') visit.space(from, to)
  }
  for (let at = start; at < end && !stopped;) {
    const code = text.charCodeAt(at)
    if (isPlainLetter(code)) {
      let hash = hashUnit(EMPTY_HASH, code)
      let next = at + 1
      let after = next < end ? text.charCodeAt(next) : SINGLE_BLANK
      while (isPlainLetter(after)) {
        hash = hashUnit(hash, after)
        next++
        after = next < end ? text.charCodeAt(next) : SINGLE_BLANK
      }
      if (after === SINGLE_BLANK || endsPlainWord(after, next - at)) {
        if (!visit.word(at, next, hash)) return
        at = next
        continue
      }
    } else {
      const plain = plainOf(code)
      // One blank, or marks of which none carries a combining one: neither begins, ends or joins words.
      const after = at + 1 < end ? text.charCodeAt(at + 1) : SINGLE_BLANK
      if (
        plain === PLAIN.blank ? isPlainLetter(after) || isPlainAfterBlank(after) : plain !== PLAIN.slow && after < 128
      ) {
        at++
        continue
      }
    }
    at = scanToken(text, at, end, visitToken)
  }
}

function isPlainLetter(code: number): boolean {
  return ((code | 32) - LOWER_A) >>> 0 < LETTERS
}

function plainOf(code: number): number {
  return code < 128 ? (plainClasses[code] ?? PLAIN.slow) : PLAIN.slow
}

/** True when a word of `letters` letters ends before the character: a dot may go on with an abbreviation of single letters. */
function endsPlainWord(after: number, letters: number): boolean {
  const plain = plainOf(after)
  if (plain === PLAIN.slow) return after === 0x201d || after === 0x201c || after === 0x2014 || after === 10
  return letters > 1 || (after !== FULL_STOP && after !== COMMA && after !== COLON)
}

function isPlainAfterBlank(after: number): boolean {
  const plain = plainOf(after)
  return plain === PLAIN.letter || plain === PLAIN.punctuation || (after >= 48 && after <= 57)
}
