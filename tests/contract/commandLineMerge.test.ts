import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { WorkbenchClient } from '../../src/contract/client'
import { openInstallation } from '../../src/main/storage/installation'
import { startWorkbench } from '../support/openWorkbench'
import { crossread, everyFile, folderWith, type Outcome } from '../support/commandLine'
import { choose } from '../support/reviewedFolder'

const SHOTS = 'Eight shots were fired, they said.\n'

type Merged = {
  added: number
  updated: number
  unchanged: number
  conflicts: {
    id: string
    type: string
    field: string
    ours: unknown
    theirs: unknown
    oursBy: string
    theirsBy: string
  }[]
}

/** One person’s installation, whose review of a folder can be gone on with. */
class Person {
  readonly name: string
  #config = ''

  constructor(name: string) {
    this.name = name
  }

  async config(): Promise<string> {
    if (this.#config === '') {
      const made = await mkdtemp(join(tmpdir(), 'crossread-config-'))
      onTestFinished(() => rm(made, { recursive: true, force: true }))
      this.#config = made
    }
    return this.#config
  }

  /** Works in the folder and gives its review as a file. */
  async review(folder: string, work: (client: WorkbenchClient) => Promise<void>): Promise<string> {
    const { workbench, client, bugs } = await startWorkbench({ configDir: await this.config() })
    await workbench.open(folder)
    await client.call('reviewer.rename', { name: this.name })
    await work(client)
    const { content } = await client.call('review.exportFile', {})
    await workbench.close()
    expect(bugs).toEqual([])
    const place = await mkdtemp(join(tmpdir(), 'crossread-review-'))
    onTestFinished(() => rm(place, { recursive: true, force: true }))
    await writeFile(join(place, `${this.name}.json`), content)
    return join(place, `${this.name}.json`)
  }

  async merge(folder: string, file: string): Promise<Outcome> {
    const configDir = await this.config()
    return crossread(['merge', folder, file, '--json'], { openInstallation: () => openInstallation({ configDir }) })
  }
}

async function claimOn(client: WorkbenchClient, path: string, statement: string): Promise<string> {
  const passage = await choose(client, path, 'Eight shots')
  const evidence = [{ stance: 'supports' as const, passages: [passage] }]
  return (await client.call('claim.create', { statement, evidence })).id
}

function read({ code, out, err }: Outcome): Merged {
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Merged
}

async function statements(folder: string): Promise<string[]> {
  const { out } = await crossread(['report', folder, '--format', 'json'])
  return (JSON.parse(out) as { claims: { statement: string }[] }).claims.map(({ statement }) => statement).sort()
}

describe('crossread merge', () => {
  it('takes in another’s review with its times and authors, and the second time changes nothing', async () => {
    const [ada, ben] = [new Person('Ada'), new Person('Ben')]
    const folder = await folderWith({ 'a.txt': SHOTS })
    await ada.review(folder, async (client) => void (await claimOn(client, 'a.txt', 'Ada says')))
    const file = await ben.review(await folderWith({ 'a.txt': SHOTS }), async (client) => {
      const claimId = await claimOn(client, 'a.txt', 'Ben says')
      await client.call('claim.decide', { claimId, verdict: 'disputed', reason: 'Seven.' })
    })
    const first = read(await ada.merge(folder, file))
    // Ben’s name, claim, evidence and decision are new; the source is the same for both.
    expect(first).toEqual({ added: 4, updated: 0, unchanged: 1, conflicts: [] })
    const before = await everyFile(folder)
    expect(read(await ada.merge(folder, file))).toEqual({ added: 0, updated: 0, unchanged: 5, conflicts: [] })
    expect(await everyFile(folder)).toEqual(before)
    expect(await statements(folder)).toEqual(['Ada says', 'Ben says'])
    const { code } = await crossread(['verify', folder, '--json'])
    expect(code).toBe(0)
  })

  it('knows a source again that lies elsewhere in the other corpus, by its bytes', async () => {
    const [ada, ben] = [new Person('Ada'), new Person('Ben')]
    const folder = await folderWith({ 'a.txt': SHOTS, 'b.txt': 'Another text.\n' })
    await ada.review(folder, async (client) => void (await claimOn(client, 'a.txt', 'Ada says')))
    const file = await ben.review(await folderWith({ 'texts/shots.txt': SHOTS }), async (client) => {
      await claimOn(client, 'texts/shots.txt', 'Ben says')
    })
    read(await ada.merge(folder, file))
    await ada.review(folder, async (client) => {
      const { sources } = await client.call('corpus.get', {})
      expect(sources.map(({ siglum, path }) => [siglum, path])).toEqual([
        ['A', 'a.txt'],
        ['B', 'b.txt'],
      ])
      const { claims } = await client.call('review.get', {})
      const cited = claims.flatMap(({ evidence }) => evidence.flatMap(({ passages }) => passages))
      expect(cited.map(({ siglum, state }) => [siglum, state])).toEqual([
        ['A', 'exact'],
        ['A', 'exact'],
      ])
    })
  })

  it('lists what both changed apart, with both values and names, and resolves nothing', async () => {
    const [ada, ben] = [new Person('Ada'), new Person('Ben')]
    const folder = await folderWith({ 'a.txt': SHOTS })
    let claimId = ''
    const file = await ada.review(folder, async (client) => {
      claimId = await claimOn(client, 'a.txt', 'Eight')
    })
    const bens = await folderWith({ 'a.txt': SHOTS })
    read(await ben.merge(bens, file))
    const back = await ben.review(bens, async (client) => {
      await client.call('claim.edit', { claimId, statement: 'Seven' })
    })
    await ada.review(folder, async (client) => void (await client.call('claim.edit', { claimId, statement: 'Nine' })))
    const { conflicts, updated } = read(await ada.merge(folder, back))
    expect(conflicts).toEqual([
      expect.objectContaining({
        id: claimId,
        type: 'claim',
        field: 'statement',
        ours: 'Nine',
        theirs: 'Seven',
        oursBy: 'Ada',
        theirsBy: 'Ben',
      }),
    ])
    expect([updated, await statements(folder)]).toEqual([0, ['Nine']])
    expect(read(await ada.merge(folder, back)).conflicts).toEqual(conflicts)
  })

  it.each([
    ['cut in half', (content: string) => content.slice(0, content.length / 2), 'not whole'],
    ['empty', () => '', 'empty'],
    ['something else', () => '{"schema":1,"claims":[]}', 'not a valid review file'],
    [
      'from a newer version',
      (content: string) => content.replace('"schema": 1', '"schema": 99'),
      'newer Crossread (schema 99',
    ],
    [
      'changed in one word',
      (content: string) => content.replace('Ben says', 'Ben lies'),
      'changed after it was exported',
    ],
    ['of NUL bytes', (content: string) => '\0'.repeat(content.length), 'not whole'],
  ])('refuses a file that is %s, and writes nothing', async (_, spoil, why) => {
    const [ada, ben] = [new Person('Ada'), new Person('Ben')]
    const folder = await folderWith({ 'a.txt': SHOTS })
    await ada.review(folder, () => Promise.resolve())
    const file = await ben.review(await folderWith({ 'a.txt': SHOTS }), async (client) => {
      await claimOn(client, 'a.txt', 'Ben says')
    })
    await writeFile(file, spoil(await readFile(file, 'utf8')))
    const before = await everyFile(folder)
    const { code, out, err } = await ada.merge(folder, file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^crossread merge: Ben\.json: Nothing was merged: .*\n$/)
    expect(err).toContain(why)
    expect(await everyFile(folder)).toEqual(before)
  })

  it('refuses a folder that is not there, a file that is not there, and a wrong call', async () => {
    const ada = new Person('Ada')
    const folder = await folderWith({ 'a.txt': SHOTS })
    expect(await ada.merge(join(folder, 'nowhere'), join(folder, 'a.txt'))).toMatchObject({ code: 1, out: '' })
    expect(await ada.merge(folder, join(folder, 'nowhere.json'))).toMatchObject({ code: 1, out: '' })
    expect(await crossread(['merge', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('<review-file>') as string,
    })
    await writeFile(join(folder, 'half.json'), '{"schema":1,')
    expect(await ada.merge(folder, join(folder, 'half.json'))).toMatchObject({ code: 1, out: '' })
    expect(Object.keys(await everyFile(folder)).sort()).toEqual([join(folder, 'a.txt'), join(folder, 'half.json')])
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'half.json'])
  })
})
