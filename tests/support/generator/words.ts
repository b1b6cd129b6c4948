import { articleBefore, inflectVerb, pluralOf, type VerbForm } from './inflect'
import type { ContentClass } from './lexicon'

/** What a word does: content words are of a class, the others stand for themselves. */
export type WordRole = ContentClass | 'function' | 'article' | 'negation' | 'name' | 'number'
export type WordForm = 'plain' | 'plural' | VerbForm

/** A word within a sentence, with the marks around it. Apostrophes and quotation marks are typographic until they are written. */
export type Word = {
  readonly text: string
  readonly role: WordRole
  readonly base: string
  readonly form: WordForm
  readonly before: string
  readonly after: string
  /** Which word of the passage that it descends from, from 0; -1 for a word of its own. */
  readonly from: number
}

/** A piece of a sentence that may change its place: an adverbial may lead or end, a clause follows a clause. */
export type Phrase = { readonly role: 'adverbial' | 'clause'; readonly words: readonly Word[] }
export type Sentence = readonly Phrase[]

/** Words before which a clause is set off by a comma. */
const SET_OFF = new Set(['and', 'but', 'while', 'although', 'so'])

export function plainWord(text: string, role: WordRole = 'function'): Word {
  return { text, role, base: text, form: 'plain', before: '', after: '', from: -1 }
}

export function plainWords(text: string, role: WordRole = 'function'): Word[] {
  return text.split(' ').map((word) => plainWord(word, role))
}

export function contentWord(role: ContentClass, base: string, form: WordForm): Word {
  return { text: formOf(role, base, form), role, base, form, before: '', after: '', from: -1 }
}

/** The word with another base in the same form; it still descends from what it descended from. */
export function exchanged(word: Word, base: string, form: WordForm = word.form): Word {
  const text = isContent(word.role) ? formOf(word.role, base, form) : base
  return { ...word, base, form, text }
}

export function isContent(role: WordRole): role is ContentClass {
  return (
    role === 'noun' || role === 'transitive' || role === 'intransitive' || role === 'adjective' || role === 'adverb'
  )
}

function formOf(role: ContentClass, base: string, form: WordForm): string {
  if (form === 'plain') return base
  if (form === 'plural') return pluralOf(base)
  return role === 'transitive' || role === 'intransitive' ? inflectVerb(base, form) : base
}

/** The sentence's words in a row, with commas, articles fitting what follows, a capital at the beginning and a full stop. */
export function lineOf(sentence: Sentence, end = '.'): Word[] {
  const words = sentence.flatMap((phrase, index) => {
    const next = sentence[index + 1]
    const first = next?.words[0]
    const comma =
      next !== undefined &&
      ((phrase.role === 'adverbial' && index === 0) ||
        (next.role === 'clause' && first !== undefined && SET_OFF.has(first.base)))
    return comma ? withLast(phrase.words, (word) => ({ ...word, after: ',' })) : phrase.words
  })
  return capitalised(withLast(fitArticles(words), (word) => ({ ...word, after: word.text.endsWith(end) ? '' : end })))
}

/** `a` or `an`, as the next word wants it. */
export function fitArticles(words: readonly Word[]): Word[] {
  return words.map((word, index) => {
    if (word.role !== 'article') return word
    return { ...word, text: articleBefore(words[index + 1]?.text ?? '') }
  })
}

export function capitalised(words: readonly Word[]): Word[] {
  return words.map((word, index) =>
    index === 0 ? { ...word, text: word.text.charAt(0).toUpperCase() + word.text.slice(1) } : word,
  )
}

/** Undoes the capital of a sentence's beginning, but for names and what is written so anyway. */
export function uncapitalised(words: readonly Word[]): Word[] {
  return words.map((word, index) => {
    if (index > 0 || word.role === 'name' || /^I(?:’|$)/.test(word.text)) return word
    return { ...word, text: word.text.charAt(0).toLowerCase() + word.text.slice(1) }
  })
}

export function withLast(words: readonly Word[], change: (word: Word) => Word): Word[] {
  return words.map((word, index) => (index === words.length - 1 ? change(word) : word))
}

export function withFirst(words: readonly Word[], change: (word: Word) => Word): Word[] {
  return words.map((word, index) => (index === 0 ? change(word) : word))
}

/** The same sentences whose words know their place among all of them, so that what is made of them can be traced. */
export function numbered(sentences: readonly Sentence[]): Sentence[] {
  let place = 0
  return sentences.map((sentence) =>
    sentence.map((phrase) => ({ ...phrase, words: phrase.words.map((word) => ({ ...word, from: place++ })) })),
  )
}
