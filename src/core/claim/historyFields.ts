import { diffEdits } from '../diff/diffPassage'
import type { Edit } from '../diff/passageDiff'
import { METADATA_FIELDS } from '../text/metadata'
import { CAUSE_WORDS, SETTLEMENT_WORDS, WORK_WORDS } from './historyOfClaims'
import { METADATA_WORDS } from './historyOfCorpus'
import { listed, person, type HistoryNames } from './historyNames'
import { isOfType } from './historyTimelines'
import { thingWords } from './historyWords'
import type { RecordChange, RecordMap, RecordType } from './recordTable'
import type { CitedPassage, ClaimFilter, PairCitation } from './reviewRecord'

/** Code points of one value that the details of an entry show; the record itself keeps all of them. */
export const VALUE_LENGTH = 4000

/** Fields that one entry shows; a change of a thousand claims at once is counted, not listed. */
export const MOST_FIELDS = 60

/** One field of one record before and after; null where the record was not there, or had no value. */
export type FieldChange = {
  /** Which record: `the claim “Four shots were fired”`. */
  readonly of: string
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  /** How the words of `before` become those of `after`; null where one of them is missing. */
  readonly edits: readonly Edit[] | null
}

type Fields = readonly (readonly [field: string, value: string | null])[]
type FieldsOf<T extends RecordType> = (record: RecordMap[T], names: HistoryNames) => Fields

/** What a reviewer is shown of a record of each type; a type that is left out does not compile. */
const FIELDS: { readonly [T in RecordType]: FieldsOf<T> } = {
  claim: ({ statement }) => [['Statement', statement]],
  decision: (decision, names) => [
    ['Verdict', names.verdict(decision)],
    ['Reason', decision.reason],
  ],
  evidence: ({ claimId, stance, passages }, names) => [
    ['Claim', names.claim(claimId)],
    ['Stance', stance],
    ...cited(passages, names),
  ],
  note: ({ body, passages }, names) => [['Note', body], ...cited(passages, names)],
  source: ({ siglum, path, versions }) => [
    ['Letter', siglum],
    ['File', path],
    ['Versions', String(versions.length)],
    ['Fingerprint', versions.at(-1)?.sha256 ?? null],
  ],
  metadata: ({ fields }) =>
    METADATA_FIELDS.flatMap((field) => {
      const value = fields[field]
      return value === undefined ? [] : [[capital(METADATA_WORDS[field]), value ?? 'not known'] as const]
    }),
  furniture: ({ sourceId, anchor, furniture }, names) => [
    ['Source', names.source(sourceId)],
    ['Words', anchor.quote.exact],
    ['Page furniture', furniture ? 'yes' : 'no'],
  ],
  settings: ({ name, match }) => [
    ['Name', name],
    ['Fewest shared words', String(match.smallestPassageWords)],
    ['Least score', String(match.leastScore)],
    ['Kinds', listed(match.kinds)],
  ],
  reviewer: ({ name }) => [['Name', name]],
  matchDecision: ({ what, removed, added }, names) => [
    ['Decision', what],
    ...pairs('Taken away', removed, names),
    ...pairs('Put in', added, names),
  ],
  verdictName: ({ name, means }) => [
    ['Name', name],
    ['Counts as', means],
  ],
  work: ({ state, assignee }) => [
    ['State', WORK_WORDS[state]],
    ['Assigned to', person(assignee)],
  ],
  confirmation: ({ claimId, decisionId }, names) => {
    const decision = names.decision(decisionId)
    return [
      ['Claim', names.claim(claimId)],
      ['Verdict', decision === null ? null : names.verdict(decision)],
    ]
  },
  seal: ({ sealed, statement, reason }) => [
    ['Sealed', sealed ? 'yes' : 'no'],
    ['Statement', statement],
    ['Reason', reason],
  ],
  reply: ({ body }) => [['Reply', body]],
  thread: ({ resolved }) => [['Settled', resolved ? 'yes' : 'no']],
  tag: ({ name, colour, shape }) => [
    ['Name', name],
    ['Sign', `${colour} ${shape}`],
  ],
  tagging: ({ tagId, on }, names) => [
    ['Tag', names.tag(tagId).replace(/^the tag /u, '')],
    ['On', names.target(on)],
  ],
  filter: ({ name, filter }, names) => [['Name', name], ...filterFields(filter, names)],
  merging: ({ into, reason }, names) => [
    ['Merged into', names.claim(into)],
    ['Reason', reason],
  ],
  splitting: ({ from }, names) => [['Split off from', names.claim(from)]],
  settlement: ({ what, from, to }) => [
    ['Settled', SETTLEMENT_WORDS[what]],
    ['Cited words', from.quote.exact],
    ['Words now', to?.quote.exact ?? null],
  ],
  adjudication: ({ cause, decisionIds }, names) => [
    ['Why they differed', CAUSE_WORDS[cause]],
    ...decisionIds.flatMap((id): Fields => {
      const decision = names.decision(id)
      return decision === null ? [] : [[person(decision.by), `${names.verdict(decision)}: ${decision.reason}`]]
    }),
  ],
  blind: ({ on }) => [['Blind review', on ? 'on' : 'off']],
}

/** The fields that differ before and after, at most MOST_FIELDS, and how many were left out. */
export function fieldChanges(
  changes: readonly RecordChange[],
  names: HistoryNames,
): { readonly fields: readonly FieldChange[]; readonly leftOut: number } {
  const fields: FieldChange[] = []
  let leftOut = 0
  for (const change of changes) {
    const differing = differingFields(change.type, change, names)
    if (differing.length === 0) continue
    const room = MOST_FIELDS - fields.length
    leftOut += Math.max(0, differing.length - room)
    if (room <= 0) continue
    const of = thingWords(change, names)
    for (const [field, before, after] of differing.slice(0, room)) fields.push(fieldChange(of, field, before, after))
  }
  return { fields, leftOut }
}

/** The values that differ before and after, to be searched. */
export function fieldTexts(changes: readonly RecordChange[], names: HistoryNames): readonly string[] {
  return changes.flatMap((change) =>
    differingFields(change.type, change, names).flatMap(([, before, after]) =>
      [before, after].filter((value) => value !== null),
    ),
  )
}

function differingFields<T extends RecordType>(
  type: T,
  change: RecordChange,
  names: HistoryNames,
): readonly (readonly [field: string, before: string | null, after: string | null])[] {
  const fieldsOf: FieldsOf<T> = FIELDS[type]
  if (!isOfType(change, type)) return []
  const before = new Map(change.before === null ? [] : fieldsOf(change.before, names))
  const after = new Map(change.after === null ? [] : fieldsOf(change.after, names))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [from, to] = [before.get(field) ?? null, after.get(field) ?? null]
    return from === to ? [] : [[field, from, to] as const]
  })
}

function fieldChange(of: string, field: string, before: string | null, after: string | null): FieldChange {
  const [from, to] = [before === null ? null : cut(before), after === null ? null : cut(after)]
  return { of, field, before: from, after: to, edits: from === null || to === null ? null : diffEdits(from, to) }
}

function cut(value: string): string {
  if (value.length <= VALUE_LENGTH) return value
  const points = Array.from(value)
  return points.length <= VALUE_LENGTH ? value : `${points.slice(0, VALUE_LENGTH - 1).join('')}…`
}

function cited(passages: readonly CitedPassage[], names: HistoryNames): Fields {
  return passages.map(({ sourceId, anchor }, place) => [
    passages.length === 1 ? 'Passage' : `Passage ${place + 1}`,
    `${names.siglum(sourceId)}: ${anchor.quote.exact}`,
  ])
}

function pairs(label: string, list: readonly PairCitation[], names: HistoryNames): Fields {
  return list.map(({ a, b }, place) => [
    list.length === 1 ? label : `${label} ${place + 1}`,
    `${names.siglum(a.sourceId)}: ${a.anchor.quote.exact}\n${names.siglum(b.sourceId)}: ${b.anchor.quote.exact}`,
  ])
}

function filterFields(filter: ClaimFilter, names: HistoryNames): Fields {
  const any = (values: readonly string[]): string => (values.length === 0 ? 'any' : listed(values))
  return [
    ['Verdicts', any(filter.verdicts)],
    ['Work', any(filter.work.map((state) => WORK_WORDS[state]))],
    ['Tags', any(filter.tagIds.map((id) => names.tag(id).replace(/^the tag /u, '')))],
    ['Source', filter.sourceId === null ? 'any' : names.source(filter.sourceId)],
    ['Words', filter.text === '' ? 'any' : filter.text],
    ['Changed words only', filter.unsettled ? 'yes' : 'no'],
  ]
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
