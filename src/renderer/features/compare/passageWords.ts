import type { ComparedPassage, SourceView } from '../../../contract/schemas'
import type { Verdict } from '../../../core/claim/reviewRecord'
import { sliceRange, type TextRange } from '../../../core/text/textRange'
import { paragraphNumberAt, type Paragraph } from '../../../core/text/paragraphs'

const numbers = new Intl.NumberFormat('en')

export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { verified: '✓', disputed: '≠', unverified: '◌' }

/** "1 word", "2 words", "1,204 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

export function sourceTitle(source: SourceView | null): string {
  return source?.metadata.title ?? source?.path ?? 'a source that is gone'
}

/** Outlet, date and length, as far as they are known. */
export function sourceFacts(source: SourceView): readonly string[] {
  const { outlet, published, digestOf } = source.metadata
  const words = counted(source.words, 'word')
  const facts = digestOf === null ? [outlet, published, words] : [`digest of ${digestOf}`, published, words, outlet]
  return facts.flatMap((fact) => (fact === null || fact === '' ? [] : [fact]))
}

/** `9f3c…e1` of a long hash. */
export function shortFingerprint(sha256: string): string {
  return `${sha256.slice(0, 4)}…${sha256.slice(-2)}`
}

export function paragraphNumber(paragraphs: readonly Paragraph[], range: TextRange): number {
  return paragraphNumberAt(paragraphs, range.start) ?? 1
}

/** How different a passage is, in the words of the list's chips: the kind is left unsaid where the number says it. */
export function differenceWords(passage: ComparedPassage): string {
  if (passage.differences === 0) return 'no differences'
  return counted(passage.differences, 'difference')
}

/** The passage's name in lists: "quotation, near, paragraph 4 and 3, 2 differences". */
export function passageName(passage: ComparedPassage, numbersOfSides: readonly [number, number]): string {
  const [a, b] = numbersOfSides
  return [
    ...(passage.quotation ? ['quotation'] : []),
    passage.kind,
    `paragraph ${a} and ${b}`,
    differenceWords(passage),
  ].join(', ')
}

/** A difference, spoken: "left out: go", "put in: go", "okay replaced by O.K.". */
export function spokenDifference(passage: ComparedPassage, at: number, texts: readonly [string, string]): string {
  const segment = passage.segments[at]
  if (segment === undefined) return ''
  const a = sliceRange(texts[0], segment.a).trim()
  const b = sliceRange(texts[1], segment.b).trim()
  if (segment.kind === 'left out') return `left out: ${a}`
  if (segment.kind === 'put in') return `put in: ${b}`
  return segment.kind === 'replaced' ? `${a} replaced by ${b}` : ''
}

/** UTF-8 is what files are today; only others are worth a word. */
export function usualEncoding(encoding: string): boolean {
  return /^utf-?8/i.test(encoding)
}

/** What a score means, wherever one is shown as a number. */
export const SCORE_MEANING =
  'The score, from 0 to 1, says how many of the longer side’s words stand in the other too, and how telling these are: stock phrases score low. It says nothing about who took it from whom.'

/** "score 0.82". */
export function scoreWords(score: number): string {
  return `score ${shortNumber(score)}`
}

/** Up to two decimals: 0.82, 1, 5. */
export function shortNumber(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** The beginning and the end of a long quote, cut between words. */
export function shortQuote(text: string, most: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length <= most) return flat
  const words = flat.split(' ')
  const [head, tail] = [takeWhile(words, most * 0.6), takeWhile(words.toReversed(), most * 0.3).reverse()]
  return `${head.join(' ')} … ${tail.join(' ')}`
}

function takeWhile(words: readonly string[], most: number): string[] {
  const taken: string[] = []
  let length = 0
  for (const word of words) {
    length += word.length + 1
    if (length > most && taken.length > 0) break
    taken.push(word.slice(0, Math.max(8, Math.ceil(most))))
  }
  return taken
}
