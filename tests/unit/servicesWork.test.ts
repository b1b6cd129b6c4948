import { describe, expect, it } from 'vitest'
import type { EndpointName } from '../../src/contract/endpoints'
import type { ClaimView } from '../../src/contract/reviewSchemas'
import { choose } from '../support/reviewedFolder'
import { newFolder, startWorkbench, type Started } from '../support/openWorkbench'

const RIVER = 'A report says that the river rose by two metres overnight.\n'
const OTHER = 'Another says that the river rose by three metres overnight.\n'

async function shown({ client }: Started, claimId: string): Promise<ClaimView> {
  const { claims } = await client.call('review.get', {})
  const claim = claims.find(({ id }) => id === claimId)
  if (claim === undefined) throw new Error(`${claimId} is not in the list`)
  return claim
}

async function openedBy(name: string, folder: string): Promise<Started> {
  const started = await startWorkbench()
  await started.workbench.open(folder)
  await started.client.call('reviewer.rename', { name })
  return started
}

describe('two reviewers of one folder', () => {
  it('confirm each other’s verdicts, seal, and do not undo what the other sealed', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const ada = await openedBy('Ada', folder)
    const { id: claimId } = await ada.client.call('claim.create', { statement: 'It rose.', evidence: [] })
    const decided = await ada.client.call('claim.decide', { claimId, verdict: 'verified', reason: 'Measured.' })
    const decisionId = decided.claims[0]?.decisionId ?? ''
    await expect(ada.client.call('claim.confirm', { claimId, decisionId })).rejects.toMatchObject({
      code: 'OWN_DECISION',
    })
    await ada.workbench.close()

    const ben = await openedBy('Ben', folder)
    await ben.client.call('claim.confirm', { claimId, decisionId })
    await ben.client.call('claim.seal', { claimIds: [claimId], reason: 'Two of us looked.' })
    const view = await shown(ben, claimId)
    expect(view.confirmations.map(({ by }) => by.name)).toEqual(['Ben'])
    expect(view.sealed).toMatchObject({ reason: 'Two of us looked.', by: { name: 'Ben' }, wordedAnew: null })
    expect((await ben.client.call('review.get', {})).reviewers.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben'])
    await ben.workbench.close()

    const again = await startWorkbench({ configDir: ada.configDir })
    await again.workbench.open(folder)
    await expect(again.client.call('review.undo', {})).rejects.toMatchObject({ code: 'CLAIM_SEALED' })
    expect((await shown(again, claimId)).verdict).toBe('verified')
    await again.client.call('claim.reopen', { claimId, reason: 'The gauge was broken.' })
    await again.client.call('review.undo', {})
    expect((await shown(again, claimId)).sealed).not.toBeNull()
  })
})

describe('what is done to many claims', () => {
  it('is one entry of the journal and one undo, and nothing when one of them is not there', async () => {
    const started = await openedBy('Ada', await newFolder({ 'a.txt': RIVER }))
    const { client } = started
    const claimIds: string[] = []
    for (const statement of ['One', 'Two', 'Three'])
      claimIds.push((await client.call('claim.create', { statement, evidence: [] })).id)
    const review = await client.call('claim.decideAll', { claimIds, verdict: 'disputed', reason: 'All wrong.' })
    expect(review).toMatchObject({ undo: 'mark 3 claims disputed' })
    expect(review.claims.map(({ verdict }) => verdict)).toEqual(['disputed', 'disputed', 'disputed'])
    await expect(client.call('claim.removeAll', { claimIds: [...claimIds, 'nowhere'] })).rejects.toMatchObject({
      code: 'CLAIM_UNKNOWN',
      message: expect.stringContaining('nowhere') as unknown,
    })
    await client.call('claim.removeAll', { claimIds })
    expect((await client.call('review.get', {})).claims).toEqual([])
    await client.call('review.undo', {})
    await client.call('review.undo', {})
    const { claims } = await client.call('review.get', {})
    expect(claims.map(({ verdict }) => verdict)).toEqual(['unverified', 'unverified', 'unverified'])
  })

  it('is refused for more than ten thousand of them, and for none', async () => {
    const { client } = await openedBy('Ada', await newFolder({ 'a.txt': RIVER }))
    const many = Array.from({ length: 10_001 }, (_, place) => `c${place}`)
    for (const claimIds of [many, []])
      await expect(client.call('claim.setWork', { claimIds, state: 'done' })).rejects.toMatchObject({
        code: 'BAD_INPUT',
      })
  })
})

describe('merged claims', () => {
  it('are shown as one, found by the words of both, and told as one by every report', async () => {
    const started = await openedBy('Ada', await newFolder({ 'a.txt': RIVER, 'b.txt': OTHER }))
    const { client } = started
    const cited = await Promise.all([choose(client, 'a.txt', 'two metres'), choose(client, 'b.txt', 'three metres')])
    const make = async (statement: string, place: number): Promise<string> => {
      const passages = cited.slice(place, place + 1)
      return (await client.call('claim.create', { statement, evidence: [{ stance: 'supports', passages }] })).id
    }
    const [into, away] = [await make('The river rose', 0), await make('Water went up', 1)]
    await client.call('claim.merge', { into, claimIds: [away], reason: 'The same river.' })
    const view = await shown(started, into)
    expect(view.evidence.map(({ fromClaimId }) => fromClaimId)).toEqual([null, away])
    expect(view.mergedFrom).toMatchObject([{ claimId: away, statement: 'Water went up', reason: 'The same river.' }])
    const { hits } = await client.call('search.query', { query: 'water went', limit: 10 })
    expect(hits).toMatchObject([{ kind: 'claim', id: into, excerpt: 'Water went up' }])
    for (const format of ['md', 'html', 'json', 'csv'] as const) {
      const { content } = await client.call('report.render', { format })
      expect(content).toContain('Water went up')
      expect(content).toContain('The same river.')
    }
    const after = await client.call('claim.unmerge', { claimId: away })
    expect(after.claims.map(({ id }) => id).sort()).toEqual([into, away].sort())
  })
})

describe('replies', () => {
  it('are found by searching, under the claim or note that they hang on', async () => {
    const { client } = await openedBy('Ada', await newFolder({ 'a.txt': RIVER }))
    const { id } = await client.call('claim.create', { statement: 'It rose.', evidence: [] })
    const passages = [await choose(client, 'a.txt', 'overnight')]
    const note = await client.call('note.create', { body: 'When exactly?', passages })
    await client.call('reply.create', { on: { type: 'claim', id }, body: 'Ask the lock keeper.' })
    await client.call('reply.create', { on: { type: 'note', id: note.id }, body: 'At dawn, says the lock keeper.' })
    const { hits } = await client.call('search.query', { query: 'lock keeper', limit: 10 })
    expect(hits.map((hit) => [hit.kind, hit.id])).toEqual([
      ['claim', id],
      ['note', note.id],
    ])
  })
})

describe('a pair of passages', () => {
  it('is annotated as a pair, each passage shown where it stands', async () => {
    const { client } = await openedBy('Ada', await newFolder({ 'a.txt': RIVER, 'b.txt': OTHER }))
    const passages = [await choose(client, 'a.txt', 'two metres'), await choose(client, 'b.txt', 'three metres')]
    const { id, review } = await client.call('note.create', { body: 'Two or three?', passages })
    const note = review.notes.find((one) => one.id === id)
    expect(note?.passages.map(({ siglum, quote, state, passage }) => [siglum, quote, state, passage])).toEqual([
      ['A', 'two metres', 'exact', 0],
      ['B', 'three metres', 'exact', 1],
    ])
  })
})

describe('input that makes no sense', () => {
  const FILTER = {
    verdicts: [],
    work: [],
    assigneeId: null,
    tagIds: [],
    sourceId: null,
    reviewerId: null,
    unsettled: false,
    text: '',
  }
  const CALLS: readonly (readonly [name: EndpointName, input: unknown, said: RegExp])[] = [
    ['claim.setWork', { claimIds: ['c'], state: 'finished' }, /state/],
    ['claim.setWork', { claimIds: ['../c'], state: 'done' }, /claimIds/],
    ['claim.confirm', { claimId: 'c' }, /decisionId/],
    ['claim.seal', { claimIds: ['c'], reason: '\u00a0\u2028' }, /reason/],
    ['claim.reopen', { claimId: 'c', reason: 7 }, /reason/],
    ['claim.decideAll', { claimIds: ['c'], verdict: 'true', reason: 'r' }, /verdict/],
    ['claim.merge', { into: 'c', claimIds: 'd', reason: 'r' }, /claimIds/],
    ['claim.split', { claimId: 'c', statement: ' ', evidenceIds: [] }, /statement/],
    ['reply.create', { on: { type: 'source', id: 's' }, body: 'b' }, /on/],
    ['reply.create', { on: { type: 'claim', id: 'c' }, body: 'x'.repeat(100_001) }, /longer than 100,000/],
    ['thread.setResolved', { on: { type: 'claim', id: 'c' }, resolved: 'yes' }, /resolved/],
    ['tag.create', { name: 'x'.repeat(101), colour: 'red', shape: 'star' }, /longer than 100/],
    ['tag.create', { name: 'Pink', colour: 'pink', shape: 'star' }, /colour/],
    ['tag.put', { tagId: 't', on: [], present: true }, /on/],
    ['filter.save', { name: 'F', filter: { ...FILTER, verdicts: ['maybe'] } }, /verdicts/],
    ['filter.save', { name: 'F', filter: FILTER, also: 1 }, /also/],
    ['verdictName.create', { name: 'Half true', means: 'maybe' }, /means/],
    ['verdictName.create', { name: '\u00ad\u200b \u202e', means: 'disputed' }, /can be seen/],
  ]

  it.each(CALLS)('is refused by %s, and the field is named: %j', async (name, input, said) => {
    const { workbench } = await startWorkbench()
    await workbench.open(await newFolder({ 'a.txt': RIVER }))
    expect(await workbench.router.call(name, input)).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', message: expect.stringMatching(said) as unknown },
    })
  })
})
