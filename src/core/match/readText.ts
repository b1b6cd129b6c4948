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

const FULL_STOP = 46

class WordReader {
  readonly text: string
  private readonly vocabulary: Vocabulary
  private readonly step: (done: number) => boolean
  private readonly wrapped: boolean
  private readonly starts: GrowingInts
  private readonly ends: GrowingInts
  private readonly spellings: GrowingInts
  private readonly breaks: GrowingInts
  private readonly sentenceFirsts = new GrowingInts()
  private pending: number = BREAK.barrier
  private previousPart: number = NUMBER_PART.none
  private previousStart = 0
  private previousEnd = 0
  private readonly visitor: WordVisitor = {
    word: (start, end, hash) => this.readWord(start, end, hash),
    space: (start, end) => this.readSpace(start, end),
  }
  stopped = false

  constructor(text: string, vocabulary: Vocabulary, step: (done: number) => boolean) {
    this.text = text
    this.vocabulary = vocabulary
    this.step = step
    this.wrapped = isWrapped(text)
    const expected = text.length >> 2
    this.starts = new GrowingInts(expected)
    this.ends = new GrowingInts(expected)
    this.spellings = new GrowingInts(expected)
    this.breaks = new GrowingInts(expected)
  }

  readZone(zone: TextRange): void {
    this.pending = BREAK.barrier
    scanWords(this.text, zone.start, zone.endExclusive, this.visitor)
  }

  private readSpace(start: number, end: number): void {
    if (this.pending !== BREAK.barrier)
      this.pending = Math.max(this.pending, breakOf(this.text, start, end, this.wrapped))
  }

  private readWord(start: number, end: number, hash: number): boolean {
    const spelling = this.vocabulary.spellingAt(this.text, start, end, hash)
    const part = this.vocabulary.numberPartOf(spelling)
    if (part !== NUMBER_PART.none && this.joinToPrevious(start, end, spelling, part)) return true
    if (this.pending !== BREAK.none || this.endsSentenceBefore(start, end)) this.sentenceFirsts.push(this.starts.length)
    this.starts.push(start)
    this.ends.push(end)
    this.spellings.push(spelling)
    this.breaks.push(this.pending)
    this.pending = BREAK.none
    this.previousPart = part
    this.previousStart = start
    this.previousEnd = end
    if (this.starts.length % WORDS_BETWEEN_STEPS === 0) this.stopped = !this.step(end / this.text.length)
    return !this.stopped
  }

  private endsSentenceBefore(nextStart: number, nextEnd: number): boolean {
    const { previousEnd: end } = this
    // A blank behind a letter, most often: asked here, so that the question costs nothing then.
    if (nextStart === end + 1 && this.text.charCodeAt(end) === 32 && this.text.charCodeAt(end - 1) !== FULL_STOP)
      return false
    return endsSentence(this.text, { start: this.previousStart, end: this.previousEnd, nextStart, nextEnd })
  }

  /** Makes one word of the word before and this one where the two are one number. */
  private joinToPrevious(start: number, end: number, spelling: number, part: number): boolean {
    if (this.pending !== BREAK.none || start !== this.previousEnd + 1) return false
    const between = this.text.charAt(this.previousEnd)
    const hyphen = between === '-' || between === '\u2011' || between === '\u2010'
    if (!hyphen && between !== ' ' && between !== '\u00a0') return false
    if (!joinsNumber(this.previousPart, part, hyphen)) return false
    const last = this.starts.length - 1
    const { vocabulary } = this
    const before = vocabulary.keyText(vocabulary.keyOf(this.spellings.at(last)))
    const key = joinedNumber(before, vocabulary.keyText(vocabulary.keyOf(spelling)))
    if (key === null) return false
    const joined = vocabulary.spellingOfNumber(this.text.slice(this.starts.at(last), end), key)
    this.ends.replaceLast(end)
    this.spellings.replaceLast(joined)
    this.previousPart = NUMBER_PART.value
    this.previousEnd = end
    return true
  }

  finish(zones: readonly TextRange[]): ReadText {
    const starts = this.starts.toArray()
    const ends = this.ends.toArray()
    const count = starts.length
    this.sentenceFirsts.push(count)
    const sentenceFirsts = this.sentenceFirsts.toArray()
    const breakBefore = new Uint8Array(this.breaks.toArray())
    const spellings = this.spellings.toArray()
    const { keys, stems } = this.vocabulary.keysAndStems(spellings)
    return {
      text: this.text,
      count,
      starts,
      ends,
      spellings,
      keys,
      stems,
      trigrams: hashTrigrams(keys, breakBefore),
      breakBefore,
      quotation: this.stopped ? new Int32Array(count) : quotationsOfWords(this.text, starts, ends),
      sentences: sentencesOfWords(sentenceFirsts, count),
      sentenceFirsts,
      zones,
    }
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
  quotedRanges(text).forEach((range, index) => {
    while (word < starts.length && intAt(starts, word) < range.start) word++
    while (word < starts.length && intAt(ends, word) <= range.endExclusive) quotation[word++] = index + 1
  })
  return quotation
}
