import type { TextRange } from './textRange'

const DOUBLE_QUOTES = /[“”„‟«»″]/g
const SINGLE_QUOTES = /[‘’‚‛ʼ′]/g
const DASHES = /[‐‑‒–—―−]/g
const SPACES = /\s/g
const NOT_ASCII = /\P{ASCII}/u

/**
 * `text` as plain search sees it: lower case, no diacritics, one form of quotation marks, apostrophes, dashes and spaces.
 * Always exactly as long as `text`, so that a place in the one is the same place in the other.
 */
export function foldForSearch(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase().replace(SPACES, ' ')
  const plain = text.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'").replace(DASHES, '-').replace(SPACES, ' ')
  return plain.toLowerCase().length === plain.length && !NOT_ASCII.test(plain) ? plain.toLowerCase() : foldUnits(plain)
}

function foldUnits(text: string): string {
  const folded: string[] = []
  for (const character of text) folded.push(foldCharacter(character))
  return folded.join('')
}

/** Only what keeps its length is folded: `ß`, `İ` and ligatures stay as they are. */
function foldCharacter(character: string): string {
  const lower = character.toLowerCase()
  const base = lower.normalize('NFD').replace(/\p{M}/gu, '')
  if (base.length === character.length) return base
  return lower.length === character.length ? lower : character
}

/** Where `query` stands in a folded text, in order, without overlap, at most `limit` places. An empty query is found nowhere. */
export function findFolded(foldedText: string, query: string, limit: number): TextRange[] {
  const wanted = foldForSearch(query)
  const found: TextRange[] = []
  if (wanted.trim() === '') return found
  for (
    let at = foldedText.indexOf(wanted);
    at !== -1 && found.length < limit;
    at = foldedText.indexOf(wanted, at + wanted.length)
  ) {
    found.push({ start: at, endExclusive: at + wanted.length })
  }
  return found
}
