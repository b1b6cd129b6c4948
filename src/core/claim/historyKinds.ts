import type { RecordChange, RecordType } from './recordTable'

export const HISTORY_KINDS = [
  'claims',
  'verdicts',
  'evidence',
  'notes',
  'replies',
  'work',
  'tags',
  'sources',
  'matches',
  'corpus',
  'removals',
] as const
/** What a history can be narrowed to. `removals` is whatever took something away. */
export type HistoryKind = (typeof HISTORY_KINDS)[number]

const KINDS: { readonly [T in RecordType]: HistoryKind } = {
  claim: 'claims',
  merging: 'claims',
  splitting: 'claims',
  decision: 'verdicts',
  confirmation: 'verdicts',
  seal: 'verdicts',
  adjudication: 'verdicts',
  evidence: 'evidence',
  settlement: 'evidence',
  note: 'notes',
  reply: 'replies',
  thread: 'replies',
  work: 'work',
  tag: 'tags',
  tagging: 'tags',
  filter: 'corpus',
  verdictName: 'corpus',
  source: 'sources',
  metadata: 'sources',
  furniture: 'sources',
  matchDecision: 'matches',
  settings: 'corpus',
  blind: 'corpus',
  reviewer: 'corpus',
}

/** The kinds of an entry with these changes, in the order of HISTORY_KINDS. */
export function kindsOf(changes: readonly RecordChange[]): readonly HistoryKind[] {
  const kinds = new Set<HistoryKind>(changes.map(({ type }) => KINDS[type]))
  if (changes.some(({ after }) => after === null)) kinds.add('removals')
  return HISTORY_KINDS.filter((kind) => kinds.has(kind))
}
