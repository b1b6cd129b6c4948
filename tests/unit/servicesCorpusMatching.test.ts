import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WorkbenchClient } from '../../src/contract/client'
import { newFolder, startWorkbench } from '../support/openWorkbench'
import { choose } from '../support/reviewedFolder'

const SAID = 'we will not leave the harbour before the lanterns are lit'
const FOOT = 'Follow the Harbour Gazette for more news of the coast and its towns.'
const FILES = {
  'a.txt': `The keeper told us on Monday: “${SAID}”.\n`,
  'b.txt': `A second report begins.\n\n"${SAID}," the keeper said.\n`,
  'c.txt': 'A text about gardens, in which nobody says anything of the kind.\n',
}

/** Stories of one outlet about different things, all with the same foot. */
function gazette(): Record<string, string> {
  const subjects = ['gardens', 'ferries', 'schools', 'orchards']
  return Object.fromEntries(
    subjects.map((subject, at) => [
      `g${at}.txt`,
      `---\noutlet: Harbour Gazette\n---\nThis story tells of ${subject} alone and number ${at}.\n\n${FOOT}\n`,
    ]),
  )
}

async function open(files: Record<string, string>) {
  const folder = await newFolder(files)
  const started = await startWorkbench()
  await started.workbench.open(folder)
  return { ...started, folder }
}

const match = (client: WorkbenchClient) => client.call('corpus.match', { jobId: 'j', budgetMs: null })

async function idsOf(client: WorkbenchClient): Promise<string[]> {
  return (await client.call('corpus.get', {})).sources.map(({ id }) => id)
}

describe('matching the open corpus', () => {
  it('gives pairs and clusters, shows a cluster in each source, and keeps the result on the disk', async () => {
    const { client, folder } = await open(FILES)
    const [a = '', b = ''] = await idsOf(client)
    const first = await match(client)
    expect(first.pairs).toEqual([{ a, b, passages: 1, regions: expect.any(Number) as number, aWords: 11, bWords: 11 }])
    expect(first.clusters).toMatchObject([{ members: 2, sources: [a, b], first: null, differs: false }])
    expect([first.complete, first.why, first.matched]).toEqual([true, null, 1])
    const cluster = await client.call('corpus.cluster', { clusterId: first.clusters[0]?.id ?? '' })
    expect(cluster.members.map(({ sourceId, before }) => [sourceId, before.slice(-10)])).toEqual([
      [a, ' Monday: “'],
      [b, 'begins.\n\n"'],
    ])
    expect(await readdir(join(folder, '.crossread/cache/matching'))).toHaveLength(1)
    expect(await match(client)).toMatchObject({ matched: 0, kept: 1 })
    expect(await client.call('corpus.forgetMatching', {})).toEqual({ removed: 1 })
    expect(await match(client)).toMatchObject({ matched: 1, kept: 0 })
  })

  it('knows no cluster of a source that was read anew and is another', async () => {
    const { client, folder } = await open(FILES)
    const { clusters } = await match(client)
    const clusterId = clusters[0]?.id ?? ''
    expect((await client.call('corpus.cluster', { clusterId })).members).toHaveLength(2)
    await writeFile(join(folder, 'a.txt'), `Before it: ${FILES['a.txt']}`)
    const [a = ''] = await idsOf(client)
    await client.call('source.reread', { sourceId: a })
    await expect(client.call('corpus.cluster', { clusterId })).rejects.toMatchObject({
      code: 'CLUSTER_UNKNOWN',
      message: expect.stringContaining('Match all sources again') as string,
    })
    expect((await match(client)).clusters).toHaveLength(1)
  })

  it('applies what reviewers decided about a pair, and takes it back when it is withdrawn', async () => {
    const { client } = await open(FILES)
    const removed = [{ a: await choose(client, 'b.txt', SAID), b: await choose(client, 'a.txt', SAID) }]
    const { id } = await client.call('match.decide', { what: 'reject', removed, added: [] })
    expect((await match(client)).pairs).toEqual([])
    const [a = '', b = ''] = await idsOf(client)
    const rejected = await client.call('match.pair', { a, b, jobId: 'p' })
    expect(rejected.passages).toEqual([])
    expect(rejected.decisions).toMatchObject([
      { id, what: 'reject', state: 'placed', removed: [{ aText: SAID, bText: SAID }], added: [] },
    ])
    await client.call('match.withdraw', { decisionId: id })
    expect((await match(client)).pairs).toHaveLength(1)
    await client.call('review.undo', {})
    expect((await match(client)).pairs).toEqual([])
  })

  it('says why a decision is not applied any more: what changed in its words', async () => {
    const { client, folder } = await open(FILES)
    const removed = [{ a: await choose(client, 'a.txt', SAID), b: await choose(client, 'b.txt', SAID) }]
    await client.call('match.decide', { what: 'reject', removed, added: [] })
    const [a = '', b = ''] = await idsOf(client)
    await writeFile(join(folder, 'a.txt'), FILES['a.txt'].replace('will not leave', 'will leave'))
    await client.call('source.reread', { sourceId: a })
    const { decisions } = await client.call('match.pair', { a, b, jobId: 'p' })
    expect(decisions).toMatchObject([
      { state: 'lost', removed: [{ a: null, aWhy: 'A negation was taken out: not.', bWhy: null }] },
    ])
  })

  it('shows a match that a reviewer added in a pair that shares nothing', async () => {
    const { client } = await open(FILES)
    const added = [
      { a: await choose(client, 'c.txt', 'A text about'), b: await choose(client, 'a.txt', 'The keeper told') },
    ]
    const { id } = await client.call('match.decide', { what: 'add', removed: [], added })
    const [a = '', , c = ''] = await idsOf(client)
    const pair = await client.call('match.pair', { a, b: c, jobId: 'p' })
    expect(pair.passages).toMatchObject([{ kind: 'reworded', decisionId: id, a: { start: 0 }, b: { start: 0 } }])
    expect((await match(client)).pairs).toContainEqual(expect.objectContaining({ a, b: c, passages: 1 }))
  })

  it('takes the same decision for one, however often and however close together it is asked for', async () => {
    const { client } = await open(FILES)
    const added = [
      { a: await choose(client, 'c.txt', 'A text about'), b: await choose(client, 'a.txt', 'The keeper told') },
    ]
    const decide = () => client.call('match.decide', { what: 'add', removed: [], added })
    const [one, two] = await Promise.all([decide(), decide()])
    expect([two, await decide()]).toEqual([one, one])
    const [a = '', , c = ''] = await idsOf(client)
    expect((await client.call('match.pair', { a, b: c, jobId: 'p' })).decisions).toHaveLength(1)
    await client.call('review.undo', {})
    expect((await client.call('match.pair', { a, b: c, jobId: 'q' })).decisions).toEqual([])
  })
})

describe('what an outlet repeats', () => {
  it('is set aside, shown as furniture with the reason, and given back when a reviewer rules so', async () => {
    const { client, events } = await open(gazette())
    const [a = '', b = ''] = await idsOf(client)
    expect((await client.call('match.pair', { a, b, jobId: 'before' })).passages).not.toEqual([])
    const { boilerplate, pairs } = await match(client)
    expect(boilerplate).toHaveLength(4)
    expect(boilerplate[0]?.why).toBe('stands alike in 4 of 4 stories of Harbour Gazette')
    expect(pairs.filter(({ passages }) => passages > 1)).toEqual([])
    const { text, furniture } = await client.call('source.text', { sourceId: a })
    expect(furniture.map(({ range, decidedBy }) => [text.slice(range.start, range.endExclusive), decidedBy])).toEqual([
      [FOOT, 'rule'],
    ])
    expect(events.filter(({ kind }) => kind === 'corpus-changed').length).toBeGreaterThan(0)
    await client.call('source.setFurniture', { passage: await choose(client, 'g0.txt', FOOT), furniture: false })
    expect((await match(client)).boilerplate.map(({ sourceId }) => sourceId)).not.toContain(a)
    expect((await client.call('source.text', { sourceId: a })).furniture).toEqual([])
  })
})
