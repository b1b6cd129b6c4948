import { drawFullName, drawPlace, drawSurname, drawThemed, type ContentClass, type Theme } from './lexicon'
import { CALLINGS, OFFICES } from './nounWords'
import { MONTHS, NUMBER_WORDS, ROLES_IN_GROUPS, SAYING_VERBS, THINKING_VERBS, WEEKDAYS } from './otherWords'
import type { Random } from './random'
import {
  contentWord,
  fitArticles,
  plainWord,
  plainWords,
  type Phrase,
  type Sentence,
  type Word,
  type WordForm,
} from './words'
import { inflectVerb } from './inflect'

/** Median words of a written sentence and the spread of their logarithm: what news prose has, roughly. */
const SENTENCE_WORDS = 18
const SENTENCE_SPREAD = 0.42
const LONGEST_SENTENCE = 46

/** Whoever writes one text: draws from its theme and remembers whom it spoke of. */
export type Writer = { readonly random: Random; readonly theme: Theme; readonly people: readonly string[] }

const split = (words: string) => words.split('|').map((word) => word.trim())
const offices = split(OFFICES)
const callings = split(CALLINGS)
const groups = split(ROLES_IN_GROUPS)
const weekdays = split(WEEKDAYS)
const months = split(MONTHS)
const numberWords = split(NUMBER_WORDS)
const sayingVerbs = split(SAYING_VERBS)
const thinkingVerbs = split(THINKING_VERBS)
const PREPOSITIONS = split(
  'in|in|in|in|to|to|for|for|for|on|on|on|with|with|at|at|from|from|by|near|after|before|during|behind|under|over|against|along|through|across|without|beside|between',
)
const SINGULAR = split('the|the|the|the|the|the|the|the|a|a|a|a|a|a|his|his|her|their|its|this|that|every|another|no')
const PLURAL = split('the|the|the|the|some|many|few|their|these|those|most|all|his|her|other')
const SUBJECTS = split('he|she|it|they|nobody|everyone|they')
const CONNECTORS = split('and|and|and|but|but|while|because|although|so|after|before|until|when')
const MODALS = split('would|could|will|must|may|should|can')
const SPOKEN_SUBJECTS = split('we|we|I|I|they|you|nobody|he|she')

export function createWriter(random: Random, theme: Theme): Writer {
  return { random, theme, people: Array.from({ length: 5 }, () => drawFullName(random)) }
}

export function makeSentence(writer: Writer): Sentence {
  const { random } = writer
  const wanted = Math.min(LONGEST_SENTENCE, Math.max(4, Math.round(random.logNormal(SENTENCE_WORDS, SENTENCE_SPREAD))))
  const phrases: Phrase[] = []
  if (wanted > 9 && random.chance(0.28)) phrases.push({ role: 'adverbial', words: adverbial(writer) })
  phrases.push({ role: 'clause', words: clause(writer) })
  let count = countOf(phrases)
  while (count < wanted - 3) {
    if (wanted - count > 7 && random.chance(0.45)) {
      phrases.push({ role: 'clause', words: [plainWord(random.pick(CONNECTORS)), ...clause(writer)] })
    } else phrases.push({ role: 'adverbial', words: adverbial(writer) })
    count = countOf(phrases)
  }
  return phrases
}

function countOf(phrases: readonly Phrase[]): number {
  return phrases.reduce((sum, phrase) => sum + phrase.words.length, 0)
}

/** What somebody says, in the first or second person; between these numbers of words, both included. */
export function makeSpeech(writer: Writer, least: number, most: number): Word[] {
  for (let tried = 0; ; tried++) {
    const words = spokenClause(writer)
    while (words.length < least || (words.length < most && writer.random.chance(0.3))) words.push(...adverbial(writer))
    if (words.length <= most || tried > 40) return fitArticles(words.slice(0, most))
  }
}

/** Who says it and how, as words after the quotation: `said Anna Hollin, a lawyer for the family`. */
export function makeSpeechTag(writer: Writer): {
  readonly speaker: readonly Word[]
  readonly verb: Word
  readonly calling: readonly Word[]
} {
  const { random } = writer
  const verb = random.pick(sayingVerbs)
  const speaker = random.chance(0.7)
    ? plainWords(random.pick(writer.people), 'name')
    : [plainWord(capital(random.pick(offices)), 'name'), plainWord(drawSurname(random), 'name')]
  const calling = random.chance(0.4) ? callingOf(writer) : []
  return { speaker, verb: plainWord(verb.replace(/^\w+/, (base) => inflectVerb(base, 'past'))), calling }
}

function callingOf(writer: Writer): Word[] {
  const { random } = writer
  const from = random.chance(0.4)
    ? [plainWord('from'), plainWord(drawPlace(random, writer.theme), 'name')]
    : [plainWord(random.pick(['of', 'at', 'for'])), plainWord('the'), ...describedNoun(writer, false)]
  return [...plainWords(random.pick(callings)), ...from]
}

export function makeContent(writer: Writer, of: ContentClass, form: WordForm): Word {
  return contentWord(of, drawThemed(writer.random, writer.theme, of), form)
}

function clause(writer: Writer): Word[] {
  const plural = writer.random.chance(0.35)
  return [...subject(writer, plural), ...predicate(writer, plural, 0)]
}

function subject(writer: Writer, plural: boolean): Word[] {
  const { random } = writer
  const roll = random.next()
  if (roll < 0.13) return [plainWord(plural ? 'they' : random.pick(SUBJECTS.slice(0, 3)))]
  if (plural) return nounPhrase(writer, true, 0)
  if (roll < 0.24) return plainWords(random.pick(writer.people), 'name')
  if (roll < 0.3) return [plainWord(random.pick(writer.people).split(' ').at(-1)!, 'name')]
  if (roll < 0.36) return plainWords(random.pick(groups))
  return nounPhrase(writer, false, 0)
}

function nounPhrase(writer: Writer, plural: boolean, depth: number): Word[] {
  const { random } = writer
  if (plural && random.chance(0.22)) return [...amount(writer), ...describedNoun(writer, true)]
  const determiner = random.pick(plural ? PLURAL : SINGULAR)
  const lead =
    plural && random.chance(0.25)
      ? []
      : [plainWord(determiner, determiner === 'a' ? 'article' : negationOr(determiner))]
  const joined = depth < 1 && random.chance(0.3) ? [plainWord(random.chance(0.55) ? 'of' : 'and')] : []
  const rest = joined.length > 0 ? [...joined, ...nounPhrase(writer, random.chance(0.3), depth + 1)] : []
  return [...lead, ...describedNoun(writer, plural), ...rest]
}

function negationOr(word: string): 'negation' | 'function' {
  return word === 'no' || word === 'nobody' ? 'negation' : 'function'
}

function describedNoun(writer: Writer, plural: boolean): Word[] {
  const noun = makeContent(writer, 'noun', plural ? 'plural' : 'plain')
  return writer.random.chance(0.34) ? [makeContent(writer, 'adjective', 'plain'), noun] : [noun]
}

function object(writer: Writer): Word[] {
  const { random } = writer
  const roll = random.next()
  if (roll < 0.08) return [plainWord(random.pick(['him', 'her', 'it', 'them']))]
  if (roll < 0.14) return plainWords(random.pick(writer.people), 'name')
  return nounPhrase(writer, random.chance(0.35), 0)
}

function predicate(writer: Writer, plural: boolean, depth: number): Word[] {
  const { random } = writer
  const was = plainWord(plural ? 'were' : 'was')
  const roll = random.next()
  if (roll < 0.36) return [makeContent(writer, 'transitive', 'past'), ...object(writer)]
  if (roll < 0.48) return [makeContent(writer, 'intransitive', 'past'), ...manner(writer)]
  if (roll < 0.57) return [was, ...not(writer, 0.1), ...manner(writer), makeContent(writer, 'adjective', 'plain')]
  if (roll < 0.68) return [was, ...not(writer, 0.1), makeContent(writer, 'transitive', 'participle'), ...agent(writer)]
  if (roll < 0.76)
    return [plainWord('had'), ...not(writer, 0.12), makeContent(writer, 'transitive', 'participle'), ...object(writer)]
  if (roll < 0.86)
    return [
      plainWord(random.pick(MODALS)),
      ...not(writer, 0.2),
      makeContent(writer, 'transitive', 'base'),
      ...object(writer),
    ]
  if (roll < 0.92)
    return [
      plainWord('did'),
      plainWord('not', 'negation'),
      makeContent(writer, 'transitive', 'base'),
      ...object(writer),
    ]
  if (depth > 0) return [makeContent(writer, 'transitive', 'past'), ...object(writer)]
  const thinking = plainWord(inflectVerb(random.pick(thinkingVerbs), 'past'))
  const other = random.chance(0.4)
  return [thinking, plainWord('that'), ...subject(writer, other), ...predicate(writer, other, depth + 1)]
}

function not(writer: Writer, share: number): Word[] {
  return writer.random.chance(share) ? [plainWord('not', 'negation')] : []
}

function manner(writer: Writer): Word[] {
  return writer.random.chance(0.3) ? [makeContent(writer, 'adverb', 'plain')] : []
}

function agent(writer: Writer): Word[] {
  return writer.random.chance(0.5) ? [plainWord('by'), ...nounPhrase(writer, writer.random.chance(0.4), 1)] : []
}

function adverbial(writer: Writer): Word[] {
  const { random } = writer
  const roll = random.next()
  if (roll < 0.12) return [plainWord('to'), makeContent(writer, 'transitive', 'base'), ...object(writer)]
  if (roll < 0.24) return time(writer)
  if (roll < 0.32)
    return [
      plainWord(random.pick(['in', 'near', 'outside', 'to', 'from'])),
      plainWord(drawPlace(random, writer.theme), 'name'),
    ]
  if (roll < 0.37) return [makeContent(writer, 'adverb', 'plain')]
  return [plainWord(random.pick(PREPOSITIONS)), ...nounPhrase(writer, random.chance(0.35), 0)]
}

function time(writer: Writer): Word[] {
  const { random } = writer
  const date = [plainWord(random.pick(months), 'name'), plainWord(String(random.between(1, 28)), 'number')]
  switch (random.between(0, 5)) {
    case 0:
      return [plainWord('on'), plainWord(random.pick(weekdays), 'name')]
    case 1:
      return [plainWord('on'), ...date]
    case 2:
      return [plainWord('in'), plainWord(String(random.between(1987, 2023)), 'number')]
    case 3: {
      const minutes = String(random.between(0, 59)).padStart(2, '0')
      return [
        plainWord('at'),
        plainWord(`${random.between(1, 12)}:${minutes}`, 'number'),
        plainWord(random.pick(['a.m.', 'p.m.'])),
      ]
    }
    case 4:
      return [
        plainWord(random.pick(numberWords.slice(0, 8)), 'number'),
        ...plainWords(random.pick(['days later', 'weeks earlier', 'years ago', 'hours later'])),
      ]
    default:
      return plainWords(
        random.pick(['last week', 'this year', 'the next morning', 'late at night', 'the same evening']),
      )
  }
}

function amount(writer: Writer): Word[] {
  const { random } = writer
  if (random.chance(0.45)) return plainWords(random.pick(numberWords), 'number')
  if (random.chance(0.12)) return [plainWord(String(random.between(3, 97)), 'number'), ...plainWords('percent of the')]
  return [plainWord(grouped(Math.round(random.logNormal(160, 1.9)) + 13), 'number')]
}

function spokenClause(writer: Writer): Word[] {
  const { random } = writer
  const who = random.pick(SPOKEN_SUBJECTS)
  const lead = [plainWord(who, negationOr(who))]
  const roll = random.next()
  if (roll < 0.12)
    return [...lead, makeContent(writer, 'transitive', 'past'), ...amount(writer), ...describedNoun(writer, true)]
  if (roll < 0.3) return [...lead, makeContent(writer, 'transitive', 'past'), ...object(writer)]
  if (roll < 0.45)
    return [...lead, plainWord('never', 'negation'), makeContent(writer, 'transitive', 'past'), ...object(writer)]
  if (roll < 0.6)
    return [...lead, plainWord('didn’t', 'negation'), makeContent(writer, 'transitive', 'base'), ...object(writer)]
  if (roll < 0.7)
    return [...lead, plainWord('can’t', 'negation'), makeContent(writer, 'transitive', 'base'), ...object(writer)]
  if (roll < 0.88)
    return [...lead, plainWord(random.pick(MODALS)), makeContent(writer, 'transitive', 'base'), ...object(writer)]
  return [...lead, makeContent(writer, 'intransitive', 'past'), ...adverbial(writer)]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** With a comma between thousands; no locale is asked, so that every machine writes the same. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
