import type { FieldChangeView, HistoryEntryView } from '../../../contract/historyEndpoints'
import type { HistoryKind } from '../../../core/claim/historyKinds'

export const KIND_WORDS: Readonly<Record<HistoryKind, string>> = {
  claims: 'Claims',
  verdicts: 'Verdicts',
  evidence: 'Evidence',
  notes: 'Notes',
  replies: 'Replies',
  work: 'State of work',
  tags: 'Tags',
  sources: 'Sources',
  matches: 'Matches',
  corpus: 'Corpus and settings',
  removals: 'Whatever was removed',
}

const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })

/** The day as the reviewer's system writes it, on the reviewer's clock. `iso` is ISO 8601. */
export function dayOf(iso: string): string {
  return DAY.format(new Date(iso))
}

export function timeOfDay(iso: string): string {
  return TIME.format(new Date(iso))
}

/** What happened, cut where the name ends, so that the name can be set apart. */
export function sentenceParts({ by, sentence }: Pick<HistoryEntryView, 'by' | 'sentence'>): {
  readonly name: string
  readonly rest: string
} {
  const named = by !== '' && sentence.startsWith(`${by} `)
  return named ? { name: by, rest: sentence.slice(by.length) } : { name: '', rest: sentence }
}

/** `1,204 entries`. */
export function entriesWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'entry' : 'entries'}`
}

/** The changed fields under the name of the record that they are of, in order. */
export function byRecord({
  details,
}: Pick<HistoryEntryView, 'details'>): readonly (readonly [of: string, fields: readonly FieldChangeView[]])[] {
  const groups = new Map<string, FieldChangeView[]>()
  for (const change of details) {
    const group = groups.get(change.of)
    if (group === undefined) groups.set(change.of, [change])
    else group.push(change)
  }
  return [...groups]
}
