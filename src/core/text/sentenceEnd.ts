import { CHARACTER_CLASS, characterClassAt } from './characters'

/** Abbreviations, mostly capitalised, that stand before a name or a number and end no sentence; without full stop, in lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [
    'mr mrs ms mx dr prof rev fr sr jr st hon gov sen rep reps sens gen col lt sgt capt cmdr maj adm cpl pvt pres supt det insp',
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri',
    'no nos vol vols fig figs pp ch sec art para approx est min max vs v cf al ca etc viz eg ie inc ltd co corp bros dept univ',
    'assn ave blvd rd mt ft sq hwy ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore',
    'pa penn tenn tex va vt wash wis wyo',
  ].flatMap((line) => line.split(' ')),
)
/** Those that are abbreviations in small letters too: `ill.` or `mass.` are words that end a sentence. */
const SMALL_ABBREVIATIONS: ReadonlySet<string> = new Set('vs v approx cf ca viz eg ie pp est'.split(' '))
/** Words that begin sentences and hardly a name: what tells whether the dot of `p.m.` or `U.S.` is a full stop too. */
const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  'the a an he she it they we i you but and in on at this that these those there when while if as for after before his her their its our my what who'.split(
    ' ',
  ),
)
const FULL_STOP = 46
const END_MARKS = unitsOf('.!?\u2026\u3002\uff01\uff1f')
const CLOSING_MARKS = unitsOf('"\'\u201d\u2019\u00bb)]\u300d\u300f')
const WIDE_MARKS = unitsOf('\u3002\uff01\uff1f')

/** Two words of a text that follow each other, as UTF-16 offsets. */
export type WordPair = {
  readonly start: number
  readonly end: number
  readonly nextStart: number
  readonly nextEnd: number
}

/**
 * True when a sentence of `text` ends between two words that follow each other in one paragraph: at a full stop, `!`, `?`
 * or an ellipsis, also one behind which a quotation or a bracket closes, that white space and no small letter follows. The full stop of
 * an abbreviation before a name (`Mr.`), of an initial (`J. Smith`) and inside a number ends none; that of `p.m.` or `U.S.` ends one
 * before a word that begins sentences (`The`). Scripts without spaces need no space. What ends a paragraph or a heading is the caller's.
 */
export function endsSentence(text: string, { start, end, nextStart, nextEnd }: WordPair): boolean {
  const dotted = text.charCodeAt(end - 1) === FULL_STOP
  if (nextStart - end <= 1 && !dotted) return holds(WIDE_MARKS, text.charCodeAt(end))
  let at = end
  while (at < nextStart && holds(END_MARKS, text.charCodeAt(at))) at++
  const marks = at - end
  while (at < nextStart && holds(CLOSING_MARKS, text.charCodeAt(at))) at++
  // A mark inside closing ones (`he said”.`) ends it as well.
  let late = 0
  if (marks === 0 && at > end) while (at < nextStart && holds(END_MARKS, text.charCodeAt(at))) late = ++at - end
  if (marks === 0 && late === 0 && !dotted) return hasWideMark(text, end, nextStart)
  if (characterClassAt(text, at, nextStart) !== CHARACTER_CLASS.space) return hasWideMark(text, end, nextStart)
  if (isSmallLetter(text, nextStart)) return false
  const onlyStop = marks === 0 || (marks === 1 && text.charCodeAt(end) === FULL_STOP)
  if (!onlyStop || at > end + marks + late) return true
  if (dotted) return SENTENCE_STARTERS.has(text.slice(nextStart, nextEnd).toLowerCase())
  return !isAbbreviation(text, start, end, nextStart)
}

function isAbbreviation(text: string, start: number, end: number, nextStart: number): boolean {
  if (end - start > 6) return false
  const word = text.slice(start, end)
  // An initial; but `I.` and a list's `A.` before a line end are rarer than names.
  if (word.length === 1 && word !== 'I' && word !== word.toLowerCase()) return true
  const lower = word.toLowerCase()
  if (!ABBREVIATIONS.has(lower)) return false
  // `No.` is an abbreviation only before a number.
  if (lower === 'no' || lower === 'nos') return characterClassAt(text, nextStart, text.length) === CHARACTER_CLASS.digit
  return word !== lower || SMALL_ABBREVIATIONS.has(lower)
}

function isSmallLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 97 && code <= 122
  const character = text.charAt(at)
  return character !== character.toUpperCase() && character === character.toLowerCase()
}

function hasWideMark(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (holds(WIDE_MARKS, text.charCodeAt(at))) return true
  return false
}

/** Numbers, not characters: asked behind each word that no blank follows. */
function unitsOf(characters: string): readonly number[] {
  return Array.from(characters, (character) => character.charCodeAt(0))
}

function holds(units: readonly number[], unit: number): boolean {
  for (const one of units) if (one === unit) return true
  return false
}
