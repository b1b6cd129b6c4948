import type { Planted } from './events'
import { makeSentence, makeSpeech, makeSpeechTag, type Writer } from './sentences'
import { capitalised, lineOf, withFirst, withLast, type Word } from './words'

/** A stretch of words of a paragraph; all of a passage is one. */
export type Piece = { readonly words: readonly Word[]; readonly planted: Planted | null }
/** A sentence is one piece, or a quotation and its speech tag; planted sentences are one piece together. */
export type Paragraph = readonly (readonly Piece[])[]

/** How often a sentence of an article's own is something that somebody says. */
const SPEECH_SHARE = 0.12
/** How often a planted passage stands within a paragraph of the article's own. */
const WITHIN_SHARE = 0.5

/** Paragraphs of about so many words, the planted passages among them in any order. */
export function layOut(writer: Writer, words: number, planted: readonly Planted[]): Paragraph[] {
  const { random } = writer
  const taken = planted.map((passage) => plantedPiece(writer, passage))
  const left = words - taken.flat().reduce((sum, piece) => sum + piece.words.length, 0)
  const own = ownParagraphs(writer, Math.max(left, planted.length === 0 ? 5 : 0))
  const paragraphs: Paragraph[] = [...own]
  for (const pieces of random.shuffled(taken)) {
    const place = random.between(0, paragraphs.length)
    const host = paragraphs[place]
    if (host === undefined || !random.chance(WITHIN_SHARE)) paragraphs.splice(place, 0, [pieces])
    else paragraphs[place] = host.toSpliced(random.between(0, host.length), 0, pieces)
  }
  return paragraphs
}

function ownParagraphs(writer: Writer, words: number): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (let left = words; left > 0;) {
    const sentences = writer.random.between(1, 4)
    const paragraph: Piece[][] = []
    for (let count = 0; count < sentences && left > 0; count++) {
      const pieces = writer.random.chance(SPEECH_SHARE)
        ? speechPieces(writer, makeSpeech(writer, 4, 22), null)
        : [{ words: lineOf(makeSentence(writer)), planted: null }]
      paragraph.push(pieces)
      left -= pieces.reduce((sum, piece) => sum + piece.words.length, 0)
    }
    paragraphs.push(paragraph)
  }
  return paragraphs
}

function plantedPiece(writer: Writer, planted: Planted): Piece[] {
  if (planted.quoted !== null) return speechPieces(writer, planted.quoted, planted)
  return [{ words: planted.sentences.flatMap((sentence) => lineOf(sentence)), planted }]
}

/** What is said between quotation marks, and who says it: before, after, or around what is a part of the sentence. */
export function speechPieces(writer: Writer, said: readonly Word[], planted: Planted | null): Piece[] {
  const { random } = writer
  const { speaker, verb, calling } = makeSpeechTag(writer)
  const who = calling.length === 0 ? speaker : [...withLast(speaker, comma), ...withLast(calling, comma)]
  const open = (words: readonly Word[]) => withFirst(words, (word) => ({ ...word, before: '“' }))
  if (random.chance(0.6)) {
    const quotation = withLast(open(capitalised(said)), (word) => ({ ...word, after: ',”' }))
    const placed = calling.length === 0 ? [verb, ...speaker] : [verb, ...withLast(speaker, comma), ...calling]
    return [
      { words: quotation, planted },
      { words: withLast(placed, stop), planted: null },
    ]
  }
  const lead = withLast([...who, verb], (word) => ({ ...word, after: random.chance(0.5) ? ':' : ',' }))
  const quotation = withLast(open(capitalised(said)), (word) => ({ ...word, after: '.”' }))
  return [
    { words: capitalised(lead), planted: null },
    { words: quotation, planted },
  ]
}

function comma(word: Word): Word {
  return { ...word, after: ',' }
}

function stop(word: Word): Word {
  return { ...word, after: '.' }
}

/** A few words that a newspaper would print large. */
export function makeHeadline(writer: Writer): string {
  const words = lineOf(makeSentence(writer), '').slice(0, writer.random.between(5, 9))
  return words.map(({ text }) => text).join(' ')
}
