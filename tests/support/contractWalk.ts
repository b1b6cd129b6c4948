import type { EndpointInput, EndpointName, EndpointOutput } from '../../src/contract/endpoints'
import { WorkbenchError } from '../../src/contract/errors'
import type { WorkbenchClient } from '../../src/contract/client'
import type { PassageInput, SourceView } from '../../src/contract/schemas'
import { walkWork } from './workWalk'
import { walkHistory } from './historyWalk'

/** What was asked and what came back, with everything that differs from run to run left out. */
export type Transcript = { endpoint: EndpointName; answer: unknown }[]

/**
 * Calls every endpoint of the contract at least once, in the order in which a reviewer would, and once with each
 * failure that a reviewer can meet. Two hosts that are one API give the same transcript.
 */
export async function walkContract(client: WorkbenchClient, folder: string): Promise<Transcript> {
  const transcript: Transcript = []
  async function ask<N extends EndpointName>(endpoint: N, input: EndpointInput<N>) {
    try {
      const value = await client.call(endpoint, input)
      transcript.push({ endpoint, answer: withoutChance(value) })
      return value
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
      transcript.push({ endpoint, answer: { code: error.code, message: withoutChance(error.message) } })
      return null
    }
  }

  await ask('app.info', {})
  await ask('preferences.get', {})
  await ask('preferences.set', { theme: 'dark' })
  await ask('corpus.open', { folder: `${folder}/nowhere` })
  const corpus = await ask('corpus.open', { folder })
  await ask('corpus.get', {})
  await ask('corpus.rename', { name: 'A corpus for the contract' })
  await ask('corpus.setMatchSettings', { smallestPassageWords: 5, leastScore: 0 })
  await ask('corpus.setMatchSettings', { smallestPassageWords: 1, leastScore: 0 })
  await ask('reviewer.rename', { name: 'Ada' })
  const [first, second] = corpus?.sources ?? []
  if (first === undefined || second === undefined) throw new Error('the walk needs a folder with two sources')
  const a = await ask('source.text', { sourceId: first.id })
  const b = await ask('source.text', { sourceId: second.id })
  await ask('source.text', { sourceId: 'no-such-source' })
  const cited = passageOf(first, a?.body.start ?? 0)
  const other = passageOf(second, b?.body.start ?? 0)

  await ask('match.pair', { a: first.id, b: second.id, jobId: 'walk-1' })
  await ask('match.pair', { a: first.id, b: 'no-such-source', jobId: 'walk-2' })
  await ask('job.cancel', { jobId: 'no-such-job' })
  await ask('match.explain', { a: cited, b: other })
  await ask('match.explain', { a: { ...cited, sourceId: 'no-such-source' }, b: other })
  await ask('match.explain', { a: { ...cited, textHash: '0'.repeat(64) }, b: other })
  const decided = await ask('match.decide', { what: 'add', removed: [], added: [{ a: cited, b: other }] })
  await ask('match.decide', { what: 'reject', removed: [], added: [{ a: cited, b: other }] })
  await ask('match.pair', { a: first.id, b: second.id, jobId: 'walk-3' })
  await ask('match.withdraw', { decisionId: decided?.id ?? '' })
  await ask('match.withdraw', { decisionId: 'no-such-decision' })
  const matching = await ask('corpus.match', { jobId: 'walk-4', budgetMs: null })
  await ask('corpus.match', { jobId: 'walk-5', budgetMs: 0 })
  await ask('corpus.match', { jobId: 'walk-6', budgetMs: null })
  await ask('corpus.cluster', { clusterId: matching?.clusters[0]?.id ?? '' })
  await ask('corpus.cluster', { clusterId: 'no-such-cluster' })
  await ask('corpus.forgetMatching', {})

  const claim = await ask('claim.create', {
    statement: 'A claim',
    evidence: [{ stance: 'supports', passages: [cited, other] }],
  })
  const claimId = claim?.id ?? ''
  await ask('claim.create', { statement: '  ', evidence: [] })
  await ask('claim.create', {
    statement: 'Stale',
    evidence: [{ stance: 'supports', passages: [{ ...cited, textHash: '0'.repeat(64) }] }],
  })
  await ask('claim.create', {
    statement: 'Far',
    evidence: [{ stance: 'supports', passages: [{ ...cited, range: { start: 9e6, endExclusive: 9e6 + 1 } }] }],
  })
  await ask('claim.edit', { claimId, statement: 'A claim, reworded' })
  await ask('claim.decide', { claimId, verdict: 'verified', reason: 'Both say so.' })
  await ask('claim.decide', { claimId, verdict: 'disputed', reason: ' ' })
  await ask('claim.decide', { claimId: 'no-such-claim', verdict: 'disputed', reason: 'Why not' })
  const evidence = await ask('evidence.add', { claimId, evidence: { stance: 'qualifies', passages: [other] } })
  const evidenceId = evidence?.id ?? ''
  await ask('evidence.setStance', { evidenceId, stance: 'contradicts' })
  await ask('evidence.remove', { evidenceId })
  await ask('evidence.remove', { evidenceId })
  const note = await ask('note.create', { body: 'A note', passages: [cited] })
  const noteId = note?.id ?? ''
  await ask('note.edit', { noteId, body: 'A longer note' })
  await ask('note.remove', { noteId })
  await ask('note.remove', { noteId })
  await walkHistory(ask, claimId)
  await ask('review.undo', {})
  await ask('review.redo', {})
  await ask('review.redo', {})
  const review = await ask('review.get', {})
  await ask('review.since', { revision: review?.revision ?? 0 })
  await ask('review.since', { revision: 0 })

  await walkWork(ask, claimId, cited)

  await ask('source.setMetadata', { sourceId: first.id, fields: { outlet: 'The Outlet' } })
  await ask('source.setFurniture', { passage: cited, furniture: true })
  const third = await ask('source.importFile', { name: 'third.txt', base64: btoa(THIRD) })
  await ask('source.importFile', { name: 'third.exe', base64: btoa('MZ\u0000\u0000') })
  await ask('source.importText', {
    text: 'A pasted text of a few words.',
    metadata: { title: 'Pasted', kind: 'other' },
  })
  await ask('source.reread', { sourceId: first.id })
  if (third !== null) await walkVersions(ask, third)
  await ask('search.query', { query: 'third', limit: 10 })
  for (const format of ['md', 'html', 'json', 'csv'] as const) await ask('report.render', { format })
  await ask('integrity.verify', {})
  await ask('review.setBlind', { on: true })
  await ask('review.setBlind', { on: true })
  await ask('adjudication.overview', {})
  const ruling = { verdict: 'verified', cause: 'mistake', reason: 'Both mean the same.' } as const
  await ask('adjudication.decide', { claimId, ...ruling })
  await ask('adjudication.decide', { claimId: 'no-such-claim', ...ruling })
  await ask('review.setBlind', { on: false })
  const exported = await ask('review.exportFile', {})
  await ask('review.mergeFile', { name: 'mine.json', content: exported?.content ?? '' })
  await ask('review.mergeFile', { name: 'half.json', content: exported?.content.slice(0, 100) ?? '' })
  await ask('claim.remove', { claimId })
  return transcript
}

type Ask = <N extends EndpointName>(endpoint: N, input: EndpointInput<N>) => Promise<EndpointOutput<N> | null>

const THIRD = 'A third source, which was brought in later by four people.'

/** A new version of a source in which cited words are others, and what a reviewer decides about them. */
async function walkVersions(ask: Ask, source: SourceView): Promise<void> {
  const sourceId = source.id
  const passage = { sourceId, textHash: source.textHash, range: { start: 0, endExclusive: THIRD.length } }
  const note = await ask('note.create', { body: 'Ask who they were.', passages: [passage] })
  const on = { type: 'note', id: note?.id ?? '', passage: 0 } as const
  await ask('citation.unsettled', {})
  await ask('citation.settle', { on, what: 'keep', to: null })
  const newer = btoa(THIRD.replace('four', 'seven'))
  await ask('source.importFile', { name: 'newer.txt', base64: newer, versionOf: sourceId })
  await ask('source.importFile', { name: 'newer.txt', base64: newer, versionOf: sourceId })
  await ask('source.importFile', { name: 'newer.txt', base64: newer, versionOf: 'no-such-source' })
  const versions = (await ask('source.versions', { sourceId }))?.versions ?? []
  await ask('source.versions', { sourceId: 'no-such-source' })
  const [from = '', to = ''] = versions.map(({ textHash }) => textHash)
  await ask('source.versionText', { sourceId, textHash: from })
  await ask('source.versionText', { sourceId, textHash: '0'.repeat(64) })
  await ask('source.compareVersions', { sourceId, from, to, jobId: 'walk-versions' })
  await ask('source.compareVersions', { sourceId, from, to: '0'.repeat(64), jobId: 'walk-no-version' })
  const unsettled = await ask('citation.unsettled', {})
  await ask('citation.settle', { on, what: 'keep', to: { textHash: from, range: null } })
  await ask('citation.settle', { on, what: 'follow', to: null })
  await ask('citation.settle', { on: { ...on, passage: 1 }, what: 'keep', to: null })
  await ask('citation.settle', { on, what: 'follow', to: { textHash: to, range: unsettled?.[0]?.range ?? null } })
  await ask('note.remove', { noteId: note?.id ?? '' })
}

/** What a host without the system's dialogs answers; asked apart, since a dialog would wait for a person. */
export const DIALOG_ENDPOINTS: readonly EndpointName[] = ['corpus.chooseFolder', 'report.save', 'review.saveFile']

function passageOf(source: SourceView, start: number): PassageInput {
  return { sourceId: source.id, textHash: source.textHash, range: { start, endExclusive: start + 12 } }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const TIME = /\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z| \d\d:\d\d(:\d\d)?( UTC)?)/g
const LATE_OR_NOT =
  /^It is (the state after the journal|(missing|behind), and is written anew from the journal on opening)\.$/
const WRITER = /w-[0-9a-f]{12}/g

/**
 * The answer as JSON, with new ids, times, folders and durations replaced by their kind. review.json is written a moment
 * after the journal, so whether it is there yet is chance as well.
 */
function withoutChance(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, field: unknown) => {
      if (key === 'elapsedMs') return 0
      if (key === 'content' && String(field).includes('crossread-review')) return '<review file>'
      // Counted for all reviews of a process together.
      if (key === 'revision' || key === 'since') return typeof field === 'number' ? `<${key}>` : field
      if (key === 'host' || key === 'dialogs' || key === 'folder' || key === 'dataFolder' || key === 'name')
        return `<${key}>`
      return typeof field === 'string'
        ? field
            .replace(UUID, '<id>')
            .replace(TIME, '<time>')
            .replace(WRITER, '<writer>')
            .replace(LATE_OR_NOT, 'It is the state after the journal, or will be.')
            .replace(/\/\S*crossread-\S*/g, '<path>')
        : field
    }),
  )
}
