import type { MetadataField } from '../text/metadata'
import { METADATA_FIELDS } from '../text/metadata'
import { count, listed, quoted } from './historyNames'
import { shared, type Phrases } from './historyPhrases'
import { sameValue } from './sameValue'

/** Fields of metadata as the history names them. */
export const METADATA_WORDS: Readonly<Record<MetadataField, string>> = {
  title: 'title',
  outlet: 'outlet',
  byline: 'byline',
  published: 'date of publication',
  url: 'address',
  retrieved: 'date of retrieval',
  kind: 'kind',
  digestOf: 'outlet that it digests',
}

/** Sources are read by the program, so these phrases have sources, and no reviewer, for their subject. */
export const sourcePhrases: Phrases<'source'> = {
  one: 'source',
  many: 'sources',
  thing: ({ siglum, path }) => `the source ${siglum} (${path})`,
  added: (changes) => {
    const named = changes.map(({ after }) => `${after.siglum} (${after.path})`)
    return named.length > 3
      ? `${count(named.length, 'source')} were read for the first time`
      : `${listed(named)} ${named.length === 1 ? 'was' : 'were'} read for the first time`
  },
  changed: (changes) => {
    const [first] = changes
    const named = changes.map(({ after }) => `${after.siglum} (${after.path})`)
    if (first === undefined || changes.length > 1)
      return `new versions of ${named.length > 3 ? count(named.length, 'source') : listed(named)} were read`
    const { before, after } = first
    if (before.path !== after.path) return `${after.siglum} was renamed from ${before.path} to ${after.path}`
    return `a new version of ${named.join('')} was read`
  },
}

export const metadataPhrases: Phrases<'metadata'> = {
  one: 'correction of metadata',
  many: 'corrections of metadata',
  thing: ({ id }, names) => `the corrected metadata of ${names.source(id)}`,
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `corrected the metadata of ${count(changes.length, 'source')}`
    const fields = METADATA_FIELDS.filter((field) => field in first.after.fields)
    return `corrected ${fieldWords(fields)} of ${names.source(first.id)}`
  },
  changed: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `corrected the metadata of ${count(changes.length, 'source')}`
    const { before, after } = first
    const fields = METADATA_FIELDS.filter((field) => !sameValue(before.fields[field], after.fields[field]))
    return `corrected ${fieldWords(fields)} of ${names.source(first.id)}`
  },
}

export const furniturePhrases: Phrases<'furniture'> = {
  one: 'ruling on page furniture',
  many: 'rulings on page furniture',
  thing: ({ sourceId, anchor }, names) => `the ruling on ${quoted(anchor.quote.exact)} in ${names.source(sourceId)}`,
  added: (changes, names) => ruled(changes, (id) => names.source(id)),
  changed: (changes, names) => ruled(changes, (id) => names.source(id)),
}

type Ruling = {
  readonly after: {
    readonly sourceId: string
    readonly furniture: boolean
    readonly anchor: { readonly quote: { readonly exact: string } }
  }
}

function ruled(changes: readonly Ruling[], nameOf: (id: string) => string): string {
  const [first] = changes
  const furniture = shared(changes, ({ after }) => after.furniture)
  const as = furniture === null ? 'page furniture or not' : furniture ? 'page furniture' : 'the article’s own words'
  if (first === undefined || changes.length > 1)
    return `marked ${count(changes.length, 'stretch', 'stretches')} as ${as}`
  return `marked ${quoted(first.after.anchor.quote.exact)} in ${nameOf(first.after.sourceId)} as ${as}`
}

export const settingsPhrases: Phrases<'settings'> = {
  one: 'setting of the corpus',
  many: 'settings of the corpus',
  thing: () => 'the settings of the corpus',
  added: ([first]) =>
    first === undefined || first.after.name === null
      ? 'changed what counts as a match'
      : `named the corpus ${quoted(first.after.name)}`,
  changed: ([first]) => {
    const renamed = first !== undefined && first.before.name !== first.after.name
    return renamed ? `named the corpus ${quoted(first.after.name ?? '')}` : 'changed what counts as a match'
  },
}

export const reviewerPhrases: Phrases<'reviewer'> = {
  one: 'name of a reviewer',
  many: 'names of reviewers',
  thing: ({ name }) => `the name ${quoted(name)}`,
  added: (changes) => `took the name ${listed(changes.map(({ after }) => quoted(after.name)))}`,
  changed: (changes) =>
    listed(
      changes.map(({ before, after }) => `changed their name from ${quoted(before.name)} to ${quoted(after.name)}`),
    ),
}

export const matchDecisionPhrases: Phrases<'matchDecision'> = {
  one: 'decision about a match',
  many: 'decisions about matches',
  thing: ({ removed, added }, names) => {
    const [pair] = [...removed, ...added]
    return pair === undefined
      ? 'the decision about a match'
      : `the decision about ${names.passages([pair.a])} and ${names.passages([pair.b])}`
  },
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `decided about ${count(changes.length, 'match', 'matches')}`
    const { what, removed, added } = first.after
    const pair = removed[0] ?? added[0]
    const passages = pair === undefined ? 'two passages' : `${names.passages([pair.a])} and ${names.passages([pair.b])}`
    if (what === 'reject') return `said that ${passages} are no match`
    if (what === 'add') return `said that ${passages} are a match`
    if (what === 'split') return `split the match of ${passages} into ${added.length}`
    return `joined ${removed.length} matches, the first of them ${passages}`
  },
  changed: (changes) => `changed ${count(changes.length, 'decision')} about matches`,
}

export const blindPhrases: Phrases<'blind'> = {
  one: 'switch of blind review',
  many: 'switches of blind review',
  thing: () => 'the switch of blind review',
  added: ([first]) => blindness(first?.after.on ?? false),
  changed: ([first]) => blindness(first?.after.on ?? false),
}

function blindness(on: boolean): string {
  return on ? 'began a blind review' : 'ended the blind review'
}

function fieldWords(fields: readonly MetadataField[]): string {
  return fields.length === 0 ? 'the metadata' : `the ${listed(fields.map((field) => METADATA_WORDS[field]))}`
}
