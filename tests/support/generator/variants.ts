import { functionSynonymOf, synonymsOf } from './lexicon'
import { NUMBER_WORDS } from './otherWords'
import type { Random } from './random'
import { makeContent, type Writer } from './sentences'
import {
  exchanged,
  fitArticles,
  isContent,
  lineOf,
  plainWord,
  plainWords,
  uncapitalised,
  type Phrase,
  type Sentence,
  type Word,
} from './words'

/** How a passage came to be: the first wording, or what became of an earlier one. */
export const PASSAGE_KINDS = ['original', 'copied', 'trimmed', 'reordered', 'reworded', 'quoted', 'misquoted'] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]
export type DerivedKind = Exclude<PassageKind, 'original'>

/** One word of a misquotation that is not as it was said; an empty `to` is a word left out. */
export type WordChange = { readonly what: 'word' | 'number' | 'negation'; readonly from: string; readonly to: string }

/** Shares of the words that rewording touches; together they leave about two thirds of them. */
const SYNONYM_SHARE = 0.7
const FORM_SHARE = 0.25
const FUNCTION_SHARE = 0.25
const DROP_SHARE = 0.25
const INSERT_SHARE = 0.12
const MOVE_SHARE = 0.5
/** Words of a quotation that is cut out of a longer text; with words changed, fewer could not be told from chance. */
const SHORTEST_QUOTATION = 5
export const SHORTEST_MISQUOTATION = 6
const LONGEST_QUOTATION = 14

/** Leaves out sentences or phrases at the beginning or the end. */
export function trimmed(sentences: readonly Sentence[], random: Random): Sentence[] {
  const kept = random.between(1, Math.max(1, sentences.length - 1))
  const first = random.between(0, sentences.length - kept)
  const left = sentences.slice(first, first + kept)
  const last = left.at(-1)!
  const mayShorten = last.length > 1 && (kept === sentences.length || random.chance(0.5))
  return mayShorten ? [...left.slice(0, -1), withoutLastPhrase(last)] : left
}

function withoutLastPhrase(sentence: Sentence): Sentence {
  const shorter = sentence.slice(0, -1)
  return shorter.some(({ role }) => role === 'clause') ? shorter : sentence
}

/** The same sentences in another order; there must be two of them. */
export function reordered(sentences: readonly Sentence[], random: Random): Sentence[] {
  const mixed = random.shuffled(sentences)
  return mixed.some((sentence, index) => sentence !== sentences[index]) ? mixed : [...sentences.slice(1), sentences[0]!]
}

/** Says the same in other words: synonyms, other forms, words dropped and put in, adverbials moved. */
export function reworded(sentences: readonly Sentence[], writer: Writer): Sentence[] {
  return sentences.map((sentence) =>
    movedAdverbial(
      sentence.map((phrase) => rewordedPhrase(phrase, writer)),
      writer.random,
    ),
  )
}

function rewordedPhrase(phrase: Phrase, writer: Writer): Phrase {
  const { random } = writer
  const words = phrase.words.flatMap((word, index) => {
    if (!isContent(word.role)) return rewordedFunctionWord(word, random)
    const droppable = (word.role === 'adjective' || word.role === 'adverb') && phrase.words[index + 1]?.role === 'noun'
    if (droppable && random.chance(DROP_SHARE)) return []
    const changed = rewordedContent(word, phrase.words[index - 1], random)
    const inserted =
      word.role === 'noun' && phrase.words[index - 1]?.role !== 'adjective' && random.chance(INSERT_SHARE)
    return inserted ? [makeContent(writer, 'adjective', 'plain'), ...changed] : changed
  })
  return { ...phrase, words }
}

function rewordedFunctionWord(word: Word, random: Random): Word[] {
  const other = word.role === 'function' || word.role === 'article' ? functionSynonymOf(word.base) : null
  if (other === null || !random.chance(FUNCTION_SHARE)) return [word]
  // Of several words the first is the one that was there.
  const [first, ...rest] = plainWords(other)
  return [{ ...first!, from: word.from }, ...rest]
}

/** Determiners before which a noun may stand for one or for several. */
const EITHER_NUMBER = new Set(['the', 'his', 'her', 'their', 'its', 'no'])

function rewordedContent(word: Word, previous: Word | undefined, random: Random): Word[] {
  if (!isContent(word.role)) return [word]
  const synonyms = synonymsOf(word.role, word.base)
  if (synonyms.length > 0 && random.chance(SYNONYM_SHARE)) return [exchanged(word, random.pick(synonyms))]
  if (!random.chance(FORM_SHARE)) return [word]
  if (word.role === 'noun' && previous !== undefined && EITHER_NUMBER.has(previous.base)) {
    return [exchanged(word, word.base, word.form === 'plural' ? 'plain' : 'plural')]
  }
  return word.form === 'past' ? [plainWord('had'), exchanged(word, word.base, 'participle')] : [word]
}

function movedAdverbial(sentence: Sentence, random: Random): Sentence {
  if (sentence.length < 2 || !random.chance(MOVE_SHARE)) return sentence
  const [first] = sentence
  const last = sentence.at(-1)!
  if (first?.role === 'adverbial') return [...sentence.slice(1), first]
  return last.role === 'adverbial' ? [last, ...sentence.slice(0, -1)] : sentence
}

/** A stretch of one sentence, or all of a short one, as it is put between quotation marks. */
export function cutQuotation(sentences: readonly Sentence[], random: Random, least = SHORTEST_QUOTATION): Word[] {
  const line = bare(uncapitalised(lineOf(random.pick(sentences))))
  if (line.length <= least || (line.length <= LONGEST_QUOTATION && random.chance(0.5))) return line
  const length = random.between(least, Math.min(line.length, LONGEST_QUOTATION))
  const first = random.between(0, line.length - length)
  return bare(line.slice(first, first + length))
}

/** Nothing around the last word: its marks belong to where it stood. */
function bare(words: readonly Word[]): Word[] {
  return words.map((word, index) => (index === words.length - 1 ? { ...word, after: '' } : word))
}

/** Changes a word or two, a number, or drops a negation: what makes a quotation say something else. */
export function misquoted(
  words: readonly Word[],
  writer: Writer,
): { readonly words: Word[]; readonly changes: readonly WordChange[] } {
  const { random } = writer
  const number = words.findIndex(({ role }) => role === 'number')
  if (number >= 0 && random.chance(0.8)) {
    const word = words[number]!
    return replaced(words, new Map([[number, plainAs(word, otherNumber(word.text, random))]]), 'number')
  }
  // At the edge of a quotation a word left out is only a shorter quotation.
  const negation = words.findIndex(
    ({ role, base }, place) => role === 'negation' && (POSITIVE.has(base) || (place > 0 && place < words.length - 1)),
  )
  if (negation >= 0 && random.chance(0.6)) return withoutNegation(words, negation)
  return changeWords(words, writer, words.length > 7 ? random.between(1, 2) : 1)
}

/** Puts other words of the same kind in so many places. */
export function changeWords(
  words: readonly Word[],
  writer: Writer,
  count: number,
): { readonly words: Word[]; readonly changes: readonly WordChange[] } {
  const { random } = writer
  // After `a` another word might want `an`, and that would be one change more.
  const free = words.flatMap(({ role }, index) =>
    role === 'article' || words[index - 1]?.role === 'article' ? [] : [index],
  )
  const places = random.shuffled(free)
  const content = places.filter((index) => isContent(words[index]!.role))
  const chosen = [...content, ...places.filter((index) => !content.includes(index))].slice(0, count)
  return replaced(words, new Map(chosen.map((index) => [index, otherWord(words[index]!, writer)])), 'word')
}

const POSITIVE: ReadonlyMap<string, string> = new Map([
  ['didn’t', 'did'],
  ['can’t', 'can'],
  ['no', 'the'],
  ['nobody', 'everybody'],
])

function withoutNegation(words: readonly Word[], place: number) {
  const gone = words[place]!
  const positive = POSITIVE.get(gone.base)
  const changes: WordChange[] = [{ what: 'negation', from: gone.text, to: positive ?? '' }]
  if (positive !== undefined) return { words: words.with(place, plainAs(gone, positive)), changes }
  return { words: fitArticles(words.toSpliced(place, 1)), changes }
}

function replaced(words: readonly Word[], by: ReadonlyMap<number, Word>, what: WordChange['what']) {
  const changed = fitArticles(words.map((word, index) => by.get(index) ?? word))
  const changes = [...by.keys()]
    .sort((one, two) => one - two)
    .map((place) => ({ what, from: words[place]!.text, to: changed[place]!.text }))
  return { words: changed, changes }
}

function plainAs(word: Word, text: string): Word {
  return { ...word, base: text, text, form: 'plain' }
}

const OTHER_FUNCTION_WORDS = ['some', 'our', 'with', 'about', 'those', 'then', 'into', 'just']

function otherWord(word: Word, writer: Writer): Word {
  for (;;) {
    const other = isContent(word.role)
      ? exchanged(word, makeContent(writer, word.role, word.form).base)
      : plainAs(word, writer.random.pick(OTHER_FUNCTION_WORDS))
    if (other.text.toLowerCase() !== word.text.toLowerCase()) return other
  }
}

const numberWords = NUMBER_WORDS.split('|').filter((word) => !word.includes(' '))

function otherNumber(text: string, random: Random): string {
  for (;;) {
    const other = /\d/.test(text)
      ? text.replace(/\d$/, () => String(random.between(0, 9))).replace(/^\d/, () => String(random.between(1, 9)))
      : random.pick(numberWords)
    if (other !== text) return other
  }
}
