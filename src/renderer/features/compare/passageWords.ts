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
