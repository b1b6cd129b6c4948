import { listRecords } from './recordTable'
import type { Reviewer, ReviewRecords } from './reviewRecord'
import { compareText } from './timeOrder'

/** Everyone who is known of a corpus, by id: under the name of their writer, or else under the one that they last signed with. */
export function knownReviewers(records: ReviewRecords): readonly Reviewer[] {
  const names = new Map<string, { readonly name: string; readonly at: string }>()
  const meet = ({ id, name }: Reviewer, at: string): void => {
    const known = names.get(id)
    if (known === undefined || known.at < at || (known.at === at && known.name < name)) names.set(id, { name, at })
  }
  for (const type of ['claim', 'evidence', 'note', 'reply', 'filter'] as const)
    for (const { createdBy, createdAt } of listRecords(records, type)) meet(createdBy, createdAt)
  for (const type of ['decision', 'confirmation', 'seal', 'merging', 'splitting', 'thread', 'settlement'] as const)
    for (const { by, at } of listRecords(records, type)) meet(by, at)
  for (const { by, at, assignee } of listRecords(records, 'work')) {
    meet(by, at)
    if (assignee !== null) meet(assignee, at)
  }
  const named = listRecords(records, 'reviewer').map(({ id, name }) => [id, { name, at: '' }] as const)
  return [...new Map([...names, ...named])]
    .map(([id, { name }]) => ({ id, name }))
    .sort((a, b) => compareText(a.id, b.id))
}
