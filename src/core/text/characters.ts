/** What a character is to the tokeniser. Numbers, because the tokeniser asks once for every character of a text. */
export const CHARACTER_CLASS = {
  other: 1,
  space: 2,
  letter: 3,
  digit: 4,
  /** A letter of a script that writes no spaces between words: a word by itself. */
  lone: 5,
  /** Belongs to the character before it: combining marks, variation selectors, skin tones. */
  mark: 6,
  /** Takes no room: soft hyphen, zero-width characters, direction marks. */
  invisible: 7,
  apostrophe: 8,
} as const

const { other, space, letter, digit, lone, mark, invisible, apostrophe } = CHARACTER_CLASS

const SPACE = /^[\p{White_Space}]$/u
const LETTER = /^\p{L}$/u
const DIGIT = /^\p{N}$/u
const LONE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u
// Thai and Lao AM are letters by category, yet every reader sees them as part of the consonant before.
const MARK = /^[\p{M}\p{Emoji_Modifier}\u0e33\u0eb3\u{e0020}-\u{e007f}]$/u
const INVISIBLE = /^\p{Cf}$/u
const APOSTROPHES = "'\u2018\u2019\u201b\uff07"
// The marks that lengthen a Japanese vowel belong to no script, and would glue the characters around them together.
const LONG_VOWELS = '\u30fc\uff70'

function classify(character: string): number {
  if (SPACE.test(character)) return space
  if (APOSTROPHES.includes(character)) return apostrophe
  if (MARK.test(character)) return mark
  if (LONG_VOWELS.includes(character)) return lone
  if (LETTER.test(character)) return LONE.test(character) ? lone : letter
  if (DIGIT.test(character)) return LONE.test(character) ? lone : digit
  if (INVISIBLE.test(character)) return invisible
  return other
}

// Filled as characters are met: asking six expressions of all 65,536 at the start would cost every command its first moments.
const known = new Uint8Array(0x10000)

/** True when a surrogate pair stands at `offset` and all of it lies before `end`. */
export function isPairAt(text: string, offset: number, end: number): boolean {
  if ((text.charCodeAt(offset) & 0xfc00) !== 0xd800 || offset + 1 >= end) return false
  return (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00
}

/** The class of the character at `offset`, which may be a surrogate pair; 0 at or after `end`. */
export function characterClassAt(text: string, offset: number, end: number): number {
  if (offset >= end) return 0
  const code = text.charCodeAt(offset)
  const seen = known[code]
  if (seen !== undefined && seen !== 0) return seen
  if (isPairAt(text, offset, end)) return classify(text.slice(offset, offset + 2))
  const found = (code & 0xf800) === 0xd800 ? other : classify(text.charAt(offset))
  // A lone surrogate is never remembered: the next one may be half of a pair.
  if ((code & 0xf800) !== 0xd800) known[code] = found
  return found
}

/** True when the character is a letter (of any script) or a digit. */
export function isWordClass(characterClass: number): boolean {
  return characterClass === letter || characterClass === digit || characterClass === lone
}

/** True when cutting at `offset` would split a surrogate pair or part a base from its marks. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  if (isPairAt(text, offset - 1, text.length)) return true
  if (text.charCodeAt(offset - 1) === 0x200d || text.charCodeAt(offset) === 0x200d) return true
  return characterClassAt(text, offset, text.length) === mark
}
