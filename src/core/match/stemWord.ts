/** Letters that must be left when an ending is taken off: shorter stems stand for too many words. */
export const LEAST_STEM = 3
/** Letters that must be left before `-ly` is taken off: below, it is mostly no ending (`only`, `early`, `reply`). */
export const LEAST_STEM_BEFORE_LY = 4

const LAST_LETTERS = "sdgye'"
const LETTERS = /^[a-z]+(?:'[a-z]*)?$/u
const VOWEL = /[aeiouy]/u
const DOUBLED = /([bdfgkmnprt])\1$/u
const HISSING_PLURAL = /(?:s|x|z|ch|sh)es$/u
const SINGULAR_S = /(?:ss|us|is)$/u

/**
 * The stem that inflected forms of an English word share: possessive (`mayor's`, `officers'`), plural, `-ed`, `-ing` and
 * `-ly` off, doubled consonants halved (`stopped`), a last `e` off and a last `y` as `i`, so that `make` meets `making` and
 * `carry` meets `carried`. No irregular forms (`said`, `men`), no other endings (`-ness`, `-tion`), nothing off that would
 * leave fewer than LEAST_STEM letters or none of them a vowel; other words than those of a to z stay as they are. The
 * stem is no word and is never shown. `key` is a word key (lower case).
 */
export function stemWord(key: string): string {
  // Most words end in none of the letters that could come off.
  if (key.length <= LEAST_STEM || !LAST_LETTERS.includes(key.charAt(key.length - 1)) || !LETTERS.test(key)) return key
  const bare = withoutPlural(withoutPossessive(key))
  const stem = withoutLy(withoutTense(bare))
  if (stem.length <= LEAST_STEM) return stem
  if (stem.endsWith('e') && !stem.endsWith('ee')) return stem.slice(0, -1)
  return stem.endsWith('y') && !isVowelAt(stem, stem.length - 2) ? `${stem.slice(0, -1)}i` : stem
}

function withoutPossessive(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2)
  return word.endsWith("s'") ? word.slice(0, -1) : word
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || SINGULAR_S.test(word) || word.length <= LEAST_STEM) return word
  if (word.endsWith('ies')) return word.length > LEAST_STEM + 1 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (HISSING_PLURAL.test(word) && word.length >= LEAST_STEM + 2) return word.slice(0, -2)
  return word.slice(0, -1)
}

function withoutTense(word: string): string {
  if (word.endsWith('ied') && word.length > LEAST_STEM + 1) return `${word.slice(0, -3)}y`
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0
  const stem = word.slice(0, word.length - ending)
  if (ending === 0 || stem.length < LEAST_STEM || !VOWEL.test(stem)) return word
  return DOUBLED.test(stem) && stem.length > LEAST_STEM ? stem.slice(0, -1) : stem
}

function withoutLy(word: string): string {
  return word.endsWith('ly') && word.length >= LEAST_STEM_BEFORE_LY + 2 ? word.slice(0, -2) : word
}

function isVowelAt(word: string, at: number): boolean {
  return 'aeiou'.includes(word.charAt(at))
}
