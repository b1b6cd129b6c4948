import { describe, expect, it } from 'vitest'
import type { WorkbenchClient } from '../../src/contract/client'
import type { EndpointInput } from '../../src/contract/endpoints'
import { newFolder, startWorkbench } from '../support/openWorkbench'

const EVERYTHING: EndpointInput<'history.list'> = {
  about: { type: 'corpus' },
  reviewerId: null,
  kinds: [],
  text: '',
  before: null,
  limit: 500,
}
const FILES = { 'a.txt': 'Four shots were fired in the yard before noon.\n', 'b.txt': 'Seven shots were fired.\n' }

async function openAs(name: string, folder: string): Promise<WorkbenchClient> {
  const { client } = await startWorkbench()
  await client.call('corpus.open', { folder })
  await client.call('reviewer.rename', { name })
  return client
}

async function sentences(client: WorkbenchClient, text = ''): Promise<readonly string[]> {
  const { entries } = await client.call('history.list', { ...EVERYTHING, text })
  return entries.map(({ sentence }) => sentence)
}

/** Until what a colleague wrote has arrived. */
async function arrived(client: WorkbenchClient, words: string): Promise<void> {
  for (let left = 100; !(await sentences(client)).some((one) => one.includes(words)); left--) {
    if (left === 0) throw new Error(`“${words}” never arrived`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('the history of a blind review', () => {
  it('tells what others decided only after one’s own decision, in no line, detail, label or search', async () => {
    const folder = await newFolder(FILES)
    const ann = await openAs('Ann', folder)
    const { id: claimId } = await ann.call('claim.create', { statement: 'Four shots were fired', evidence: [] })
    await ann.call('review.setBlind', { on: true })
    await ann.call('claim.decide', { claimId, verdict: 'disputed', reason: 'the papers differ' })
    await ann.call('claim.create', { statement: 'Seven shots were fired', evidence: [] })

    const ben = await openAs('Ben', folder)
    await arrived(ben, 'made the claim “Seven shots were fired”')
    const whole = JSON.stringify(await ben.call('history.list', EVERYTHING))
    expect(whole).not.toMatch(/disputed|the papers differ/)
    expect(await sentences(ben, 'papers')).toEqual([])

    await ben.call('claim.decide', { claimId, verdict: 'verified', reason: 'one of them says so' })
    expect(await sentences(ben, 'papers')).toEqual(['Ann marked “Four shots were fired” disputed: the papers differ'])
  })
})

describe('what a colleague removed', () => {
  it('can be brought back by whoever reads the history, and is refused the second time with the reason', async () => {
    const folder = await newFolder(FILES)
    const ann = await openAs('Ann', folder)
    const { id: claimId } = await ann.call('claim.create', { statement: 'Four shots were fired', evidence: [] })
    await ann.call('claim.decide', { claimId, verdict: 'verified', reason: 'it is written' })
    await ann.call('claim.remove', { claimId })

    const ben = await openAs('Ben', folder)
    await arrived(ben, 'removed the claim')
    const { entries } = await ben.call('history.list', { ...EVERYTHING, kinds: ['removals'] })
    const [removal] = entries
    expect(removal?.restorable).toEqual([{ type: 'claim', id: claimId, what: 'the claim “Four shots were fired”' }])
    const asked = { writer: removal?.writer ?? '', sequence: removal?.sequence ?? 1, what: null }
    const { claims } = await ben.call('history.restore', asked)
    expect(claims).toMatchObject([{ id: claimId, statement: 'Four shots were fired', verdict: 'verified' }])
    await expect(ben.call('history.restore', asked)).rejects.toMatchObject({
      code: 'ALREADY_THERE',
      message: 'It is there again already: it was brought back, or its removal was undone.',
    })
    expect(await sentences(ben, 'brought back')).toEqual([
      'Ben brought back the claim “Four shots were fired”, with 1 verdict',
    ])
    const review = await ben.call('review.undo', {})
    expect(review.removedClaims).toEqual([claimId])
  })
})
