import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EndpointInput } from '../../src/contract/endpoints'
import type { CitedView } from '../../src/contract/reviewSchemas'
import type { UnsettledView } from '../../src/contract/versionSchemas'
import { choose } from '../support/reviewedFolder'
import { newFolder, startWorkbench, type Started } from '../support/openWorkbench'

const HARBOUR = 'The harbour was closed at noon because the crane had fallen into the basin.'
const MAYOR = 'The mayor told reporters that four workers were taken to hospital.'
const SEVEN = MAYOR.replace('four', 'seven')
const NINE = MAYOR.replace('four', 'nine')
const MARKET = 'The fish market stayed open, and the ferries ran to the islands until dusk.'
const FIRST = `${MARKET}\n\n${HARBOUR}\n\n${MAYOR}\n`
const text = (mayor: string, more = '') => `${HARBOUR}\n\n${mayor}\n\n${MARKET}\n${more}`

async function opened(): Promise<{ started: Started; folder: string }> {
  const folder = await newFolder({ 'a.txt': FIRST })
  const started = await startWorkbench()
  await started.workbench.open(folder)
  return { started, folder }
}

async function reopened(started: Started, folder: string): Promise<Started> {
  await started.workbench.close()
  const again = await startWorkbench({ configDir: started.configDir })
  await again.workbench.open(folder)
  return again
}

async function changeTo(started: Started, folder: string, content: string): Promise<void> {
  await writeFile(join(folder, 'a.txt'), content)
  const { sources } = await started.client.call('corpus.get', {})
  await started.client.call('source.reread', { sourceId: sources[0]?.id ?? '' })
}

async function claimOn(started: Started, words: string): Promise<string> {
  const passages = [await choose(started.client, 'a.txt', words)]
  const evidence = [{ stance: 'supports' as const, passages }]
  return (await started.client.call('claim.create', { statement: 'Workers were hurt.', evidence })).id
}

async function cited({ client }: Started): Promise<CitedView | undefined> {
  return (await client.call('review.get', {})).claims[0]?.evidence[0]?.passages[0]
}

async function unsettled({ client }: Started): Promise<UnsettledView[]> {
  return client.call('citation.unsettled', {})
}

async function settle(
  started: Started,
  what: 'follow' | 'keep',
  given: Partial<EndpointInput<'citation.settle'>> = {},
) {
  const [one] = await unsettled(started)
  if (one === undefined) throw new Error('there is nothing to settle')
  const to = { textHash: one.textHash, range: what === 'follow' ? one.range : null }
  return started.client.call('citation.settle', { on: one.on, what, to, ...given })
}

describe('cited words that changed', () => {
  it('are cited as they stand now once they are followed, and what was first cited stays in the history', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await changeTo(started, folder, text(SEVEN))
    const { claims } = await settle(started, 'follow')
    const followed = {
      state: 'exact',
      quote: SEVEN,
      nowText: null,
      range: { start: text(SEVEN).indexOf(SEVEN) },
      settled: { what: 'follow', by: expect.anything() as unknown },
      history: [{ what: 'follow', fromText: MAYOR, toText: SEVEN }],
    }
    expect(claims[0]?.evidence[0]?.passages[0]).toMatchObject(followed)
    expect(await unsettled(started)).toEqual([])
    const again = await reopened(started, folder)
    expect(await cited(again)).toMatchObject(followed)
    await changeTo(again, folder, text(NINE))
    expect(await cited(again)).toMatchObject({ state: 'changed', quote: SEVEN, nowText: NINE, settled: null })
    await settle(again, 'follow')
    expect((await cited(again))?.history.map(({ fromText, toText }) => [fromText, toText])).toEqual([
      [MAYOR, SEVEN],
      [SEVEN, NINE],
    ])
  })

  it('are asked about no more when they are kept, until what stands there is other words again', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await changeTo(started, folder, text(SEVEN))
    await settle(started, 'keep')
    const kept = { state: 'changed', quote: MAYOR, nowText: SEVEN, range: null, settled: { what: 'keep' } }
    expect(await cited(started)).toMatchObject(kept)
    expect(await unsettled(started)).toEqual([])
    await changeTo(started, folder, text(SEVEN, '\nA line more.\n'))
    expect(await cited(started)).toMatchObject(kept)
    const again = await reopened(started, folder)
    expect(await cited(again)).toMatchObject(kept)
    expect(await unsettled(again)).toEqual([])
    await changeTo(again, folder, text(NINE))
    expect(await cited(again)).toMatchObject({ state: 'changed', nowText: NINE, settled: null })
    expect(await unsettled(again)).toMatchObject([{ state: 'changed', quote: MAYOR, nowText: NINE }])
    await changeTo(again, folder, text(MAYOR))
    expect(await cited(again)).toMatchObject({ state: 'exact', settled: null })
    expect(await unsettled(again)).toEqual([])
  })

  it('stand as they did before the decision when it is undone', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await changeTo(started, folder, text(SEVEN))
    await settle(started, 'follow')
    await started.client.call('review.undo', {})
    expect(await cited(started)).toMatchObject({ state: 'changed', quote: MAYOR, settled: null, history: [] })
    await started.client.call('review.redo', {})
    expect(await cited(started)).toMatchObject({ state: 'exact', quote: SEVEN })
  })

  it('are not settled in a text that is not shown any more', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await changeTo(started, folder, text(SEVEN))
    const [seen] = await unsettled(started)
    await changeTo(started, folder, text(NINE))
    const to = { textHash: seen?.textHash ?? '', range: null }
    await expect(settle(started, 'keep', { to })).rejects.toMatchObject({ code: 'STALE_TEXT' })
    const follow = { to: { ...to, range: seen?.range ?? null } }
    await expect(settle(started, 'follow', follow)).rejects.toMatchObject({ code: 'STALE_TEXT' })
    expect((await cited(started))?.history).toEqual([])
  })

  it('are shown and not settled where their claim is sealed', async () => {
    const { started, folder } = await opened()
    const claimId = await claimOn(started, MAYOR)
    await started.client.call('claim.decide', { claimId, verdict: 'verified', reason: 'It says so.' })
    await started.client.call('claim.seal', { claimIds: [claimId], reason: 'Printed.' })
    await changeTo(started, folder, text(SEVEN))
    expect(await unsettled(started)).toMatchObject([{ sealed: true, state: 'changed', quote: MAYOR, nowText: SEVEN }])
    await expect(settle(started, 'follow')).rejects.toMatchObject({ code: 'CLAIM_SEALED' })
    await started.client.call('claim.reopen', { claimId, reason: 'The source changed.' })
    await settle(started, 'follow')
    expect(await cited(started)).toMatchObject({ state: 'exact', quote: SEVEN })
  })
})

describe('cited words that are gone, or stand in several places', () => {
  it('are kept as they were cited, or followed to a place that the reviewer chooses', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await changeTo(started, folder, `${HARBOUR}\n\n${MARKET}\n`)
    expect(await unsettled(started)).toMatchObject([{ state: 'lost', nowText: null, range: null }])
    await expect(settle(started, 'follow')).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await settle(started, 'keep')
    expect(await cited(started)).toMatchObject({ state: 'lost', range: null, settled: { what: 'keep' } })
    expect(await unsettled(started)).toEqual([])
    await changeTo(started, folder, text(SEVEN))
    expect(await unsettled(started)).toMatchObject([{ state: 'changed', nowText: SEVEN }])
    const { textHash, range } = await choose(started.client, 'a.txt', 'seven workers were taken to hospital')
    await settle(started, 'follow', { to: { textHash, range } })
    expect(await cited(started)).toMatchObject({ state: 'exact', quote: 'seven workers were taken to hospital' })
  })

  it('are refused where nothing is to be settled, or nothing is cited', async () => {
    const { started } = await opened()
    await claimOn(started, MAYOR)
    const { claims } = await started.client.call('review.get', {})
    const on = { type: 'evidence' as const, id: claims[0]?.evidence[0]?.id ?? '', passage: 0 }
    const ask = (input: Partial<EndpointInput<'citation.settle'>>) =>
      started.client.call('citation.settle', { on, what: 'keep', to: null, ...input })
    await expect(ask({})).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(ask({ on: { ...on, passage: 1 } })).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' })
    await expect(ask({ on: { ...on, type: 'note' } })).rejects.toMatchObject({ code: 'NOTE_UNKNOWN' })
  })
})

describe('reports and checks', () => {
  const told = async ({ client }: Started, format: 'md' | 'html' | 'json' | 'csv') =>
    (await client.call('report.render', { format })).content
  const ofPassage = async ({ client }: Started) =>
    (await client.call('integrity.verify', {})).checks.filter(({ what }) => what.startsWith('evidence '))

  it('say what stands there now and who kept the words as they were cited, and count them as looked at', async () => {
    const { started, folder } = await opened()
    await started.client.call('reviewer.rename', { name: 'Ada Reviewer' })
    await claimOn(started, MAYOR)
    await changeTo(started, folder, text(SEVEN))
    expect(await ofPassage(started)).toMatchObject([{ ok: false }])
    expect(await told(started, 'json')).toContain('"evidence-changed"')
    await settle(started, 'keep')
    for (const format of ['md', 'html', 'csv'] as const) {
      const content = await told(started, format)
      expect(content).toContain('A number changed: four, now seven')
      expect(content).toMatch(/Kept as cited by Ada Reviewer/)
      expect(content).toContain(SEVEN)
    }
    expect(await told(started, 'json')).not.toContain('"evidence-changed"')
    expect(await ofPassage(started)).toMatchObject([
      { ok: true, message: expect.stringContaining('Kept as cited by Ada Reviewer') as unknown },
    ])
    await changeTo(started, folder, text(NINE))
    expect(await told(started, 'md')).toContain('the source has changed there since')
    expect(await ofPassage(started)).toMatchObject([{ ok: false }])
  })

  it('cite what was followed, and tell what was cited before', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await changeTo(started, folder, text(SEVEN))
    await settle(started, 'follow')
    const report = JSON.parse(await told(started, 'json')) as {
      claims: { evidence: { passages: { state: string; text: string; settlements: unknown[] }[] }[] }[]
    }
    expect(report.claims[0]?.evidence[0]?.passages[0]).toMatchObject({
      state: 'exact',
      text: SEVEN,
      settled: { what: 'follow' },
      settlements: [{ what: 'follow', fromText: MAYOR, toText: SEVEN }],
    })
    expect(await told(started, 'md')).toMatch(/Followed by .*four workers.* was cited before/)
  })
})

describe('the comparison of two versions', () => {
  it('tells what the change did to each citation, those it touched first', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    const passages = [await choose(started.client, 'a.txt', MARKET)]
    await started.client.call('note.create', { body: 'Ask the ferry company.', passages })
    const furniture = await choose(started.client, 'a.txt', HARBOUR)
    await started.client.call('source.setFurniture', { passage: furniture, furniture: true })
    await changeTo(started, folder, text(SEVEN))
    await settle(started, 'keep')
    await changeTo(started, folder, text(NINE))
    const { sources } = await started.client.call('corpus.get', {})
    const sourceId = sources[0]?.id ?? ''
    const { versions } = await started.client.call('source.versions', { sourceId })
    expect(versions.map(({ citedBy, current }) => [citedBy, current])).toEqual([
      [2, false],
      [0, false],
      [0, true],
    ])
    const hash = (index: number) => versions[index]?.textHash ?? ''
    const compare = (from: number, to: number) =>
      started.client.call('source.compareVersions', { sourceId, from: hash(from), to: hash(to), jobId: 'job' })
    const first = await compare(0, 1)
    expect(first.rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'moved'])
    expect(first.consequences).toMatchObject([
      {
        on: { type: 'evidence' },
        words: 'Workers were hurt.',
        state: 'changed',
        quote: MAYOR,
        nowText: SEVEN,
        changes: [{ class: 'number', from: 'four', to: 'seven' }],
        settled: { what: 'keep' },
        touched: true,
      },
      { on: { type: 'note' }, words: 'Ask the ferry company.', state: 'moved', nowText: MARKET, touched: false },
    ])
    expect(first.rulings).toEqual({ all: 1, touched: 0 })
    expect((await compare(1, 2)).consequences[0]).toMatchObject({
      state: 'changed',
      nowText: NINE,
      settled: null,
      touched: true,
    })
    expect((await compare(2, 0)).counts).toMatchObject({ changed: 1, moved: 1, same: 1 })
    expect((await compare(0, 2)).counts).toMatchObject({ changed: 1, added: 0, removed: 0 })
  })
})
