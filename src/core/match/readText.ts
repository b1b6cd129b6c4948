import { quotedRanges } from '../text/quotationMarks'
import { endsSentence } from '../text/sentenceEnd'
import type { TextRange } from '../text/textRange'
import { GrowingInts, intAt } from './growingInts'
import { hashTrigrams } from './ngramHash'
import { joinedNumber, joinsNumber, NUMBER_PART } from './numberWords'
import type { MatchableText } from './passageMatch'
import { scanWords, type WordVisitor } from './scanWords'
import { BREAK, breakOf, isWrapped, zonesBetween } from './textBreaks'
import type { Vocabulary } from './vocabulary'
import type { WordTable } from './wordTable'

/** Words that are read between two questions whether to go on. */
export const WORDS_BETWEEN_STEPS = 64

/**
 * The words of a text that take part in matching, as numbers of a vocabulary; read once, whatever the text is matched with.
 * A number of several words (`two hundred`, `twenty-one`) is one word. All arrays have one entry for each word, in order.
 */
export type ReadText = {
  readonly text: string
  readonly count: number
  /** UTF-16 offsets. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The folded spelling: what words must share to be spelt alike. */
  readonly spellings: Int32Array
  /** The word key: what words must share to be the same. */
  readonly keys: Int32Array
  readonly stems: Int32Array
  /** A hash of the keys of each word and the two after it; 0 where the text ends before, or something set aside lies between. */
  readonly trigrams: Int32Array
  /** A value of BREAK. */
  readonly breakBefore: Uint8Array
  /** Which quotation the word stands in, from 1; 0 outside. */
  readonly quotation: Int32Array
  /** Which sentence the word stands in, from 0, in order; a heading is one, and nothing set aside lies within one. */
  readonly sentences: Int32Array
  /** The first word of each sentence, and `count` at the end. */
  readonly sentenceFirsts: Int32Array
  /** The stretches of text that take part, in order; each word lies in one. */
  readonly zones: readonly TextRange[]
}

/**
 * Reads the words of a text. `step` is called after each WORDS_BETWEEN_STEPS of them with the share of the text behind it (0 to 1) and stops the
 * reading when false: the words so far are then all there are. Linear in the length.
 */
export function readText(
  { text, setAside }: MatchableText,
  vocabulary: Vocabulary,
  step: (done: number) => boolean = () => true,
): ReadText {
  const zones = zonesBetween(text.length, setAside)
  const reader = new WordReader(text, vocabulary, step)
  for (const zone of zones) {
    reader.readZone(zone)
    if (reader.stopped) break
  }
  return reader.finish(zones)
}

const BLANK = 32
const COMMA = 44
const FULL_STOP = 46

/** Words that the arrays which are kept from text to text have room for, at most: a longer text has its own. */
export const MOST_ROOM_KEPT = 1 << 19

/** Arrays that words are read into: kept, since new ones of the size of a text cost as much as reading a part of it. */
class WordRoom {
  starts: Int32Array
  ends: Int32Array
  spellings: Int32Array
  keys: Int32Array
  stems: Int32Array
  breaks: Uint8Array

  constructor(words: number) {
    this.starts = new Int32Array(words)
    this.ends = new Int32Array(words)
    this.spellings = new Int32Array(words)
    this.keys = new Int32Array(words)
    this.stems = new Int32Array(words)
    this.breaks = new Uint8Array(words)
  }

  /** The same words with room for twice as many. */
  widened(): WordRoom {
    const wider = new WordRoom(this.starts.length * 2)
    wider.starts.set(this.starts)
    wider.ends.set(this.ends)
    wider.spellings.set(this.spellings)
    wider.keys.set(this.keys)
    wider.stems.set(this.stems)
    wider.breaks.set(this.breaks)
    return wider
  }
}

/** Null while a text is read into it. */
let keptRoom: WordRoom | null = new WordRoom(4_096)

class WordReader implements WordVisitor {
  readonly text: string
  private readonly vocabulary: Vocabulary
  private readonly words: WordTable
  private readonly step: (done: number) => boolean
  private readonly wrapped: boolean
  private room: WordRoom
  private count = 0
  private readonly sentenceFirsts = new GrowingInts()
  private pending: number = BREAK.barrier
  private previousPart: number = NUMBER_PART.none
  private previousStart = 0
  private previousEnd = 0
  stopped = false

  constructor(text: string, vocabulary: Vocabulary, step: (done: number) => boolean) {
    this.text = text
    this.vocabulary = vocabulary
    this.words = vocabulary.words
    this.step = step
    this.wrapped = isWrapped(text)
    this.room = keptRoom ?? new WordRoom(4_096)
    keptRoom = null
  }

  readZone(zone: TextRange): void {
    this.pending = BREAK.barrier
    scanWords(this.text, zone.start, zone.endExclusive, this)
  }

  space(start: number, end: number): void {
    if (this.pending !== BREAK.barrier)
      this.pending = Math.max(this.pending, breakOf(this.text, start, end, this.wrapped))
  }

  word(start: number, end: number, hash: number): boolean {
    const { words, pending } = this
    const record = this.vocabulary.recordAt(this.text, start, end, hash)
    const part = words.partAt(record)
    if (part !== NUMBER_PART.none && this.joinToPrevious(start, end, record, part)) return true
    if (pending !== BREAK.none || this.endsSentenceBefore(start, end)) this.sentenceFirsts.push(this.count)
    if (this.count === this.room.starts.length) this.room = this.room.widened()
    const { room } = this
    const at = this.count++
    room.starts[at] = start
    room.ends[at] = end
    room.spellings[at] = words.spellingAt(record)
    room.keys[at] = words.keyAt(record)
    room.stems[at] = words.stemAt(record)
    room.breaks[at] = pending
    this.pending = BREAK.none
    this.previousPart = part
    this.previousStart = start
    this.previousEnd = end
    if (this.count % WORDS_BETWEEN_STEPS === 0) this.stopped = !this.step(end / this.text.length)
    return !this.stopped
  }

  private endsSentenceBefore(nextStart: number, nextEnd: number): boolean {
    const { text, previousEnd: end } = this
    const after = text.charCodeAt(end)
    // A blank behind a letter, or a comma and a blank, most often: asked here, so that the question costs nothing then.
    const plain = after === BLANK ? nextStart === end + 1 : after === COMMA && nextStart === end + 2
    if (plain && text.charCodeAt(nextStart - 1) === BLANK && text.charCodeAt(end - 1) !== FULL_STOP) return false
    return endsSentence(text, { start: this.previousStart, end, nextStart, nextEnd })
  }

  /** Makes one word of the word before and this one where the two are one number. */
  private joinToPrevious(start: number, end: number, record: number, part: number): boolean {
    if (this.pending !== BREAK.none || start !== this.previousEnd + 1) return false
    const between = this.text.charAt(this.previousEnd)
    const hyphen = between === '-' || between === '\u2011' || between === '\u2010'
    if (!hyphen && between !== ' ' && between !== '\u00a0') return false
    if (!joinsNumber(this.previousPart, part, hyphen)) return false
    const last = this.count - 1
    const { vocabulary, room } = this
    const before = vocabulary.keyText(intAt(room.keys, last))
    const key = joinedNumber(before, vocabulary.keyText(this.words.keyAt(record)))
    if (key === null) return false
    const joined = vocabulary.spellingOfNumber(this.text.slice(intAt(room.starts, last), end), key)
    room.ends[last] = end
    room.spellings[last] = joined
    room.keys[last] = vocabulary.keyOf(joined)
    room.stems[last] = vocabulary.stemOf(intAt(room.keys, last))
    this.previousPart = NUMBER_PART.value
    this.previousEnd = end
    return true
  }

  finish(zones: readonly TextRange[]): ReadText {
    const { count, room } = this
    const starts = room.starts.slice(0, count)
    const ends = room.ends.slice(0, count)
    const keys = room.keys.slice(0, count)
    const breakBefore = room.breaks.slice(0, count)
    this.sentenceFirsts.push(count)
    const sentenceFirsts = this.sentenceFirsts.toArray()
    const read = {
      text: this.text,
      count,
      starts,
      ends,
      spellings: room.spellings.slice(0, count),
      keys,
      stems: room.stems.slice(0, count),
      trigrams: hashTrigrams(keys, breakBefore),
      breakBefore,
      quotation: this.stopped ? new Int32Array(count) : quotationsOfWords(this.text, starts, ends),
      sentences: sentencesOfWords(sentenceFirsts, count),
      sentenceFirsts,
      zones,
    }
    if (room.starts.length <= MOST_ROOM_KEPT) keptRoom = room
    return read
  }
}

function sentencesOfWords(firsts: Int32Array, count: number): Int32Array {
  const sentences = new Int32Array(count)
  for (let sentence = 0; sentence + 1 < firsts.length; sentence++) {
    const end = intAt(firsts, sentence + 1)
    for (let word = intAt(firsts, sentence); word < end; word++) sentences[word] = sentence
  }
  return sentences
}

function quotationsOfWords(text: string, starts: Int32Array, ends: Int32Array): Int32Array {
  const quotation = new Int32Array(starts.length)
  let word = 0
  let index = 0
  for (const range of quotedRanges(text)) {
    index++
    while (word < starts.length && intAt(starts, word) < range.start) word++
    while (word < starts.length && intAt(ends, word) <= range.endExclusive) quotation[word++] = index
  }
  return quotation
}
