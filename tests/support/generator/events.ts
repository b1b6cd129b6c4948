import { createTheme } from './lexicon'
import { createRandom, type Random } from './random'
import { createWriter, makeSentence, makeSpeech, type Writer } from './sentences'
import { numbered, type Sentence, type Word } from './words'
import {
  cutQuotation,
  misquoted,
  reordered,
  reworded,
  SHORTEST_MISQUOTATION,
  trimmed,
  type DerivedKind,
  type PassageKind,
  type WordChange,
} from './variants'

/** Sources for each event: fewer make larger clusters. */
const SOURCES_PER_EVENT = 4
/** Articles that one event can be in: bounds the pairs of the truth, which grow with its square. */
const MOST_MEMBERS = 40
/** How often a passage is made from what another article made of it. */
const SECOND_HAND = 0.25
/** The most of an event's first article that its passages take up. */
const ORIGINAL_SHARE = 0.4

/** A wording that others are made of: some sentences, or what somebody said. */
type Origin = {
  readonly id: string
  readonly spoken: boolean
  /** What may be made into something else; the first is the original, unless its article is not written yet. */
  readonly versions: { readonly passage: string; readonly sentences: readonly Sentence[] }[]
  readonly sentences: readonly Sentence[]
}
export type Event = { readonly writer: Writer; readonly origins: readonly Origin[]; members: number }

/** A passage that an article is to hold; spoken ones go between quotation marks. */
export type Planted = {
  readonly id: string
  readonly kind: PassageKind
  readonly origin: string
  readonly of: string | null
  readonly spoken: boolean
  readonly sentences: readonly Sentence[]
  /** The words between quotation marks, for what is quoted. */
  readonly quoted: readonly Word[] | null
  readonly changes: readonly WordChange[]
}

/** Gives each kind in turn, in an order that differs from round to round, so that none is missing. */
export type Deck = { readonly draw: () => DerivedKind }

export function createDeck(random: Random): Deck {
  let left: DerivedKind[] = []
  return {
    draw() {
      if (left.length === 0) {
        left = random.shuffled<DerivedKind>(['copied', 'trimmed', 'reordered', 'reworded', 'quoted', 'misquoted'])
      }
      return left.pop()!
    },
  }
}

export function createEvents(seed: number, sources: number, articleWords: number): Event[] {
  return Array.from({ length: Math.max(1, Math.round(sources / SOURCES_PER_EVENT)) }, (_, index) => {
    const random = createRandom(seed, `event ${index + 1}`)
    const writer = createWriter(random, createTheme(random))
    return { writer, origins: createOrigins(writer, `e${index + 1}`, articleWords), members: 0 }
  })
}

function createOrigins(writer: Writer, event: string, articleWords: number): Origin[] {
  const { random } = writer
  const origins: Origin[] = []
  let left = Math.max(articleWords * ORIGINAL_SHARE, 1)
  const wanted = random.between(3, 5)
  while (origins.length < wanted && left > 0) {
    const spoken = origins.length % 2 === 1
    const made = spoken ? spokenSentences(writer) : writtenSentences(writer)
    left -= made.flat().reduce((sum, phrase) => sum + phrase.words.length, 0)
    origins.push({ id: `${event}.${origins.length + 1}`, spoken, versions: [], sentences: numbered(made) })
  }
  return origins
}

function writtenSentences(writer: Writer): Sentence[] {
  return Array.from({ length: writer.random.between(2, 5) }, () => makeSentence(writer))
}

function spokenSentences(writer: Writer): Sentence[] {
  return [[{ role: 'clause', words: makeSpeech(writer, SHORTEST_MISQUOTATION, 20) }]]
}

/** Which event an article is on; the first ones draw more, so that some clusters are large. */
export function drawEvent(events: readonly Event[], random: Random): Event | null {
  const open = events.filter(({ members }) => members < MOST_MEMBERS)
  if (open.length === 0) return null
  const place = Math.floor(open.length * random.next() ** 1.7)
  return open[place] ?? null
}

/** What the next article on the event takes over; the first one holds every original. */
export function plantPassages(event: Event, deck: Deck, random: Random, id: (place: number) => string): Planted[] {
  event.members++
  if (event.members === 1) return event.origins.map((origin, place) => plantOriginal(origin, id(place)))
  const untouched = random.shuffled(event.origins)
  const count = Math.min(untouched.length, random.between(1, 3))
  return Array.from({ length: count }, (_, place) => {
    const kind = deck.draw()
    const quoting = kind === 'quoted' || kind === 'misquoted'
    // Speech is taken over as a quotation; a written passage is quoted only where no speech is left.
    const fitting = untouched.findIndex((origin) => origin.spoken === quoting)
    const [origin] = untouched.splice(Math.max(0, fitting), 1)
    return derive(
      origin!,
      quoting || !origin!.spoken ? kind : random.pick(['quoted', 'misquoted']),
      event.writer,
      random,
      id(place),
    )
  })
}

function plantOriginal(origin: Origin, id: string): Planted {
  origin.versions.push({ passage: id, sentences: origin.sentences })
  const quoted = origin.spoken ? origin.sentences.flat().flatMap(({ words }) => words) : null
  return { ...passage(origin, id, 'original', null), quoted: quoted === null ? null : [...quoted] }
}

function passage(origin: Origin, id: string, kind: PassageKind, of: string | null): Planted {
  return {
    id,
    kind,
    origin: origin.id,
    of,
    spoken: origin.spoken,
    sentences: origin.sentences,
    quoted: null,
    changes: [],
  }
}

function derive(origin: Origin, kind: DerivedKind, writer: Writer, random: Random, id: string): Planted {
  const original = origin.versions[0]!
  const other = random.chance(SECOND_HAND) ? random.pick(origin.versions) : original
  const from = kind === 'reordered' && other.sentences.length < 2 ? original : other
  const planted = { ...passage(origin, id, kind, from.passage) }
  const ownWriter: Writer = { ...writer, random }
  switch (kind) {
    case 'quoted':
      return { ...planted, quoted: cutQuotation(from.sentences, random) }
    case 'misquoted': {
      const { words, changes } = misquoted(cutQuotation(from.sentences, random, SHORTEST_MISQUOTATION), ownWriter)
      return { ...planted, quoted: words, changes }
    }
    default: {
      const sentences = changedSentences(kind, from.sentences, ownWriter)
      origin.versions.push({ passage: id, sentences })
      return { ...planted, sentences }
    }
  }
}

function changedSentences(
  kind: Exclude<DerivedKind, 'quoted' | 'misquoted'>,
  sentences: readonly Sentence[],
  writer: Writer,
): readonly Sentence[] {
  switch (kind) {
    case 'copied':
      return sentences
    case 'trimmed':
      return trimmed(sentences, writer.random)
    case 'reordered':
      return reordered(sentences, writer.random)
    case 'reworded':
      return reworded(sentences, writer)
  }
}
