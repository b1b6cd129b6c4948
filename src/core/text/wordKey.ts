/** Small numbers in words and in digits are one; beyond twenty writers use digits, or words that are several. */
const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** Spellings of one word that differ in more than case. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ['okay', 'ok'],
  ['%', 'percent'],
  ...NUMBER_WORDS.map((word, number): [string, string] => [word, String(number)]),
])

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\uff07]/g
const INVISIBLE = /\p{Cf}/gu
const GROUPED_NUMBER = /^\d{1,3}(?:,\d{3})+(?!\d)/
const LETTER_WITH_DOT = /^\p{L}[^.]*\./u
const GREEK_FINAL_SIGMA = /\u03c2/g

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 0x7f) return false
  return true
}

/**
 * The characters of a word as a reader hears them: lower case, one form of apostrophe, no soft hyphens or zero-width
 * characters, compatibility forms resolved (NFKC). Diacritics stay.
 */
export function foldWord(word: string): string {
  if (isAscii(word)) return word.toLowerCase()
  const visible = word.replace(INVISIBLE, '').normalize('NFKC')
  // Upper case first, so that ß and SS, and the two small sigmas, meet.
  const folded = visible.toUpperCase().toLowerCase().normalize('NFKC')
  return folded.replace(GREEK_FINAL_SIGMA, 'σ').replace(APOSTROPHES, "'")
}

/**
 * What two words must share to count as the same in matching: the folded characters, with the dots of abbreviations and
 * the commas of numbers dropped (`O.K.`, `OK` and `okay`; `28,000` and `28000`), `%` as `percent`, and zero to twenty as digits.
 */
export function wordKey(word: string): string {
  let key = foldWord(word)
  if (key.includes('.') && LETTER_WITH_DOT.test(key)) key = key.replaceAll('.', '').normalize('NFC')
  else if (key.includes(',') && GROUPED_NUMBER.test(key)) key = key.replaceAll(',', '')
  return SAME_WORDS.get(key) ?? key
}
