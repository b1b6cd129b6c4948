import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import { sameValue } from '../../core/claim/sameValue'
import { sliceRange, type TextRange } from '../../core/text/textRange'
import type { FurnitureMark } from '../../core/text/article'
import { splitsCharacter } from '../../core/text/characters'
import { WorkbenchError } from '../../contract/errors'
import type { ClusterView, CorpusMatching } from '../../contract/matchingSchemas'
import type { CorpusJob, CorpusResult } from './ports'
import { decisionsByPair, decisionsOf } from './matchDecisions'
import { placeOf } from './placeOf'
import { openSession, type CorpusSession, type MatchedCorpus, type OpenSource, type ServiceContext } from './session'
import { bySiglum, matchSettingsOf, metadataOf, setAsideOf } from './sourceViews'

/** UTF-16 units of text shown before and after a member of a cluster. */
export const MEMBER_CONTEXT = 120

/** Matches all sources of the open corpus with each other; runs off the main thread and can be cancelled. */
export async function matchOpenCorpus(
  context: ServiceContext,
  { jobId, budgetMs }: { jobId: string; budgetMs: number | null },
): Promise<CorpusMatching> {
  const session = openSession(context)
  const sources = bySiglum([...session.sources.values()])
  const label = 'Matching all sources'
  const cacheFolder = session.store.readOnly === null ? cacheFolderOf(session) : null
  const job = {
    jobId,
    label,
    budgetMs,
    cacheFolder,
    withPassages: false,
    ...corpusJobOf(sources, session.store.records()),
  }
  try {
    const result = await context.jobs.matchCorpus(job, (done) =>
      context.emit({ kind: 'job-progress', jobId, label, done }),
    )
    const clusters = new Map(result.clusters.map((cluster) => [cluster.id, cluster]))
    const before = context.matched
    context.matched = {
      sources: job.sources.map(({ id, textHash }) => ({ id, textHash })),
      clusters,
      repeated: repeatedBySource(job, result),
    }
    // The sources show it as furniture, once it is known.
    if (!sameValue(marksOf(before), marksOf(context.matched))) context.emit({ kind: 'corpus-changed' })
    return toCorpusMatching(job, result)
  } finally {
    context.emit({ kind: 'job-ended', jobId })
  }
}

/** What the matcher needs of these sources, which are in the order of sigla. */
export function corpusJobOf(
  sources: readonly OpenSource[],
  records: ReviewRecords,
): Pick<CorpusJob, 'sources' | 'settings' | 'decisions'> {
  return {
    sources: sources.map((source) => {
      const { article } = source.reading
      const { outlet, published } = metadataOf(source, records)
      const kept = keptRanges(source, records)
      const setAside = setAsideOf(source, records)
      return {
        id: source.registered.id,
        textHash: article.textHash,
        text: article.text,
        setAside,
        outlet,
        published,
        kept,
      }
    }),
    settings: matchSettingsOf(records),
    decisions: placedDecisions(sources, records),
  }
}

/**
 * A cluster of the last matching.
 * @throws {WorkbenchError} CLUSTER_UNKNOWN when there is none of that id, or its sources are others by now
 */
export function showCluster(context: ServiceContext, clusterId: string): ClusterView {
  const session = openSession(context)
  const { matched } = context
  const cluster = matched?.clusters.get(clusterId)
  if (matched === null || cluster === undefined) throw clusterUnknown(clusterId)
  const records = session.store.records()
  const members = cluster.members.map(({ source, range }) => {
    const known = matched.sources[source]
    const open = known === undefined ? undefined : session.sources.get(known.id)
    if (open === undefined || open.reading.article.textHash !== known?.textHash) throw clusterUnknown(clusterId)
    const { text } = open.reading.article
    const { published } = metadataOf(open, records)
    return { sourceId: known.id, range: { ...range }, text: sliceRange(text, range), ...around(text, range), published }
  })
  return { id: cluster.id, members }
}

/** Throws away what is kept of matching; gives how many results that were. */
export async function forgetMatching(context: ServiceContext): Promise<{ removed: number }> {
  return { removed: await context.jobs.forgetMatching(cacheFolderOf(openSession(context))) }
}

function toCorpusMatching({ sources }: Pick<CorpusJob, 'sources'>, result: CorpusResult): CorpusMatching {
  const idOf = (source: number) => sources[source]?.id ?? ''
  const { complete, why, elapsedMs, matched, kept } = result
  return {
    pairs: result.pairs.map((pair) => ({ ...pair, a: idOf(pair.a), b: idOf(pair.b) })),
    clusters: result.clusters.map(({ id, words, members, excerpt, differs, first }) => ({
      id,
      words,
      members: members.length,
      sources: [...new Set(members.map(({ source }) => source))].sort((one, two) => one - two).map(idOf),
      excerpt,
      first: first === null ? null : { sourceId: idOf(first), published: sources[first]?.published ?? '' },
      differs,
    })),
    boilerplate: result.boilerplate.map(({ source, range, why }) => ({
      sourceId: idOf(source),
      range: { ...range },
      why,
    })),
    complete,
    why,
    elapsedMs,
    matched,
    kept,
  }
}

function repeatedBySource(
  { sources }: Pick<CorpusJob, 'sources'>,
  { boilerplate }: CorpusResult,
): MatchedCorpus['repeated'] {
  const repeated = new Map<string, { textHash: string; marks: FurnitureMark[] }>()
  for (const { source, range, why } of boilerplate) {
    const { id = '', textHash = '' } = sources[source] ?? {}
    const known = repeated.get(id)
    if (known === undefined) repeated.set(id, { textHash, marks: [{ range, why }] })
    else known.marks.push({ range, why })
  }
  return repeated
}

function marksOf(matched: MatchedCorpus | null): unknown {
  return Object.fromEntries(matched?.repeated ?? [])
}

/** What reviewers ruled not to be furniture. */
function keptRanges(source: OpenSource, records: ReviewRecords): TextRange[] {
  return listRecords(records, 'furniture').flatMap((ruling) => {
    if (ruling.sourceId !== source.registered.id || ruling.furniture) return []
    const resolution = placeOf(source, ruling.anchor)
    return resolution.state === 'exact' || resolution.state === 'moved' ? [resolution.range] : []
  })
}

function placedDecisions(sources: readonly OpenSource[], records: ReviewRecords): CorpusJob['decisions'] {
  const numbers = new Map(sources.map((source, number) => [source.registered.id, number]))
  const placed: CorpusJob['decisions'][number][] = []
  for (const decisions of decisionsByPair(records).values()) {
    const pair = decisions[0]?.removed[0] ?? decisions[0]?.added[0]
    const places = [numbers.get(pair?.a.sourceId ?? ''), numbers.get(pair?.b.sourceId ?? '')]
    const [a = -1, b = -1] = places.map((number) => number ?? -1).sort((one, two) => one - two)
    const [aSource, bSource] = [sources[a], sources[b]]
    if (aSource === undefined || bSource === undefined) continue
    placed.push({ a, b, decisions: decisionsOf(decisions, { a: aSource, b: bSource }).placed })
  }
  return placed
}

function around(text: string, range: TextRange): { before: string; after: string } {
  let start = Math.max(0, range.start - MEMBER_CONTEXT)
  while (start < range.start && splitsCharacter(text, start)) start++
  let end = Math.min(text.length, range.endExclusive + MEMBER_CONTEXT)
  while (end > range.endExclusive && splitsCharacter(text, end)) end--
  return { before: text.slice(start, range.start), after: text.slice(range.endExclusive, end) }
}

function cacheFolderOf(session: CorpusSession): string {
  return `${session.dataFolder}/cache`
}

function clusterUnknown(id: string): WorkbenchError {
  const message = `There is no cluster ${id} in the last matching, or its sources have changed since. Match all sources again.`
  return new WorkbenchError({ code: 'CLUSTER_UNKNOWN', message })
}
