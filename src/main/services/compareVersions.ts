import type { Anchor } from '../../core/anchor/anchor'
import type { FollowedAnchor } from '../../core/anchor/followAnchors'
import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import { WorkbenchError } from '../../contract/errors'
import type { Consequence, VersionComparison } from '../../contract/versionSchemas'
import { allCitations, type Citation } from './allCitations'
import { whatStandsThere } from './citations'
import { citedPlaceOf, type CitedPlace } from './citedPlace'
import type { HashedVersion, ReadSource } from './ports'
import { openSession, openSource, type ServiceContext } from './session'
import { readVersionOf } from './versions'

type Asked = { readonly sourceId: string; readonly from: string; readonly to: string; readonly jobId: string }

type Cited = { readonly citation: Citation; readonly place: CitedPlace }

/**
 * The difference of two versions of a source, and what it did to everything that cites the source.
 * @throws {WorkbenchError} SOURCE_UNKNOWN, VERSION_UNKNOWN, VERSION_UNREADABLE, CANCELLED
 */
export async function compareVersions(context: ServiceContext, asked: Asked): Promise<VersionComparison> {
  const { sourceId, jobId } = asked
  const from = hashedVersion(await readVersionOf(context, sourceId, asked.from))
  const to = hashedVersion(await readVersionOf(context, sourceId, asked.to))
  const session = openSession(context)
  const { registered } = openSource(session, sourceId)
  const records = session.store.records()
  const cited = citedIn(records, sourceId)
  const rulings = listRecords(records, 'furniture').filter((ruling) => ruling.sourceId === sourceId)
  const decided = decidedIn(records, sourceId)
  const anchors = [
    ...cited.map(({ place }) => place.anchor),
    ...rulings.map(({ anchor }) => anchor),
    ...decided.anchors,
  ]
  const texts = await textsCited(context, sourceId, anchors)
  const label = `Comparing versions of ${registered.siglum}`
  try {
    const { difference, followed } = await context.jobs.compareVersions(
      { jobId, label, from, to, anchors, texts },
      (done) => {
        context.emit({ kind: 'job-progress', jobId, label, done })
      },
    )
    const ofRulings = followed.slice(cited.length, cited.length + rulings.length)
    const ofDecisions = followed.slice(cited.length + rulings.length)
    return {
      sourceId,
      from: asked.from,
      to: asked.to,
      rows: difference.rows.map(({ kind, from, to, part, typography, segments }) => ({
        kind,
        from,
        to,
        part,
        typography,
        segments: [...segments],
      })),
      counts: { ...difference.counts },
      consequences: inOrder(cited, followed, to),
      rulings: { all: rulings.length, touched: ofRulings.filter(({ touched }) => touched).length },
      matchDecisions: {
        all: decided.count,
        touched: new Set(decided.owners.filter((_, index) => ofDecisions[index]?.touched === true)).size,
      },
    }
  } finally {
    context.emit({ kind: 'job-ended', jobId })
  }
}

function hashedVersion({ article }: ReadSource): HashedVersion {
  const { text, textHash, body } = article
  return { text, textHash, body }
}

function citedIn(records: ReviewRecords, sourceId: string): Cited[] {
  const cited: Cited[] = []
  for (const citation of allCitations(records)) {
    if (citation.cited.sourceId === sourceId)
      cited.push({ citation, place: citedPlaceOf(undefined, records, citation) })
  }
  return cited
}

type Decided = { readonly count: number; readonly anchors: readonly Anchor[]; readonly owners: readonly string[] }

/** The decisions about matches of the source, with the passages of it that they are about. */
function decidedIn(records: ReviewRecords, sourceId: string): Decided {
  const about = listRecords(records, 'matchDecision').flatMap(({ id, removed, added }) =>
    [...removed, ...added]
      .flatMap(({ a, b }) => [a, b])
      .filter((passage) => passage.sourceId === sourceId)
      .map(({ anchor }) => ({ id, anchor })),
  )
  const owners = about.map(({ id }) => id)
  return { count: new Set(owners).size, anchors: about.map(({ anchor }) => anchor), owners }
}

/** The texts that the anchors were cited in; one that cannot be read is left out. */
async function textsCited(
  context: ServiceContext,
  sourceId: string,
  anchors: readonly Anchor[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const textHash of new Set(anchors.map((anchor) => anchor.textHash))) {
    try {
      texts.set(textHash, (await readVersionOf(context, sourceId, textHash)).article.text)
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
    }
  }
  return texts
}

/** Those that were touched first, then in order of the text. */
function inOrder(cited: readonly Cited[], followed: readonly FollowedAnchor[], to: HashedVersion): Consequence[] {
  const consequences = cited.flatMap((one, index) => {
    const found = followed[index]
    return found === undefined ? [] : [{ shown: toConsequence(one, found, to), at: one.place.anchor.position.start }]
  })
  return consequences
    .sort((a, b) => Number(b.shown.touched) - Number(a.shown.touched) || placeOf(a) - placeOf(b))
    .map(({ shown }) => shown)
}

function placeOf({ shown, at }: { readonly shown: Consequence; readonly at: number }): number {
  return shown.nowRange?.start ?? shown.candidates[0]?.range.start ?? at
}

function toConsequence(
  { citation, place }: Cited,
  { before, after, quote, touched }: FollowedAnchor,
  to: HashedVersion,
): Consequence {
  const isThere = after.state === 'exact' || after.state === 'moved'
  const there = whatStandsThere(to.text, after)
  const nowRange = isThere ? { ...after.range } : there.nowRange
  const settled = place.history.findLast(({ textHash }) => textHash === to.textHash)
  return {
    on: { ...citation.on },
    claimId: citation.claimId,
    words: citation.words,
    before: before.state,
    state: after.state,
    quote,
    nowText: nowRange === null ? null : to.text.slice(nowRange.start, nowRange.endExclusive),
    nowRange,
    candidates: there.candidates,
    changes: there.changes,
    why: after.why,
    settled: settled === undefined ? null : { what: settled.what, at: settled.at, by: settled.by },
    touched,
  }
}
