import { makeArticle, type GeneratedArticle } from './articles'
import { createDeck, createEvents } from './events'
import { createRandom } from './random'
import type { PlacedPassage } from './render'
import type { Truth, TruthPair } from './truth'

/** Words of an origin that two passages must both have to count as a pair. */
const LEAST_COMMON_WORDS = 4

export type CorpusOptions = {
  /** A whole number from 0 on. */
  readonly seed: number
  readonly sources: number
  /** Median words of an article. */
  readonly words: number
}
export type GeneratedCorpus = { readonly articles: readonly GeneratedArticle[]; readonly truth: Truth }

/** Articles that share passages, and the truth on what they share. The same options give the same corpus. */
export function generateCorpus({ seed, sources, words }: CorpusOptions): GeneratedCorpus {
  const events = createEvents(seed, sources, words)
  const deck = createDeck(createRandom(seed, 'deck'))
  const articles = Array.from({ length: sources }, (_, index) =>
    makeArticle({ seed, number: index + 1, sources, words, events, deck }),
  )
  return { articles, truth: truthOf(articles, seed, words) }
}

function truthOf(articles: readonly GeneratedArticle[], seed: number, words: number): Truth {
  return {
    format: 'crossread-truth',
    version: 1,
    seed,
    words,
    sources: articles.map(({ path, outlet, published, encoding, style, furniture }) => ({
      path,
      outlet,
      published,
      encoding,
      lineEnds: style.lineEnd === '\n' ? 'LF' : 'CRLF',
      quotationMarks: style.quotationMarks,
      furniture: furniture.map(({ start, end }) => ({ start, end })),
    })),
    passages: articles.flatMap(({ path, passages }) =>
      passages.map(({ planted: { id, kind, origin, of, changes }, placed: { start, end } }) => {
        return { id, kind, origin, of, path, start, end, changes: [...changes] }
      }),
    ),
    pairs: pairsOf(articles),
  }
}

type Member = { readonly path: string; readonly id: string; readonly placed: PlacedPassage }

function pairsOf(articles: readonly GeneratedArticle[]): TruthPair[] {
  const byOrigin = new Map<string, Member[]>()
  for (const { path, passages } of articles) {
    for (const { planted, placed } of passages) {
      const members = byOrigin.get(planted.origin) ?? []
      members.push({ path, id: planted.id, placed })
      byOrigin.set(planted.origin, members)
    }
  }
  return [...byOrigin.values()].flatMap((members) =>
    members.flatMap((a, index) =>
      members.slice(index + 1).flatMap((b) => (a.path === b.path ? [] : (pairOf(a, b) ?? []))),
    ),
  )
}

function pairOf(a: Member, b: Member): TruthPair | null {
  const inB = new Map(b.placed.words.filter(({ from }) => from >= 0).map((word) => [word.from, word]))
  const common = a.placed.words.flatMap((word) => {
    const other = inB.get(word.from)
    return other === undefined ? [] : [{ a: word, b: other }]
  })
  if (common.length < LEAST_COMMON_WORDS) return null
  return {
    a: {
      passage: a.id,
      ...hull(
        common.map((word) => word.a),
        a.placed,
      ),
    },
    b: {
      passage: b.id,
      ...hull(
        common.map((word) => word.b),
        b.placed,
      ),
    },
    words: common.length,
    same: common.filter((word) => word.a.letters === word.b.letters).length,
    inOrder: common.every((word, index) => index === 0 || common[index - 1]!.b.start < word.b.start),
  }
}

/** From the first to the last of the words; to the passage's end where its last word is one of them. */
function hull(words: readonly { readonly start: number; readonly end: number }[], passage: PlacedPassage) {
  const start = Math.min(...words.map((word) => word.start))
  const end = Math.max(...words.map((word) => word.end))
  return { start, end: end === passage.words.at(-1)!.end ? passage.end : end }
}
