import type { Anchor } from '../../core/anchor/anchor'
import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import { citedAt } from '../../core/claim/settlements'

/** Everything that is looked up in the texts of sources: by the id of the source, then by the hash of the text it was cited from. */
export type CitingAnchors = ReadonlyMap<string, ReadonlyMap<string, readonly Anchor[]>>

const gathered = new WeakMap<ReviewRecords, CitingAnchors>()

/** The anchors of evidence, notes, rulings, match decisions, and of what was decided about any of them. */
export function citingAnchors(records: ReviewRecords): CitingAnchors {
  const known = gathered.get(records)
  if (known !== undefined) return known
  const bySource = new Map<string, Map<string, Anchor[]>>()
  for (const { sourceId, anchor } of allCitations(records)) {
    const byText = bySource.get(sourceId) ?? new Map<string, Anchor[]>()
    bySource.set(sourceId, byText)
    const others = byText.get(anchor.textHash)
    if (others === undefined) byText.set(anchor.textHash, [anchor])
    else others.push(anchor)
  }
  gathered.set(records, bySource)
  return bySource
}

type Citation = { readonly sourceId: string; readonly anchor: Anchor }

function* allCitations(records: ReviewRecords): Generator<Citation> {
  for (const { passages } of listRecords(records, 'evidence')) yield* passages
  for (const { passages } of listRecords(records, 'note')) yield* passages
  yield* listRecords(records, 'furniture')
  for (const { removed, added } of listRecords(records, 'matchDecision'))
    for (const { a, b } of [...removed, ...added]) yield* [a, b]
  for (const { on, to } of listRecords(records, 'settlement')) {
    const sourceId = citedAt(records, on)?.sourceId
    if (sourceId !== undefined && to !== null) yield { sourceId, anchor: to }
  }
}
