import { adverbOf } from './inflect'
import { COMPOUND_FIRST, COMPOUND_SECOND, NOUNS } from './nounWords'
import {
  ADJECTIVES,
  ADVERBS,
  FUNCTION_SYNONYMS,
  GIVEN_NAMES,
  INTRANSITIVE_VERBS,
  PLACES_FIRST,
  PLACES_SECOND,
  SURNAMES_FIRST,
  SURNAMES_SECOND,
  SYNONYMS,
  TRANSITIVE_VERBS,
} from './otherWords'
import { createRandom, type Random } from './random'

/** The classes whose words are drawn by frequency. */
export type ContentClass = 'noun' | 'transitive' | 'intransitive' | 'adjective' | 'adverb'

/** Zipf's law as Mandelbrot has it: the word of rank r is met in proportion to 1 / (r + RANK_OFFSET) ^ RANK_EXPONENT. */
const RANK_EXPONENT = 1.02
/** More of it makes the commonest words less common. */
const RANK_OFFSET = 6
/** Words of each class that an article returns to; fewer make it more repetitive. */
const THEME_WORDS: Readonly<Record<ContentClass, number>> = {
  noun: 45,
  transitive: 20,
  intransitive: 8,
  adjective: 18,
  adverb: 6,
}
/** Less of it makes a theme of rarer words; 1 draws all words alike. */
const THEME_RARITY = 1.6
/** How often a word comes from the article's theme instead of from the language. */
const THEME_SHARE = 0.45

/** The words that one text is about: articles on the same event share them, others hardly do. */
export type Theme = {
  readonly words: Readonly<Record<ContentClass, readonly string[]>>
  readonly places: readonly string[]
}

type Ranked = { readonly words: readonly string[]; readonly sums: Float64Array }

const listed = (words: string) => words.trim().split(/[\s|]+/)
const crossed = (first: string, second: string) =>
  listed(first).flatMap((one) => listed(second).map((two) => one + two))

/** In an order of our own that is the same in every corpus, so that rules' words are rarer than written ones. */
function ranked(written: readonly string[], made: readonly string[]): Ranked {
  const order = createRandom(1, 'order of made words')
  const words = [...new Set([...written, ...order.shuffled(made)])]
  const sums = new Float64Array(words.length)
  let sum = 0
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 1 + RANK_OFFSET) ** RANK_EXPONENT
    sums[rank] = sum
  }
  return { words, sums }
}

const adjectives = listed(ADJECTIVES)
const transitive = listed(TRANSITIVE_VERBS)
const NESS = adjectives.filter(
  (word) => word.length > 3 && !/(?:al|ic|ous|er|ly|ern|less|able|ible|ant|ent|est|en|ed)$/.test(word),
)
const UN = adjectives.filter((word) =>
  /(?:able|al|fair|sure|safe|happy|common|clear|usual|official|known|willing|ful)$/.test(word),
)
const AGENTS = transitive.filter((word) => /[^aeiouy]$/.test(word) && word.length > 3)

const CLASSES: Readonly<Record<ContentClass, Ranked>> = {
  noun: ranked(listed(NOUNS), [
    ...crossed(COMPOUND_FIRST, COMPOUND_SECOND),
    ...NESS.map((word) => `${word.replace(/([^aeiou])y$/, '$1i')}ness`),
    ...AGENTS.map((word) => `${word}er`),
  ]),
  transitive: ranked(
    transitive,
    transitive
      .filter((_, index) => index > 60 && index % 3 === 0)
      .map((word) => `${word.startsWith('o') ? 're-' : 're'}${word}`),
  ),
  intransitive: ranked(listed(INTRANSITIVE_VERBS), []),
  adjective: ranked(adjectives, [...UN.filter((word) => !/^(?:un|in|il)/.test(word)).map((word) => `un${word}`)]),
  adverb: ranked(
    listed(ADVERBS),
    adjectives.filter((word) => word.length > 3 && !/(?:ly|en|ern|ish|ed|st)$/.test(word)).map(adverbOf),
  ),
}

const GIVEN = GIVEN_NAMES.split('|')
const SURNAMES = crossed(SURNAMES_FIRST, SURNAMES_SECOND)
const PLACES = crossed(PLACES_FIRST, PLACES_SECOND)

export function drawWord(random: Random, of: ContentClass): string {
  const { words, sums } = CLASSES[of]
  const wanted = random.next() * sums[sums.length - 1]!
  let low = 0
  let high = words.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > wanted) high = middle
    else low = middle + 1
  }
  return words[low]!
}

export function createTheme(random: Random): Theme {
  const chosen = (of: ContentClass) => {
    const { words } = CLASSES[of]
    return Array.from(
      { length: THEME_WORDS[of] },
      () => words[Math.floor(words.length * random.next() ** THEME_RARITY)]!,
    )
  }
  return {
    words: {
      noun: chosen('noun'),
      transitive: chosen('transitive'),
      intransitive: chosen('intransitive'),
      adjective: chosen('adjective'),
      adverb: chosen('adverb'),
    },
    places: Array.from({ length: 4 }, () => random.pick(PLACES)),
  }
}

export function drawThemed(random: Random, theme: Theme, of: ContentClass): string {
  if (!random.chance(THEME_SHARE)) return drawWord(random, of)
  const words = theme.words[of]
  // The earlier half comes twice as often as the later one.
  return words[Math.min(random.between(0, words.length - 1), random.between(0, words.length - 1))]!
}

export function drawPlace(random: Random, theme: Theme): string {
  return random.chance(0.7) ? random.pick(theme.places) : random.pick(PLACES)
}

export function drawSurname(random: Random): string {
  return random.pick(SURNAMES)
}

export function drawFullName(random: Random): string {
  return `${random.pick(GIVEN)} ${drawSurname(random)}`
}

const SYNONYMS_BY_CLASS = readSynonyms()

function readSynonyms(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const row of SYNONYMS.trim().split(/[|\n]+/)) {
    const [initial, ...group] = row.trim().split(' ')
    for (const word of group) {
      const others = group.filter((other) => other !== word)
      table.set(`${initial} ${word}`, [...(table.get(`${initial} ${word}`) ?? []), ...others])
    }
  }
  return table
}

/** Words that may stand for the word; empty where the table knows none. */
export function synonymsOf(of: ContentClass, word: string): readonly string[] {
  const initial = { noun: 'n', transitive: 'v', intransitive: 'v', adjective: 'a', adverb: 'r' }[of]
  return SYNONYMS_BY_CLASS.get(`${initial} ${word}`) ?? []
}

const FUNCTION_TABLE = new Map(
  FUNCTION_SYNONYMS.split('|').map((row) => {
    const [word, ...other] = row.trim().split(' ')
    return [word!, other.join(' ')] as const
  }),
)

/** One or more words that may stand for a function word; null where there are none. */
export function functionSynonymOf(word: string): string | null {
  return FUNCTION_TABLE.get(word) ?? null
}
