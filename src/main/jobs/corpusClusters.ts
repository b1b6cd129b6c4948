import { createHash } from 'node:crypto'
import type { ClusterPlace } from '../../core/match/clusters'
import { sliceRange, type TextRange } from '../../core/text/textRange'
import { scanTokens } from '../../core/text/tokens'
import { wordKey } from '../../core/text/wordKey'
import type { CorpusCluster, CorpusText } from '../services/ports'

/** UTF-16 units of a cluster's wording that are shown in a list. */
export const EXCERPT_LENGTH = 160

/** What the members of a cluster say, whatever the order of sources and the dates. */
type Wording = Pick<CorpusCluster, 'words' | 'excerpt' | 'differs'>

/** Shows clusters, and remembers from one time to the next what those that stayed say. */
export class ClusterViews {
  #known: ReadonlyMap<string, Wording> = new Map()

  /** What is shown of the clusters in a list. Ids are the same for the same ranges of the same sources. */
  show(sources: readonly CorpusText[], clusters: readonly (readonly ClusterPlace[])[]): CorpusCluster[] {
    const wordings = new Map<string, Wording>()
    const shown = clusters.map((places) => {
      const id = clusterId(sources, places)
      const wording = this.#known.get(id) ?? wordingOf(sources, places)
      wordings.set(id, wording)
      return { id, ...wording, ...membersOf(sources, places) }
    })
    this.#known = wordings
    return shown.sort((one, two) => sourcesOf(two) - sourcesOf(one))
  }
}

function sourcesOf({ members }: CorpusCluster): number {
  return new Set(members.map(({ source }) => source)).size
}

/** The earliest first where dates are known; otherwise in the order of sources. */
function membersOf(
  sources: readonly CorpusText[],
  places: readonly ClusterPlace[],
): Pick<CorpusCluster, 'members' | 'first'> {
  const dateOf = (source: number) => sources[source]?.published ?? null
  const members = places.toSorted(
    (one, two) =>
      compareDates(dateOf(one.source), dateOf(two.source)) ||
      one.source - two.source ||
      one.range.start - two.range.start,
  )
  const [earliest] = members
  return { members, first: earliest !== undefined && dateOf(earliest.source) !== null ? earliest.source : null }
}

function wordingOf(sources: readonly CorpusText[], places: readonly ClusterPlace[]): Wording {
  const wordings = places.map(({ source, range }) => wordsOf(sources[source]?.text ?? '', range))
  const words = wordings.reduce((most, wording) => Math.max(most, wording.length), 0)
  const texts = places
    .filter((_, at) => wordings[at]?.length === words)
    .map(({ source, range }) => sliceRange(sources[source]?.text ?? '', range))
    .sort()
  const different = new Set(wordings.map((wording) => wording.join(' ')))
  return { words, excerpt: excerptOf(texts[0] ?? ''), differs: different.size > 1 }
}

function wordsOf(text: string, range: TextRange): string[] {
  const words: string[] = []
  scanTokens(text, range.start, range.endExclusive, (kind, start, end) => {
    if (kind === 'word') words.push(wordKey(text.slice(start, end)))
  })
  return words
}

/** The earlier first; what has no date comes last. Dates are ISO 8601, so that their order is that of their characters. */
function compareDates(one: string | null, two: string | null): number {
  if (one === null || two === null) return one === two ? 0 : one === null ? 1 : -1
  return one < two ? -1 : one > two ? 1 : 0
}

function clusterId(sources: readonly CorpusText[], places: readonly ClusterPlace[]): string {
  const members = places.map(
    ({ source, range }) =>
      `${sources[source]?.id ?? ''} ${sources[source]?.textHash ?? ''} ${range.start} ${range.endExclusive}`,
  )
  return `c-${createHash('sha256').update(members.sort().join('\n')).digest('hex').slice(0, 24)}`
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= EXCERPT_LENGTH) return line
  const cut = line.slice(0, EXCERPT_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT_LENGTH / 2)).replace(/[\ud800-\udbff]$/u, '')}…`
}
