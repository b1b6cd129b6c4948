import type { Reviewer } from '../../core/claim/reviewRecord'
import type { ColleagueNews } from '../services/ports'
import type { JournalEntry } from './journalEntry'

/** What others did, by writer, for people. What a program did by itself changes the review and is nobody's action. */
export function describeNews(entries: readonly JournalEntry[], isAnew: boolean): ColleagueNews {
  const actions = new Map<string, number>()
  const names = new Map<string, string>()
  for (const entry of entries) {
    if (entry.undoable) actions.set(entry.writer, (actions.get(entry.writer) ?? 0) + 1)
    const name = nameIn(entry)
    if (name !== null) names.set(entry.writer, name)
  }
  return {
    changed: isAnew || entries.length > 0,
    types: new Set(entries.flatMap(({ changes }) => changes.map(({ type }) => type))),
    anew: isAnew,
    colleagues: [...actions].map(([id, count]) => ({ id, name: names.get(id) ?? null, actions: count })),
  }
}

/** The name that an action is signed with; null when it is not. */
function nameIn({ writer, changes }: JournalEntry): string | null {
  for (const { after } of changes) {
    if (after === null) continue
    const signed: readonly unknown[] = Object.values(after)
    for (const one of [after, ...signed]) if (isReviewer(one) && one.id === writer && one.name !== '') return one.name
  }
  return null
}

function isReviewer(value: unknown): value is Reviewer {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'name' in value && typeof value.name === 'string'
  )
}
