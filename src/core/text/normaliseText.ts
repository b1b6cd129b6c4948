import { createOffsetMap, NO_CHANGED_STRETCHES } from './offsetMap'
import type { ChangedStretches, OffsetMap } from './offsetMap'

/** Code units normalised at a time. Smaller finds untouched stretches more precisely, larger calls `normalize` less often. */
export const NORMALISE_CHUNK_UNITS = 4096

/** An article's text and the map back to the decoded file it was made of. */
export type NormalisedText = { readonly text: string; readonly offsets: OffsetMap }

/**
 * What can compose with, or be reordered around, the character before it: marks, the vowels and final consonants of
 * Hangul (UAX #15, section 12), and the Kirat Rai vowel signs, the letters of Unicode 16 that compose.
 */
const JOINER = '\\p{M}\\u1161-\\u1175\\u11a8-\\u11c2\\u{16d63}-\\u{16d6a}'

/** The places of a text where normalising may change something: CRLF, a character with its joiners, any non-ASCII one. */
const CANDIDATE = new RegExp(`\\r\\n|[^${JOINER}]?[${JOINER}]+|[^\\x00-\\x7f]`, 'gu')

/** ASCII characters never compose with what stands before them, so a text may always be cut in front of one; LF may belong to a CR. */
const ASCII_START = /(?=(?!\n)\p{ASCII})/u

/** Line ends to LF (CRLF and lone CR), then Unicode NFC (UAX #15). Idempotent; a byte order mark is the decoder's to take off. */
export function normaliseString(decoded: string): string {
  const lines = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  return lines.normalize('NFC')
}

/** Normalises the decoded file and keeps the exact map between the two. */
export function normaliseText(decoded: string): NormalisedText {
  const text = normaliseString(decoded)
  if (text === decoded) return { text, offsets: createOffsetMap(decoded, text.length, NO_CHANGED_STRETCHES) }
  const rows = createRows()
  for (let start = 0; start < decoded.length;) {
    const end = chunkEnd(decoded, start)
    addChunk(rows, decoded.slice(start, end), start)
    start = end
  }
  return { text, offsets: createOffsetMap(decoded, text.length, rows.done()) }
}

/**
 * Where a chunk that begins at `start` may end: in front of an ASCII character that is no LF (it may belong to a CR), or
 * of a Han ideograph, which composes with nothing either, since Chinese may go on for long without ASCII.
 */
function chunkEnd(decoded: string, start: number): number {
  let end = start + NORMALISE_CHUNK_UNITS
  while (end < decoded.length) {
    const unit = decoded.charCodeAt(end)
    if ((unit < 0x80 && unit !== 0x0a) || (unit >= 0x4e00 && unit <= 0x9fff)) return end
    end += 1
  }
  return decoded.length
}

type Rows = {
  /** Says that `decoded` at `start` became `article`; whatever lies between calls is as long in both. */
  add(start: number, decoded: string, article: string): void
  done(): ChangedStretches
}

function createRows(): Rows {
  const decodedStarts: number[] = []
  const decodedLengths: number[] = []
  const articleStarts: number[] = []
  const articleLengths: number[] = []
  let shift = 0
  return {
    add(start, decoded, article) {
      decodedStarts.push(start)
      decodedLengths.push(decoded.length)
      articleStarts.push(start + shift)
      articleLengths.push(article.length)
      shift += article.length - decoded.length
    },
    done: () => ({
      decodedStarts: Uint32Array.from(decodedStarts),
      decodedLengths: Uint32Array.from(decodedLengths),
      articleStarts: Uint32Array.from(articleStarts),
      articleLengths: Uint32Array.from(articleLengths),
    }),
  }
}

type Stretch = { readonly start: number; readonly decoded: string; readonly article: string }

function addChunk(rows: Rows, chunk: string, chunkStart: number): void {
  const whole = normaliseString(chunk)
  if (whole === chunk) return
  const found = changesAt(chunk, candidateStretches(chunk))
  const stretches = found.text === whole ? found.stretches : changesAt(chunk, asciiStretches(chunk)).stretches
  for (const stretch of stretches) rows.add(chunkStart + stretch.start, stretch.decoded, stretch.article)
}

/** Normalises each piece by itself; `text` is what the chunk becomes that way. */
function changesAt(chunk: string, pieces: Iterable<{ readonly start: number; readonly piece: string }>) {
  const stretches: Stretch[] = []
  const parts: string[] = []
  let done = 0
  for (const { start, piece } of pieces) {
    const article = normaliseString(piece)
    if (article === piece) continue
    parts.push(normaliseString(chunk.slice(done, start)), article)
    done = start + piece.length
    const stretch = trimStretch({ start, decoded: piece, article })
    if (!isCharacterForCharacter(stretch)) stretches.push(stretch)
  }
  parts.push(normaliseString(chunk.slice(done)))
  return { text: parts.join(''), stretches }
}

function* candidateStretches(chunk: string) {
  for (const match of chunk.matchAll(CANDIDATE)) yield { start: match.index, piece: match[0] }
}

/**
 * Pieces that need no knowledge of Unicode to be right: each begins with an ASCII character. Reached only when this
 * runtime's Unicode has composing letters that `JOINER` does not know.
 */
function* asciiStretches(chunk: string) {
  let start = 0
  for (const piece of chunk.split(ASCII_START)) {
    yield { start, piece }
    start += piece.length
  }
}

/** One code unit for one, as CR to LF or the Angstrom sign to its letter: the offsets stay as they are. */
function isCharacterForCharacter(stretch: Stretch): boolean {
  return stretch.decoded.length === 1 && stretch.article.length === 1
}

/** Leaves out what both sides share at their ends, so that a range on an untouched mark does not widen without need. */
function trimStretch(stretch: Stretch): Stretch {
  const { decoded, article } = stretch
  const most = Math.min(decoded.length, article.length) - 1
  let front = 0
  while (front < most && decoded[front] === article[front]) front += 1
  let back = 0
  while (back < most - front && decoded[decoded.length - 1 - back] === article[article.length - 1 - back]) back += 1
  if (front === 0 && back === 0) return stretch
  const trimmed = {
    start: stretch.start + front,
    decoded: decoded.slice(front, decoded.length - back),
    article: article.slice(front, article.length - back),
  }
  return normaliseString(trimmed.decoded) === trimmed.article ? trimmed : stretch
}
