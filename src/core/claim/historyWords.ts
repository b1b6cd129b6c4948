import type { HistoryEntry } from './historyEntry'
import { count, listed, type HistoryNames } from './historyNames'
import {
  adjudicationPhrases,
  claimPhrases,
  confirmationPhrases,
  decisionPhrases,
  evidencePhrases,
  mergingPhrases,
  sealPhrases,
  settlementPhrases,
  splittingPhrases,
  workPhrases,
} from './historyOfClaims'
import {
  blindPhrases,
  furniturePhrases,
  matchDecisionPhrases,
  metadataPhrases,
  reviewerPhrases,
  settingsPhrases,
  sourcePhrases,
} from './historyOfCorpus'
import {
  filterPhrases,
  notePhrases,
  replyPhrases,
  taggingPhrases,
  tagPhrases,
  threadPhrases,
  verdictNamePhrases,
} from './historyOfRemarks'
import type { Phrases, Rewritten, Written } from './historyPhrases'
import { isOfType } from './historyTimelines'
import type { RecordChange, RecordMap, RecordType } from './recordTable'

/** How the history speaks of each type of record; a type without words does not compile. */
const PHRASES: { readonly [T in RecordType]: Phrases<T> } = {
  merging: mergingPhrases,
  splitting: splittingPhrases,
  adjudication: adjudicationPhrases,
  claim: claimPhrases,
  note: notePhrases,
  decision: decisionPhrases,
  seal: sealPhrases,
  confirmation: confirmationPhrases,
  evidence: evidencePhrases,
  settlement: settlementPhrases,
  reply: replyPhrases,
  tag: tagPhrases,
  verdictName: verdictNamePhrases,
  filter: filterPhrases,
  matchDecision: matchDecisionPhrases,
  metadata: metadataPhrases,
  furniture: furniturePhrases,
  source: sourcePhrases,
  settings: settingsPhrases,
  blind: blindPhrases,
  reviewer: reviewerPhrases,
  tagging: taggingPhrases,
  work: workPhrases,
  thread: threadPhrases,
}

/** All types of records. Of several in one entry, the first here is what the entry is about. */
// eslint-disable-next-line no-restricted-syntax -- Object.keys forgets the keys that it was given
export const RECORD_TYPES = Object.keys(PHRASES) as readonly RecordType[]

/** Said by the words of the type that they come along with. */
const SAID_BY: { readonly [T in RecordType]?: readonly RecordType[] } = {
  adjudication: ['decision'],
  splitting: ['claim'],
}

type Doing = 'added' | 'changed' | 'removed' | 'restored'
type Clause = { readonly type: RecordType; readonly doing: Doing; readonly number: number; readonly words: string }

/**
 * What happened, without who did it: `marked “Four shots were fired” disputed: two reports differ`. Sources are read by the
 * program: `a new version of B (b.txt) was read`. For changes that leave everything as it was: `changed nothing`.
 */
export function changeWords(changes: readonly RecordChange[], names: HistoryNames): string {
  const present = new Set(changes.map(({ type }) => type))
  const clauses = RECORD_TYPES.filter((type) => present.has(type)).flatMap((type) => clausesOf(type, changes, names))
  const [lead, ...others] = clauses
  if (lead === undefined) return 'changed nothing'
  const along = others.filter(
    ({ type, doing }) => doing === lead.doing && !(SAID_BY[lead.type]?.includes(type) ?? false),
  )
  const apart = others.filter(({ doing }) => doing !== lead.doing)
  const more = along.map(({ type, number }) => {
    const { one, many } = lead.type === 'tag' && type === 'tagging' ? { one: 'use', many: 'uses' } : PHRASES[type]
    return count(number, one, many)
  })
  const withMore = more.length === 0 ? lead.words : `${lead.words}, with ${listed(more)}`
  return [withMore, ...apart.map(({ words }) => words)].join('; ')
}

/** Whether the changes are the program's own doing, so that their words have a subject already. */
export function speaksOfItself(changes: readonly RecordChange[]): boolean {
  return changes.length > 0 && changes.every(({ type }) => type === 'source')
}

/** One record by name, as it was before it was removed or is after the change: `the claim “Four shots were fired”`. */
export function thingWords(change: RecordChange, names: HistoryNames): string {
  return thingOf(change.type, change, names)
}

/**
 * A whole line: `Ben marked “Four shots were fired” disputed: two reports differ`, `Ben took back: marked …`,
 * `A new version of B (b.txt) was read`. `root` is the action that was taken back in the end, null when the entry takes nothing back.
 */
export function entrySentence(
  entry: Pick<HistoryEntry, 'changes'>,
  by: string,
  names: HistoryNames,
  root: { readonly words: string; readonly again: boolean } | null,
): string {
  if (root !== null) return `${by} ${root.again ? 'did again' : 'took back'}: ${root.words}`
  const words = changeWords(entry.changes, names)
  return speaksOfItself(entry.changes) ? capitalised(words) : `${by} ${words}`
}

function clausesOf<T extends RecordType>(
  type: T,
  changes: readonly RecordChange[],
  names: HistoryNames,
): readonly Clause[] {
  const phrases: Phrases<T> = PHRASES[type]
  const added: Written<T>[] = []
  const restored: RecordMap[T][] = []
  const changed: Rewritten<T>[] = []
  const removed: RecordMap[T][] = []
  for (const change of changes) {
    if (!isOfType(change, type)) continue
    const { id, before, after } = change
    if (after === null) {
      if (before !== null) removed.push(before)
    } else if (before !== null) changed.push({ id, before, after })
    else if (names.isAgain(type, after)) restored.push(after)
    else added.push({ id, after })
  }
  const several = (verb: string, list: readonly RecordMap[T][]): string => {
    const [first] = list
    if (first !== undefined && list.length === 1) return `${verb} ${phrases.thing(first, names)}`
    return `${verb} ${count(list.length, phrases.one, phrases.many)}`
  }
  const clause = (doing: Doing, list: readonly unknown[], wordsOf: () => string): readonly Clause[] =>
    list.length === 0 ? [] : [{ type, doing, number: list.length, words: wordsOf() }]
  return [
    ...clause('added', added, () => phrases.added(added, names)),
    ...clause('restored', restored, () => several('brought back', restored)),
    ...clause('changed', changed, () => phrases.changed(changed, names)),
    ...clause('removed', removed, () => several('removed', removed)),
  ]
}

function thingOf<T extends RecordType>(type: T, change: RecordChange, names: HistoryNames): string {
  const phrases: Phrases<T> = PHRASES[type]
  if (!isOfType(change, type)) return phrases.one
  const record = change.after ?? change.before
  return record === null ? phrases.one : phrases.thing(record, names)
}

function capitalised(words: string): string {
  const [first = ''] = words
  return first.toUpperCase() + words.slice(first.length)
}

/** What records of a type are called: `piece of evidence`, `pieces of evidence`. */
export function nounsOf(type: RecordType): { readonly one: string; readonly many: string } {
  return PHRASES[type]
}
