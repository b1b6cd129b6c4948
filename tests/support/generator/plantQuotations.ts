import type { TextRange } from '../../../src/core/text/textRange'
import type { Planted } from './events'
import { layOut } from './layout'
import { createTheme } from './lexicon'
import { createRandom } from './random'
import { TextWriter } from './render'
import { createWriter, makeSpeech, type Writer } from './sentences'
import { changeWords } from './variants'
import { numbered, type Word } from './words'

/** Words of a short quotation, and how many of them differ on the other side. */
export const SHORT_QUOTATIONS: readonly { readonly words: number; readonly changed: number }[] = [
  { words: 4, changed: 0 },
  { words: 5, changed: 0 },
  { words: 6, changed: 1 },
  { words: 7, changed: 1 },
  { words: 8, changed: 2 },
  { words: 9, changed: 2 },
  { words: 10, changed: 2 },
]

export type PlantedQuotation = {
  readonly words: number
  readonly changed: number
  /** Without the quotation marks. UTF-16 offsets of the texts, as the engine's ranges are. */
  readonly a: TextRange
  readonly b: TextRange
}
export type QuotationPair = { readonly a: string; readonly b: string; readonly planted: readonly PlantedQuotation[] }

export type QuotationOptions = {
  readonly seed: number
  readonly pairs: number
  /** Median words of each article. */
  readonly words?: number
  /** In which of the two articles the words stand between quotation marks. */
  readonly marks?: 'both' | 'one' | 'none'
}

/** Pairs of articles that have nothing to do with each other but one quotation of each of SHORT_QUOTATIONS. */
export function plantQuotations({ seed, pairs, words = 800, marks = 'both' }: QuotationOptions): QuotationPair[] {
  return Array.from({ length: pairs }, (_, index) => {
    const writers = ['a', 'b'].map((side) => {
      const random = createRandom(seed, `quotations ${index + 1}${side}`)
      return createWriter(random, createTheme(random))
    })
    const [writerA, writerB] = [writers[0]!, writers[1]!]
    const said = SHORT_QUOTATIONS.map(({ words: length, changed }, place) => {
      const original = speechOf(writerA, length)
      const other = changed === 0 ? original : changeWords(original, writerA, changed).words
      const id = String(place)
      return { a: quotation(id, original, true, marks), b: quotation(id, other, false, marks) }
    })
    const a = write(
      writerA,
      words,
      said.map((each) => each.a),
    )
    const b = write(
      writerB,
      words,
      said.map((each) => each.b),
    )
    const planted = SHORT_QUOTATIONS.map((kind, place) => {
      return { ...kind, a: a.passages.get(String(place))!, b: b.passages.get(String(place))! }
    })
    return { a: a.text, b: b.text, planted }
  })
}

/** So many words that somebody says. */
function speechOf(writer: Writer, length: number): Word[] {
  const words = makeSpeech(writer, length, length)
  const [sentence] = numbered([[{ role: 'clause', words }]])
  return sentence!.flatMap((phrase) => phrase.words)
}

function quotation(id: string, words: readonly Word[], first: boolean, marks: 'both' | 'one' | 'none'): Planted {
  const marked = marks === 'both' || (marks === 'one' && first)
  return {
    id,
    kind: 'quoted',
    origin: id,
    of: null,
    spoken: true,
    sentences: [[{ role: 'clause', words }]],
    quoted: marked ? words : null,
    changes: [],
  }
}

function write(writer: Writer, words: number, planted: readonly Planted[]) {
  const file = new TextWriter({ lineEnd: '\n', quotationMarks: 'typographic', form: 'NFC' })
  for (const paragraph of layOut(writer, words, planted)) {
    file.paragraph(paragraph)
    file.lines(2)
  }
  const passages = new Map(
    [...file.passages].map(([id, { start, end }]): [string, TextRange] => [id, { start, endExclusive: end }]),
  )
  return { text: file.text, passages }
}
