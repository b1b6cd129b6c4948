import { createArticle } from '../../src/core/text/createArticle'
import { normaliseText } from '../../src/core/text/normaliseText'
import type { TextRange } from '../../src/core/text/textRange'
import type { CorpusText } from '../../src/main/services/ports'
import { generateCorpus } from '../support/generator/generateCorpus'

/** Two sources, by their places, and what is planted in both. */
export type PlantedLink = {
  readonly a: number
  readonly b: number
  readonly ranges: { readonly a: TextRange; readonly b: TextRange }[]
}
export type BenchCorpus = { readonly texts: readonly CorpusText[]; readonly links: readonly PlantedLink[] }

/** A generated corpus as the program has it when it has read the files. */
export function makeCorpus(seed: number, sources: number, words: number): BenchCorpus {
  const { articles, truth } = generateCorpus({ seed, sources, words })
  const read = articles.map(({ text: decoded, path, outlet, published }) => {
    const normalised = normaliseText(decoded)
    const front = /^---\n[\s\S]*?\n---\n/.exec(normalised.text)
    const article = createArticle(normalised, path, front?.[0].length ?? 0)
    const { text, furniture, offsets } = article
    const setAside = furniture.map(({ range }) => range)
    return { offsets, source: { id: path, text, textHash: path, outlet, published, setAside, kept: [] } }
  })
  const placeOf = new Map(articles.map(({ path }, place) => [path, place]))
  const pathOf = new Map(truth.passages.map(({ id, path }) => [id, path]))
  const links = new Map<string, PlantedLink>()
  for (const pair of truth.pairs) {
    const [a, b] = [pair.a, pair.b].map(({ passage, start, end }) => {
      const place = placeOf.get(pathOf.get(passage)!)!
      return { place, range: read[place]!.offsets.toArticle({ start, end }) }
    })
    const [first, second] = a!.place < b!.place ? [a!, b!] : [b!, a!]
    const key = `${first.place} ${second.place}`
    const link = links.get(key) ?? { a: first.place, b: second.place, ranges: [] }
    link.ranges.push({ a: first.range, b: second.range })
    links.set(key, link)
  }
  return { texts: read.map(({ source }) => source), links: [...links.values()] }
}
