import type { AnchorResolution } from '../../core/anchor/anchor'
import { hangingOf } from '../../core/claim/hanging'
import { standingSeal } from '../../core/claim/sealState'
import type { UnsettledView } from '../../contract/versionSchemas'
import { allCitations, type Citation } from './allCitations'
import { whatStandsThere } from './citations'
import { citedPlaceOf, isUnsettled, type CitedPlace } from './citedPlace'
import type { CorpusSession, OpenSource } from './session'
import { bySiglum } from './sourceViews'

/** How many passages of a source are cited that are not in its present text as they were, and that nobody settled for it. */
export function countUnsettled(session: CorpusSession, source: OpenSource): number {
  const records = session.store.records()
  let count = 0
  for (const citation of allCitations(records)) {
    if (citation.cited.sourceId !== source.registered.id) continue
    if (isUnsettled(citedPlaceOf(source, records, citation))) count += 1
  }
  return count
}

/** Every citation that somebody has to look at, in order of sigla, then of the text. */
export function listUnsettled(session: CorpusSession): UnsettledView[] {
  const records = session.store.records()
  const { seals } = hangingOf(records)
  const bySource = new Map<string, { readonly view: UnsettledView; readonly at: number }[]>()
  for (const citation of allCitations(records)) {
    const source = session.sources.get(citation.cited.sourceId)
    if (source === undefined) continue
    const place = citedPlaceOf(source, records, citation)
    if (place.resolution === null || !isUnsettled(place)) continue
    const sealed = citation.claimId !== null && standingSeal(seals.of(citation.claimId)) !== null
    const view = toUnsettledView(source, citation, { ...place, sealed })
    if (view === null) continue
    const one = { view, at: startOf(place.resolution) ?? place.anchor.position.start }
    const others = bySource.get(source.registered.id)
    if (others === undefined) bySource.set(source.registered.id, [one])
    else others.push(one)
  }
  return bySiglum([...session.sources.values()]).flatMap(({ registered }) =>
    (bySource.get(registered.id) ?? []).toSorted((a, b) => a.at - b.at).map(({ view }) => view),
  )
}

function toUnsettledView(
  { registered, reading, readAt }: OpenSource,
  { on, claimId, words }: Citation,
  { anchor, resolution, sealed }: CitedPlace & { readonly sealed: boolean },
): UnsettledView | null {
  const state = resolution?.state
  if (resolution === null || (state !== 'changed' && state !== 'ambiguous' && state !== 'lost')) return null
  const { nowText, nowRange, candidates, changes } = whatStandsThere(reading.article.text, resolution)
  const { textHash } = reading.article
  return {
    on: { ...on },
    claimId,
    words,
    sealed,
    sourceId: registered.id,
    siglum: registered.siglum,
    textHash,
    versionReadAt: registered.versions.findLast((version) => version.textHash === textHash)?.readAt ?? readAt,
    state,
    quote: anchor.quote.exact,
    nowText,
    range: nowRange,
    candidates,
    changes,
    why: resolution.why,
  }
}

/** Where it stands now, as far as that is known. */
function startOf(resolution: AnchorResolution): number | null {
  switch (resolution.state) {
    case 'exact':
    case 'moved':
    case 'changed':
      return resolution.range.start
    case 'ambiguous':
      return resolution.candidates[0]?.range.start ?? null
    case 'lost':
      return resolution.closest?.range.start ?? null
  }
}
