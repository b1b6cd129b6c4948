import type { Paragraph } from './layout'
import type { Word } from './words'

/** How a file is written; what is read from it must not depend on this. */
export type Style = {
  readonly lineEnd: '\n' | '\r\n'
  readonly quotationMarks: 'typographic' | 'straight'
  /** Whether letters with marks are one character or two. */
  readonly form: 'NFC' | 'NFD'
}

export type Placed = { readonly start: number; readonly end: number }
/** A word of a passage: which word of its origin it is (-1 for none), where it stands, and its letters in lower case. */
export type PlacedWord = Placed & { readonly from: number; readonly letters: string }
export type PlacedPassage = Placed & { readonly words: readonly PlacedWord[] }

/** Collects a text and counts its Unicode code points. */
export class TextWriter {
  readonly #style: Style
  readonly #parts: string[] = []
  readonly #passages = new Map<string, PlacedPassage>()
  #length = 0

  constructor(style: Style) {
    this.#style = style
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** Where each planted passage stands, by its id. */
  get passages(): ReadonlyMap<string, PlacedPassage> {
    return this.#passages
  }

  write(text: string): Placed {
    const start = this.#length
    const written = this.#spelled(text)
    this.#parts.push(written)
    this.#length += codePoints(written)
    return { start, end: this.#length }
  }

  lines(count: number): void {
    this.write('\n'.repeat(count))
  }

  paragraph(paragraph: Paragraph): void {
    let first = true
    for (const { words, planted } of paragraph.flat()) {
      const placed: PlacedWord[] = []
      for (const word of words) {
        if (!first) this.write(' ')
        first = false
        placed.push(this.#word(word))
      }
      if (planted !== null) this.#passages.set(planted.id, this.#passageOf(placed, words, planted.quoted !== null))
    }
  }

  #word(word: Word): PlacedWord {
    this.write(word.before)
    const { start, end } = this.write(word.text)
    this.write(word.after)
    return { start, end, from: word.from, letters: word.text.toLowerCase() }
  }

  /** A quotation ends with its last word, any other passage with the mark that closes its last sentence. */
  #passageOf(placed: readonly PlacedWord[], words: readonly Word[], quoted: boolean): PlacedPassage {
    const end = placed.at(-1)!.end + (quoted ? 0 : codePoints(words.at(-1)!.after))
    return { start: placed[0]!.start, end, words: placed }
  }

  #spelled(text: string): string {
    const { lineEnd, quotationMarks, form } = this.#style
    let spelled = quotationMarks === 'straight' ? text.replace(/[“”]/g, '"').replaceAll('’', "'") : text
    if (lineEnd !== '\n') spelled = spelled.replaceAll('\n', lineEnd)
    return form === 'NFD' ? spelled.normalize('NFD') : spelled
  }
}

export function codePoints(text: string): number {
  let count = text.length
  for (let place = 0; place < text.length - 1; place++) {
    if (text.charCodeAt(place) >>> 10 === 0x36 && text.charCodeAt(place + 1) >>> 10 === 0x37) count--
  }
  return count
}
