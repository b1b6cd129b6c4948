import { CHARACTER_CLASS, characterClassAt, isWordClass } from './characters'
import { paragraphsOf, withoutOuterSpace } from './paragraphs'
import { sliceRange, type TextRange } from './textRange'

/** Longest stretch, in UTF-16 units, between single marks: longer ones are apostrophes that happened to pair up. */
export const LONGEST_SINGLE_QUOTED = 1_000

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"\u201d'],
  ['\u201c', '\u201d"'],
  ['\u201d', '\u201d'],
  ['\u201f', '\u201d'],
  ['\u201e', '\u201c\u201d"'],
  ['\u00ab', '\u00bb'],
  ['\u00bb', '\u00ab'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
  ['\uff02', '\uff02'],
])
const SINGLE_OPENERS = "'\u2018\u201a"
const SINGLE_CLOSERS = "'\u2019\u2018"
const ALL_MARKS = /["'\u00ab\u00bb\u2018\u201a\u201c\u201d\u201e\u201f\u300c\u300d\u300e\u300f\uff02]/g
/** Words that begin with an apostrophe and open no quotation. */
const ELISIONS = /^(?:em|til|till|cause|tis|twas|n|round|bout|im|er|neath)(?!\p{L})/iu
const ENDS_A_CLAUSE = /[.,!?;:\u2026)\]]/u

const { space } = CHARACTER_CLASS

type Neighbours = { readonly before: number; readonly after: number }

/**
 * The stretches of `text` that stand between quotation marks, without the marks and outer white space: straight and curly,
 * double and single (an apostrophe is none), guillemets, low-high and corner marks. Outermost ones only, in order, without
 * overlap. An unclosed double mark holds to the end of its paragraph (as it does when a quotation runs over several); an
 * unclosed single one is taken for an apostrophe.
 */
export function quotedRanges(text: string, range: TextRange = { start: 0, endExclusive: text.length }): TextRange[] {
  const quoted: TextRange[] = []
  const marks = new Marks(text, range)
  for (const paragraph of paragraphsOf(text, range)) quotedInParagraph(text, paragraph, marks, quoted)
  return quoted
}

/** Finds the marks of a range one after the other: no list is made of them, and no place is looked at twice. */
class Marks {
  private readonly alone: string
  private readonly start: number
  private readonly pattern = new RegExp(ALL_MARKS)
  private at = -1

  constructor(text: string, range: TextRange) {
    this.alone = sliceRange(text, range)
    this.start = range.start
  }

  /** Where the first mark from `from` on stands, Infinity for none; `from` never falls. */
  nextFrom(from: number): number {
    if (this.at >= from) return this.at
    this.pattern.lastIndex = from - this.start
    this.at = this.pattern.test(this.alone) ? this.start + this.pattern.lastIndex - 1 : Infinity
    return this.at
  }
}

function quotedInParagraph(text: string, paragraph: TextRange, marks: Marks, quoted: TextRange[]): void {
  let open: { readonly mark: string; readonly start: number } | null = null
  const close = (start: number, end: number) => {
    const inner = withoutOuterSpace(text, { start, endExclusive: end })
    if (inner !== null) quoted.push(inner)
  }
  let next: number
  for (let at = marks.nextFrom(paragraph.start); at < paragraph.endExclusive; at = marks.nextFrom(next)) {
    next = at + 1
    const mark = text.charAt(at)
    const sides = neighbours(text, at, paragraph)
    if (open === null) {
      if (SINGLE_OPENERS.includes(mark)) {
        const end = opens(mark, sides) ? singleEnd(text, at, paragraph) : null
        if (end !== null) {
          close(at + 1, end)
          next = end + 1
        }
      } else if (CLOSERS.has(mark) && opens(mark, sides)) open = { mark, start: at + 1 }
    } else if (closes(open.mark, mark, sides)) {
      close(open.start, at)
      open = null
    } else if (mark === open.mark && opens(mark, sides)) {
      // The mark that should have closed the one before is missing: a quotation never holds the beginning of another.
      close(open.start, at)
      open = { mark, start: at + 1 }
    }
  }
  if (open !== null) close(open.start, paragraph.endExclusive)
}

function neighbours(text: string, at: number, paragraph: TextRange): Neighbours {
  return {
    before: at > paragraph.start ? characterClassAt(text, at - 1, at) : space,
    after: at + 1 < paragraph.endExclusive ? characterClassAt(text, at + 1, paragraph.endExclusive) : space,
  }
}

function opens(mark: string, { before, after }: Neighbours): boolean {
  // `5'10"` and a stray guillemet after a menu entry open nothing.
  if (mark === '\u300c' || mark === '\u300e') return true
  // Swedish and Finnish open with the mark that closes elsewhere: only where nothing else can be meant.
  if (mark === '\u201d') return before === space && isWordClass(after)
  // French sets a space between guillemet and word.
  if (mark === '\u00ab') return !isWordClass(before)
  return !isWordClass(before) && after !== space
}

function closes(opener: string, mark: string, { before, after }: Neighbours): boolean {
  if (!(CLOSERS.get(opener) ?? '').includes(mark)) return false
  // `I\u201dm`: the wrong key for an apostrophe.
  if (isWordClass(before) && isWordClass(after) && mark !== '\u00ab' && mark !== '\u300d' && mark !== '\u300f')
    return false
  // A straight mark after a space and before a word begins the next quotation; between two spaces it is a late close.
  return !(mark === '"' && before === space && after !== space)
}

/** Where the single-quoted stretch that opens at `at` ends; null when the mark there is an apostrophe. */
function singleEnd(text: string, at: number, paragraph: TextRange): number | null {
  const straight = text.charAt(at) === "'"
  const end = Math.min(paragraph.endExclusive, at + LONGEST_SINGLE_QUOTED)
  const first = text.slice(at + 1, at + 9)
  if (/^\d/u.test(first) || ELISIONS.test(first)) return null
  const closers = straight ? "'" : SINGLE_CLOSERS
  let possible: number | null = null
  for (let next = at + 1; next < end; next++) {
    const character = text.charAt(next)
    if (character !== "'" && character !== '\u2018' && character !== '\u2019') continue
    const sides = neighbours(text, next, paragraph)
    if (next > at + 1 && character !== '\u2019' && opens(character, sides)) break
    if (!closers.includes(character) || sides.before === space || isWordClass(sides.after)) continue
    const before = text.charAt(next - 1)
    const certain =
      ENDS_A_CLAUSE.test(before) || ENDS_A_CLAUSE.test(text.charAt(next + 1)) || before.toLowerCase() !== 's'
    if (certain || next + 1 >= paragraph.endExclusive) return next
    // After an s it may be a possessive, so the last one that fits counts.
    possible = next
  }
  return possible
}
