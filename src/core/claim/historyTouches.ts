import type { HistoryNames } from './historyNames'
import { isOfType } from './historyTimelines'
import type { RecordChange, RecordMap, RecordType } from './recordTable'
import type { CitedPassage } from './reviewRecord'

/** What a history can be asked about. */
export type HistorySubject = { readonly type: 'claim' | 'note' | 'source'; readonly id: string }

type Touches<T extends RecordType> = (record: RecordMap[T], names: HistoryNames) => readonly HistorySubject[]

/** The claims, notes and sources that a record of each type is about; a type that is left out does not compile. */
const TOUCHES: { readonly [T in RecordType]: Touches<T> } = {
  claim: ({ id }) => [claim(id)],
  decision: ({ claimId }) => [claim(claimId)],
  evidence: ({ claimId, passages }) => [claim(claimId), ...sources(passages)],
  note: ({ id, passages }) => [note(id), ...sources(passages)],
  source: ({ id }) => [source(id)],
  metadata: ({ id }) => [source(id)],
  furniture: ({ sourceId }) => [source(sourceId)],
  settings: () => [],
  reviewer: () => [],
  matchDecision: ({ removed, added }) => sources([...removed, ...added].flatMap(({ a, b }) => [a, b])),
  verdictName: () => [],
  work: ({ id }) => [claim(id)],
  confirmation: ({ claimId }) => [claim(claimId)],
  seal: ({ claimId }) => [claim(claimId)],
  reply: ({ on }) => [on],
  thread: ({ id }, names) => [names.isNote(id) ? note(id) : claim(id)],
  tag: () => [],
  tagging: ({ on }) => [on],
  filter: () => [],
  merging: ({ id, into }) => [claim(id), claim(into)],
  splitting: ({ id, from }) => [claim(id), claim(from)],
  settlement: ({ on }, names) => {
    const sourceId = names.passagesOf(on)[on.passage]?.sourceId
    const settled = sourceId === undefined ? [] : [source(sourceId)]
    if (on.type === 'note') return [note(on.id), ...settled]
    const claimId = names.claimOfEvidence(on.id)
    return claimId === null ? settled : [claim(claimId), ...settled]
  },
  adjudication: ({ claimId }) => [claim(claimId)],
  blind: () => [],
}

/** The claims, notes and sources that the changes are about, each once, in the order they are met. */
export function touchedBy(changes: readonly RecordChange[], names: HistoryNames): readonly HistorySubject[] {
  const touched = new Map<string, HistorySubject>()
  for (const change of changes) {
    for (const subject of touchesOf(change.type, change, names)) touched.set(subjectKey(subject), subject)
  }
  return [...touched.values()]
}

/** The same key for the same claim, note or source, and for no other. */
export function subjectKey({ type, id }: HistorySubject): string {
  return `${type}/${id}`
}

function touchesOf<T extends RecordType>(
  type: T,
  change: RecordChange,
  names: HistoryNames,
): readonly HistorySubject[] {
  const touches: Touches<T> = TOUCHES[type]
  if (!isOfType(change, type)) return []
  const { before, after } = change
  return [...(before === null ? [] : touches(before, names)), ...(after === null ? [] : touches(after, names))]
}

function claim(id: string): HistorySubject {
  return { type: 'claim', id }
}

function note(id: string): HistorySubject {
  return { type: 'note', id }
}

function source(id: string): HistorySubject {
  return { type: 'source', id }
}

function sources(passages: readonly CitedPassage[]): readonly HistorySubject[] {
  return passages.map(({ sourceId }) => source(sourceId))
}
