import { count, person, quoted } from './historyNames'
import { because, shared, type Phrases } from './historyPhrases'
import type { DisagreementCause, SettlementKind, WorkState } from './reviewRecord'

/** How the history says why two reviewers differed. */
export const CAUSE_WORDS: Readonly<Record<DisagreementCause, string>> = {
  'evidence-missed': 'evidence was missed',
  'evidence-read-differently': 'evidence was read differently',
  'statement-ambiguous': 'the statement is ambiguous',
  'standard-differs': 'the standards differ',
  mistake: 'a mistake',
  other: 'another cause',
}

export const WORK_WORDS: Readonly<Record<WorkState, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  ready: 'ready for review',
  done: 'done',
}

export const SETTLEMENT_WORDS: Readonly<Record<SettlementKind, string>> = {
  follow: 'cite the words as they are now',
  keep: 'keep the words as they were cited',
}

export const claimPhrases: Phrases<'claim'> = {
  one: 'claim',
  many: 'claims',
  thing: (claim) => `the claim ${quoted(claim.statement)}`,
  added: (changes) =>
    changes.length === 1 ? `made the claim ${quoted(changes[0]?.after.statement ?? '')}` : `made ${claims(changes)}`,
  changed: (changes) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `reworded ${claims(changes)}`
    const { before, after } = first
    if (before.statement === after.statement) return `changed the claim ${quoted(after.statement)}`
    return `reworded the claim ${quoted(before.statement)} as ${quoted(after.statement)}`
  },
}

export const decisionPhrases: Phrases<'decision'> = {
  one: 'verdict',
  many: 'verdicts',
  thing: (decision, names) => `the verdict “${names.verdict(decision)}” on ${names.claim(decision.claimId)}`,
  added: (changes, names) => {
    const decisions = changes.map(({ after }) => after)
    const verdict = shared(decisions, (one) => names.verdict(one))
    const reason = because(shared(decisions, (one) => one.reason))
    const claimId = shared(decisions, (one) => one.claimId)
    const on = claimId === null ? claims(changes) : names.claim(claimId)
    return verdict === null ? `gave verdicts on ${on}${reason}` : `marked ${on} ${verdict}${reason}`
  },
  changed: (changes) => `changed ${count(changes.length, 'verdict')}`,
}

export const evidencePhrases: Phrases<'evidence'> = {
  one: 'piece of evidence',
  many: 'pieces of evidence',
  thing: (evidence, names) => `the evidence ${names.passages(evidence.passages)} on ${names.claim(evidence.claimId)}`,
  added: (changes, names) => {
    const [first] = changes
    const claimId = shared(changes, ({ after }) => after.claimId)
    const on = claimId === null ? 'several claims' : names.claim(claimId)
    if (first === undefined || changes.length > 1) return `added ${pieces(changes)} to ${on}`
    return `added evidence to ${on}: ${names.passages(first.after.passages)} ${first.after.stance} it`
  },
  changed: (changes, names) => {
    const [first] = changes
    const from = shared(changes, ({ before }) => before.claimId)
    const to = shared(changes, ({ after }) => after.claimId)
    const what = first === undefined || changes.length > 1 ? pieces(changes) : names.passages(first.after.passages)
    if (from !== null && to !== null && from !== to)
      return `moved ${what} from ${names.claim(from)} to ${names.claim(to)}`
    const stance = shared(changes, ({ after }) => after.stance)
    const restanced = changes.every(({ before, after }) => before.stance !== after.stance)
    const on = to === null ? 'several claims' : names.claim(to)
    if (restanced && stance !== null) return `said that ${what} ${stance} ${on}`
    return `changed ${what} on ${on}`
  },
}

export const confirmationPhrases: Phrases<'confirmation'> = {
  one: 'confirmation',
  many: 'confirmations',
  thing: ({ claimId }, names) => `the confirmation of ${names.claim(claimId)}`,
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `confirmed the verdicts on ${claims(changes)}`
    const decision = names.decision(first.after.decisionId)
    const verdict = decision === null ? 'the verdict' : `the verdict “${names.verdict(decision)}”`
    return `confirmed ${verdict} on ${names.claim(first.after.claimId)}`
  },
  changed: (changes) => `changed ${count(changes.length, 'confirmation')}`,
}

export const sealPhrases: Phrases<'seal'> = {
  one: 'seal',
  many: 'seals',
  thing: ({ claimId, sealed }, names) => `the ${sealed ? 'seal on' : 'opening of'} ${names.claim(claimId)}`,
  added: (changes, names) => {
    const claimId = shared(changes, ({ after }) => after.claimId)
    const sealed = shared(changes, ({ after }) => after.sealed)
    const on = claimId === null ? claims(changes) : names.claim(claimId)
    const reason = because(shared(changes, ({ after }) => after.reason))
    if (sealed === null) return `sealed and opened ${on}${reason}`
    return sealed ? `sealed ${on}${reason}` : `opened ${on} again${reason}`
  },
  changed: (changes) => `changed ${count(changes.length, 'seal')}`,
}

export const settlementPhrases: Phrases<'settlement'> = {
  one: 'settlement of cited words',
  many: 'settlements of cited words',
  thing: ({ from }) => `the settlement of ${quoted(from.quote.exact)}`,
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `settled ${count(changes.length, 'cited passage')}`
    const { on, what, from, to } = first.after
    const sourceId = names.passagesOf(on)[on.passage]?.sourceId
    const place = sourceId === undefined ? '' : ` (${names.siglum(sourceId)})`
    const cited = `${quoted(from.quote.exact)}${place}`
    return what === 'follow'
      ? `settled that ${cited} is now cited as ${to === null ? 'it reads' : quoted(to.quote.exact)}`
      : `settled that ${cited} stands as it was cited, though the source reads otherwise`
  },
  changed: (changes) => `settled ${count(changes.length, 'cited passage')} anew`,
}

export const mergingPhrases: Phrases<'merging'> = {
  one: 'merging',
  many: 'mergings',
  thing: ({ id, into }, names) => `the merging of ${names.claim(id)} into ${names.claim(into)}`,
  added: (changes, names) => {
    const [first] = changes
    const into = shared(changes, ({ after }) => after.into)
    const reason = because(shared(changes, ({ after }) => after.reason))
    const what = first === undefined || changes.length > 1 ? claims(changes) : names.claim(first.id)
    return `merged ${what} into ${into === null ? 'others' : names.claim(into)}${reason}`
  },
  changed: (changes) => `merged ${claims(changes)} into others`,
}

export const splittingPhrases: Phrases<'splitting'> = {
  one: 'splitting',
  many: 'splittings',
  thing: ({ id, from }, names) => `the splitting of ${names.claim(id)} from ${names.claim(from)}`,
  added: (changes, names) => {
    const [first] = changes
    const from = shared(changes, ({ after }) => after.from)
    const what = first === undefined || changes.length > 1 ? claims(changes) : names.claim(first.id)
    return `split ${what} off from ${from === null ? 'others' : names.claim(from)}`
  },
  changed: (changes) => `changed where ${claims(changes)} came from`,
}

export const adjudicationPhrases: Phrases<'adjudication'> = {
  one: 'adjudication',
  many: 'adjudications',
  thing: ({ claimId }, names) => `the adjudication of ${names.claim(claimId)}`,
  added: (changes, names) => {
    const [first] = changes
    if (first === undefined || changes.length > 1) return `settled the disagreements about ${claims(changes)}`
    const { id, claimId, cause } = first.after
    const decision = names.decision(id)
    const verdict = decision === null ? '' : `: ${names.verdict(decision)}${because(decision.reason)}`
    return `settled the disagreement about ${names.claim(claimId)} (${CAUSE_WORDS[cause]})${verdict}`
  },
  changed: (changes) => `changed ${count(changes.length, 'adjudication')}`,
}

export const workPhrases: Phrases<'work'> = {
  one: 'state of work',
  many: 'states of work',
  thing: ({ id }, names) => `the state of work on ${names.claim(id)}`,
  added: (changes, names) => {
    const set = changes.map(({ id, after }) => ({ id, before: { state: 'open', assignee: null } as const, after }))
    return worked(set, names)
  },
  changed: (changes, names) => worked(changes, names),
}

type Work = Pick<Parameters<typeof workPhrases.thing>[0], 'state' | 'assignee'>
type WorkChange = { readonly id: string; readonly before: Work; readonly after: Work }

function worked(changes: readonly WorkChange[], names: Parameters<typeof workPhrases.thing>[1]): string {
  const [first] = changes
  const what = first === undefined || changes.length > 1 ? claims(changes) : names.claim(first.id)
  const state = shared(changes, ({ after }) => after.state)
  const assignee = shared(changes, ({ after }) => person(after.assignee))
  const restated = changes.some(({ before, after }) => before.state !== after.state)
  const assigned = changes.some(({ before, after }) => before.assignee?.id !== after.assignee?.id)
  const to = assignee === 'nobody' ? 'took everybody off' : `assigned ${assignee ?? 'several reviewers'} to`
  const said = state === null ? 'changed the work on' : null
  if (assigned && !restated) return `${to} ${what}`
  const set = said === null && state !== null ? `set ${what} to ${WORK_WORDS[state]}` : `changed the work on ${what}`
  return assigned ? `${set} and ${to} ${changes.length > 1 ? 'them' : 'it'}` : set
}

function claims(changes: readonly unknown[]): string {
  return count(changes.length, 'claim')
}

function pieces(changes: readonly unknown[]): string {
  return count(changes.length, 'piece of evidence', 'pieces of evidence')
}
