import type { MergeConflictView, MergeResult } from '../../../contract/exchangeEndpoints'

const FIELD_WORDS: Readonly<Record<string, string>> = {
  record: 'the whole of it',
  statement: 'statement',
  body: 'text',
  passages: 'cited passages',
  stance: 'stance',
  state: 'state of work',
  assignee: 'who works on it',
  match: 'matching settings',
}

/** The name of a field, for people. */
export function fieldWords({ field }: Pick<MergeConflictView, 'field'>): string {
  return FIELD_WORDS[field] ?? field.replace(/^fields\./, '')
}

/** A value that was given to a field, for people. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'string') return value === 'removed' || value === 'changed' ? value : `“${value}”`
  if (typeof value === 'object' && 'name' in value && typeof value.name === 'string') return value.name
  return JSON.stringify(value)
}

/** What a merge did, in one sentence. */
export function resultWords({ added, updated, unchanged }: MergeResult): string {
  if (added + updated === 0)
    return `Nothing new: ${count(unchanged)} in the file ${unchanged === 1 ? 'is' : 'are'} here already.`
  const rest = unchanged === 0 ? '' : `, ${unchanged} here already`
  return `${count(added)} added, ${updated} updated${rest}.`
}

function count(records: number): string {
  return `${records} ${records === 1 ? 'record' : 'records'}`
}
