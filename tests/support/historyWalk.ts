import type { EndpointInput, EndpointName, EndpointOutput } from '../../src/contract/endpoints'

type Ask = <N extends EndpointName>(endpoint: N, input: EndpointInput<N>) => Promise<EndpointOutput<N> | null>

const EVERYTHING = { reviewerId: null, kinds: [], text: '', before: null, limit: 500 }

/** The history of the corpus, of a claim, and what was removed brought back; of `claimId` evidence was removed. */
export async function walkHistory(ask: Ask, claimId: string): Promise<void> {
  const whole = await ask('history.list', { ...EVERYTHING, about: { type: 'corpus' } })
  const first = await ask('history.list', { ...EVERYTHING, about: { type: 'corpus' }, limit: 2 })
  await ask('history.list', { ...EVERYTHING, about: { type: 'corpus' }, limit: 2, before: first?.next ?? null })
  await ask('history.list', { ...EVERYTHING, about: { type: 'claim', id: claimId }, kinds: ['verdicts'] })
  await ask('history.list', { ...EVERYTHING, about: { type: 'claim', id: 'no-such-claim' }, text: 'a claim' })
  await ask('history.list', { ...EVERYTHING, about: { type: 'corpus' }, limit: 501 })
  const removal = whole?.entries.find(({ restorable }) => restorable.some(({ type }) => type === 'evidence'))
  const { writer, sequence } = removal ?? { writer: 'nobody', sequence: 1 }
  const what = removal?.restorable[0] ?? null
  const record = what === null ? null : { type: what.type, id: what.id }
  await ask('history.restore', { writer, sequence, what: record })
  await ask('history.restore', { writer, sequence, what: record })
  await ask('history.restore', { writer, sequence, what: { type: 'note', id: 'no-such-note' } })
  await ask('history.restore', { writer: 'nobody', sequence: 1, what: null })
}
