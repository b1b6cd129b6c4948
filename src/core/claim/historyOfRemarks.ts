import { count, listed, quoted } from './historyNames'
import { shared, type Phrases } from './historyPhrases'
import type { RemarkTarget } from './reviewRecord'

export const notePhrases: Phrases<'note'> = {
  one: 'note',
  many: 'notes',
  thing: (note) => `the note ${quoted(note.body)}`,
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `wrote ${count(changes.length, 'note')}`
    return `wrote the note ${quoted(first.after.body)} on ${names.passages(first.after.passages)}`
  },
  changed: (changes) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `edited ${count(changes.length, 'note')}`
    const { before, after } = first
    return before.body === after.body
      ? `changed the note ${quoted(after.body)}`
      : `edited the note ${quoted(before.body)}: ${quoted(after.body)}`
  },
}

export const replyPhrases: Phrases<'reply'> = {
  one: 'reply',
  many: 'replies',
  thing: ({ body, on }, names) => `the reply ${quoted(body)} under ${names.target(on)}`,
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `wrote ${count(changes.length, 'reply', 'replies')}`
    return `replied to ${names.target(first.after.on)}: ${quoted(first.after.body)}`
  },
  changed: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `edited ${count(changes.length, 'reply', 'replies')}`
    return `edited a reply under ${names.target(first.after.on)}: ${quoted(first.after.body)}`
  },
}

export const threadPhrases: Phrases<'thread'> = {
  one: 'settling of replies',
  many: 'settlings of replies',
  thing: ({ id }, names) => `the settling of the replies under ${names.claimOrNote(id)}`,
  added: (changes, names) => resolved(changes, (id) => names.claimOrNote(id)),
  changed: (changes, names) => resolved(changes, (id) => names.claimOrNote(id)),
}

type Resolving = { readonly id: string; readonly after: { readonly resolved: boolean } }

function resolved(changes: readonly Resolving[], nameOf: (id: string) => string): string {
  const [first] = changes
  const state = shared(changes, ({ after }) => after.resolved)
  const under = first === undefined || changes.length > 1 ? `${changes.length} claims or notes` : nameOf(first.id)
  if (state === null) return `changed whether the replies under ${under} are settled`
  return state ? `called the replies under ${under} settled` : `opened the replies under ${under} again`
}

export const tagPhrases: Phrases<'tag'> = {
  one: 'tag',
  many: 'tags',
  thing: ({ name }) => `the tag ${name}`,
  added: (changes) =>
    `made the ${changes.length === 1 ? 'tag' : 'tags'} ${listed(changes.map(({ after }) => after.name))}`,
  changed: (changes) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `changed ${count(changes.length, 'tag')}`
    const { before, after } = first
    return before.name === after.name
      ? `gave the tag ${after.name} another sign`
      : `renamed the tag ${before.name} to ${after.name}`
  },
}

export const taggingPhrases: Phrases<'tagging'> = {
  one: 'tag',
  many: 'tags',
  thing: ({ tagId, on }, names) => `${names.tag(tagId)} on ${names.target(on)}`,
  added: (changes, names) => {
    const tagId = shared(changes, ({ after }) => after.tagId)
    const id = shared(changes, ({ after }) => after.on.id)
    const [first] = changes
    const on = id !== null && first !== undefined ? names.target(first.after.on) : targets(changes)
    if (tagId !== null) return `put ${names.tag(tagId)} on ${on}`
    const tags = [...new Set(changes.map(({ after }) => names.tag(after.tagId)))]
    return `put ${tags.length > 3 ? count(tags.length, 'tag') : listed(tags)} on ${on}`
  },
  changed: (changes) => `changed ${count(changes.length, 'tag')} of ${targets(changes)}`,
}

export const filterPhrases: Phrases<'filter'> = {
  one: 'saved filter',
  many: 'saved filters',
  thing: ({ name }) => `the saved filter ${quoted(name)}`,
  added: (changes) => `saved the filter ${listed(changes.map(({ after }) => quoted(after.name)))}`,
  changed: (changes) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `changed ${count(changes.length, 'saved filter')}`
    const { before, after } = first
    return before.name === after.name
      ? `changed what the saved filter ${quoted(after.name)} shows`
      : `renamed the saved filter ${quoted(before.name)} to ${quoted(after.name)}`
  },
}

export const verdictNamePhrases: Phrases<'verdictName'> = {
  one: 'name for a verdict',
  many: 'names for verdicts',
  thing: ({ name }) => `the verdict name ${quoted(name)}`,
  added: (changes) => {
    const named = changes.map(({ after }) => `${quoted(after.name)} (counts as ${after.means})`)
    return `added the verdict name${changes.length === 1 ? '' : 's'} ${listed(named)}`
  },
  changed: (changes) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `changed ${count(changes.length, 'verdict name')}`
    const { before, after } = first
    const renamed = before.name === after.name ? '' : ` to ${quoted(after.name)}`
    const means = before.means === after.means ? '' : `: it counts as ${after.means} now`
    return `${renamed === '' ? 'changed' : 'renamed'} the verdict name ${quoted(before.name)}${renamed}${means}`
  },
}

function targets(changes: readonly { readonly after: { readonly on: RemarkTarget } }[]): string {
  const ids = new Map(changes.map(({ after }) => [after.on.id, after.on.type]))
  const types = [...ids.values()]
  const claims = types.filter((type) => type === 'claim').length
  const notes = types.length - claims
  return listed([...(claims > 0 ? [count(claims, 'claim')] : []), ...(notes > 0 ? [count(notes, 'note')] : [])])
}
