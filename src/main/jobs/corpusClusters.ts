import { createHash } from 'node:crypto'
import type { ClusterPlace } from '../../core/match/clusters'
import { sliceRange, type TextRange } from '../../core/text/textRange'
import { scanTokens } from '../../core/text/tokens'
import { wordKey } from '../../core/text/wordKey'
import type { CorpusCluster, CorpusText } from '../services/ports'

/** UTF-16 units of a cluster's wording that are shown in a list. */
export const EXCERPT_LENGTH = 160

/** What is shown of a cluster in a list. Its id is the same for the same ranges of the same sources. */
export function toCluster(sources: readonly CorpusText[], places: readonly ClusterPlace[]): CorpusCluster {
  const wordings = places.map(({ source, range }) => wordsOf(sources[source]?.text ?? '', range))
  const members = places.toSorted(
    (one, two) =>
      compareDates(sources[one.source]?.published ?? null, sources[two.source]?.published ?? null) ||
      one.source - two.source ||
      one.range.start - two.range.start,
  )
  const [earliest] = members
  const first =
    earliest !== undefined && (sources[earliest.source]?.published ?? null) !== null ? earliest.source : null
  const words = wordings.reduce((most, wording) => Math.max(most, wording.length), 0)
  const longest = places[wordings.findIndex((wording) => wording.length === words)]
  const text = longest === undefined ? '' : sliceRange(sources[longest.source]?.text ?? '', longest.range)
  const joined = new Set(wordings.map((wording) => wording.join(' ')))
  return { id: clusterId(sources, places), words, excerpt: excerptOf(text), differs: joined.size > 1, members, first }
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
