import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WorkbenchClient } from '../../src/contract/client'
import type { ClaimView } from '../../src/contract/reviewSchemas'
import type { Verdict } from '../../src/core/claim/reviewRecord'
import { newFolder, startWorkbench } from '../support/openWorkbench'

const RIVER = 'A report says that the river rose by two metres overnight.\n'

type Desk = { readonly client: WorkbenchClient; readonly again: () => Promise<void> }

/** Ada and Ben, each on an installation of their own, in one folder. */
async function twoReviewers(): Promise<{ folder: string; ada: Desk; ben: Desk }> {
  const folder = await newFolder({ 'a.txt': RIVER })
  async function sit(name: string): Promise<Desk> {
    const { workbench, client } = await startWorkbench()
    await workbench.open(folder)
    await client.call('reviewer.rename', { name })
    // What a colleague wrote is read on opening at the latest.
    return { client, again: () => workbench.open(folder).then(() => undefined) }
  }
  return { folder, ada: await sit('Ada'), ben: await sit('Ben') }
}

async function claimsOf({ client }: Desk): Promise<readonly ClaimView[]> {
  return (await client.call('review.get', {})).claims
}

async function decide(desk: Desk, claimId: string, verdict: Verdict, reason: string): Promise<void> {
  await desk.client.call('claim.decide', { claimId, verdict, reason })
}

/** Three claims that Ada made, in a corpus that is reviewed blind, with Ada's verdicts on all and Ben at his desk. */
async function threeClaims() {
  const { folder, ada, ben } = await twoReviewers()
  await ada.client.call('review.setBlind', { on: true })
  const ids: string[] = []
  for (const statement of ['It rose.', 'By two metres.', 'Overnight.'])
    ids.push((await ada.client.call('claim.create', { statement, evidence: [] })).id)
  for (const id of ids) await decide(ada, id, 'verified', 'The zebra gauge shows it.')
  await ben.again()
  return { folder, ada, ben, ids }
}

describe('two reviewers in one folder, reviewed blind', () => {
  it('are shown nowhere what the other decided until they decided the claim themselves', async () => {
    const { ben, ids } = await threeClaims()
    const { client } = ben
    const before = await claimsOf(ben)
    expect(before.map(({ verdict, history, hiddenDecisions }) => [verdict, history.length, hiddenDecisions])).toEqual([
      ['unverified', 0, 1],
      ['unverified', 0, 1],
      ['unverified', 0, 1],
    ])
    expect(before[0]?.hiddenReviewers.map(({ name }) => name)).toEqual(['Ada'])
    const everything = async (): Promise<string> => {
      const reports = await Promise.all(
        (['md', 'html', 'json', 'csv'] as const).map((format) => client.call('report.render', { format })),
      )
      const about = { type: 'corpus' } as const
      const asked = { about, reviewerId: null, kinds: [], text: '', before: null, limit: 100 }
      return JSON.stringify([
        await client.call('review.get', {}),
        await client.call('search.query', { query: 'zebra', limit: 50 }),
        await client.call('history.list', asked),
        await client.call('adjudication.overview', {}),
        reports.map(({ content }) => content),
      ])
    }
    const told = await everything()
    expect(told).not.toContain('zebra')
    expect(told).not.toContain('mark a claim verified')
    await decide(ben, ids[0] ?? '', 'disputed', 'The gauge was broken.')
    const [first, second] = await claimsOf(ben)
    expect(first).toMatchObject({ verdict: 'unverified', hiddenDecisions: 0, disagreement: { verdicts: [{}, {}] } })
    expect(first?.history.map(({ reason }) => reason)).toEqual(['The zebra gauge shows it.', 'The gauge was broken.'])
    expect(second).toMatchObject({ verdict: 'unverified', hiddenDecisions: 1, history: [], disagreement: null })
    expect(await everything()).toContain('zebra')
  })

  it('see their agreement with its counts, and each other’s claims that wait', async () => {
    const { ada, ben, ids } = await threeClaims()
    await decide(ben, ids[0] ?? '', 'disputed', 'No.')
    await decide(ben, ids[1] ?? '', 'verified', 'Yes.')
    const seen = await ben.client.call('adjudication.overview', {})
    expect(seen).toMatchObject({
      agreement: { units: 2, pairs: 2, agreeing: 1, share: 0.5, kappa: { value: 0, units: 2 }, alpha: null },
      disagreements: [{ claimId: ids[0], hint: 'verified-disputed', decisions: [{}, {}] }],
      agreed: 1,
      waiting: { forYou: 1, firstForYou: ids[2], decidedBy: [{ name: 'Ada', decided: 1 }], forOthers: 0 },
    })
    await ada.again()
    expect((await ada.client.call('adjudication.overview', {})).waiting).toMatchObject({ forYou: 0, forOthers: 1 })
  })

  it('settle a disagreement by one line of the journal, which the other sees, can be undone, and is reopened by a new verdict', async () => {
    const { folder, ada, ben, ids } = await threeClaims()
    const [id = ''] = ids
    await decide(ben, id, 'disputed', 'No.')
    const lines = await journalLines(folder)
    const ruling = { claimId: id, verdict: 'disputed', cause: 'evidence-missed', reason: 'Ada missed it.' } as const
    await ben.client.call('adjudication.decide', ruling)
    expect(await journalLines(folder)).toBe(lines + 1)
    await expect(ben.client.call('adjudication.decide', ruling)).rejects.toMatchObject({ code: 'NO_DISAGREEMENT' })
    await ada.again()
    const [settled] = await claimsOf(ada)
    expect(settled).toMatchObject({ verdict: 'disputed', reason: 'Ada missed it.', disagreement: null })
    expect((await ada.client.call('adjudication.overview', {})).settled).toMatchObject([
      { claimId: id, cause: 'evidence-missed', by: { name: 'Ben' } },
    ])
    await ben.client.call('review.undo', {})
    expect((await claimsOf(ben))[0]).toMatchObject({ verdict: 'unverified', disagreement: { verdicts: [{}, {}] } })
    await ben.client.call('review.redo', {})
    await decide(ada, id, 'unverified', 'I am not sure any more.')
    expect((await claimsOf(ada))[0]?.disagreement?.verdicts).toHaveLength(3)
  })

  it('see everything when one of them turns it off, and disagree still', async () => {
    const { ada, ben, ids } = await threeClaims()
    await ada.client.call('review.setBlind', { on: false })
    await ben.again()
    const claims = await claimsOf(ben)
    expect(claims.map(({ verdict, hiddenDecisions }) => [verdict, hiddenDecisions])).toEqual([
      ['verified', 0],
      ['verified', 0],
      ['verified', 0],
    ])
    expect((await ben.client.call('review.get', {})).blind).toMatchObject({ on: false, by: { name: 'Ada' } })
    await decide(ben, ids[0] ?? '', 'disputed', 'No.')
    expect((await claimsOf(ben))[0]).toMatchObject({ verdict: 'unverified', disagreement: {} })
  })

  it('get patches that hold what the own verdict opened, and what a colleague’s hidden verdict changed', async () => {
    const { ada, ben, ids } = await threeClaims()
    const { revision } = await ben.client.call('review.get', {})
    await decide(ben, ids[1] ?? '', 'disputed', 'No.')
    const patch = await ben.client.call('review.since', { revision })
    expect(patch.claims.map(({ id, history }) => [id, history.length])).toEqual([[ids[1], 2]])
    await decide(ada, ids[2] ?? '', 'disputed', 'On second thoughts, no.')
    await ben.again()
    expect((await claimsOf(ben))[2]).toMatchObject({ hiddenDecisions: 2, history: [] })
  })
})

async function journalLines(folder: string): Promise<number> {
  const writers = join(folder, '.crossread/writers')
  const journals = (await readdir(writers)).map((id) => readFile(join(writers, id, 'journal.jsonl'), 'utf8'))
  return (await Promise.all(journals)).join('').split('\n').length
}
