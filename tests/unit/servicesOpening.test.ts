import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { SourceView } from '../../src/contract/schemas'
import { choose } from '../support/reviewedFolder'
import { newFolder, startWorkbench, type Started } from '../support/openWorkbench'

const RIVER = 'A report says that the river rose by two metres overnight.\n'
const BRIDGE = 'Another report says that the bridge was closed at noon.\n'
const PATIENCE = { timeout: 20_000, interval: 50 }

async function sourceAt(started: Started, path: string): Promise<SourceView | undefined> {
  return (await started.client.call('corpus.get', {})).sources.find((source) => source.path === path)
}

describe('opening a folder', () => {
  it('has what was open before open for writing again when the other folder’s review cannot be kept', async () => {
    const [good, bad] = [await newFolder({ 'a.txt': RIVER }), await newFolder({ 'b.txt': BRIDGE })]
    await mkdir(join(bad, '.crossread'))
    await writeFile(join(bad, '.crossread/snapshots'), 'a file where a folder must be')
    const started = await startWorkbench()
    await started.workbench.open(good)
    await expect(started.client.call('corpus.open', { folder: bad })).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
    expect(started.workbench.folder()).toBe(good)
    const { id } = await started.client.call('claim.create', { statement: 'The river rose.', evidence: [] })
    await started.workbench.close()

    const again = await startWorkbench()
    await again.workbench.open(good)
    const { claims } = await again.client.call('review.get', {})
    expect(claims.map((claim) => claim.id)).toEqual([id])
  })

  it('lets go of the lock of a folder that could not be opened, so that it opens once it is mended', async () => {
    const bad = await newFolder({ 'b.txt': BRIDGE })
    await mkdir(join(bad, '.crossread'))
    await writeFile(join(bad, '.crossread/snapshots'), 'a file where a folder must be')
    const started = await startWorkbench()
    await expect(started.workbench.open(bad)).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
    await rm(join(bad, '.crossread/snapshots'))
    expect(await started.client.call('corpus.open', { folder: bad })).toMatchObject({ readOnly: null })
  })

  it('opens the same folder again for writing, also by another name of it', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const other = join(await newFolder({}), 'link')
    await symlink(folder, other)
    const started = await startWorkbench()
    await started.workbench.open(folder)
    expect(await started.client.call('corpus.open', { folder: `${folder}/` })).toMatchObject({ folder, readOnly: null })
    expect(await started.client.call('corpus.open', { folder: other })).toMatchObject({ folder: other, readOnly: null })
  })

  it('ends with the folder that was asked for last, and holds no other', async () => {
    const [first, last] = [await newFolder({ 'a.txt': RIVER }), await newFolder({ 'b.txt': BRIDGE })]
    const started = await startWorkbench()
    await Promise.all([first, last].map((folder) => started.client.call('corpus.open', { folder })))
    expect(started.workbench.folder()).toBe(last)
    const second = await startWorkbench({ configDir: started.configDir })
    expect(await second.client.call('corpus.open', { folder: first })).toMatchObject({ readOnly: null })
  })

  it('keeps every change that was acknowledged while the folder is opened again', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const { workbench, client } = await startWorkbench()
    await workbench.open(folder)
    const again = client.call('corpus.open', { folder })
    const asked: Promise<readonly string[]>[] = []
    for (let number = 0; number < 40; number += 1) {
      const claim = client.call('claim.create', { statement: `Claim ${number}.`, evidence: [] })
      asked.push(
        claim.then(
          ({ id }) => [id],
          () => [],
        ),
      )
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const acknowledged = (await Promise.all(asked)).flat()
    expect(await again).toMatchObject({ readOnly: null })
    const { claims } = await client.call('review.get', {})
    expect(claims.map((claim) => claim.id).toSorted()).toEqual(acknowledged.toSorted())
  })

  it('uses a named data folder for the folder that it was named for, and for no other', async () => {
    const [first, other] = [await newFolder({ 'a.txt': RIVER }), await newFolder({ 'b.txt': BRIDGE })]
    const dataFolder = join(await newFolder({}), 'data')
    const { client } = await startWorkbench({ dataFolder })
    expect(await client.call('corpus.open', { folder: first })).toMatchObject({ dataFolder })
    const second = await client.call('corpus.open', { folder: other })
    expect(second).toMatchObject({ dataFolder: join(other, '.crossread'), sources: [{ siglum: 'A', path: 'b.txt' }] })
    expect(await client.call('corpus.open', { folder: first })).toMatchObject({ dataFolder })
    expect(await readdir(first)).toEqual(['a.txt'])
  })

  it('can be stopped while it reads, and leaves open what was open', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, `${RIVER}${index}`]))
    const [open, long] = [await newFolder({ 'a.txt': RIVER }), await newFolder(many)]
    const answers: Promise<unknown>[] = []
    const started = await startWorkbench({
      heard(event) {
        if (event.kind === 'job-progress' && started.workbench.folder() !== null)
          answers.push(started.client.call('job.cancel', { jobId: event.jobId }))
      },
    })
    await started.workbench.open(open)
    await expect(started.client.call('corpus.open', { folder: long })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await answers[0]).toEqual({ cancelled: true })
    expect(started.workbench.folder()).toBe(open)
    expect(await readdir(long)).not.toContain('.crossread')
  })
})

describe('a folder that changes while it is open', () => {
  it('keeps letter and evidence of a source whose file is renamed', async () => {
    const folder = await newFolder({ 'a.txt': RIVER, 'b.txt': BRIDGE })
    const started = await startWorkbench()
    await started.workbench.open(folder)
    const passages = [await choose(started.client, 'b.txt', 'the bridge was closed')]
    const evidence = [{ stance: 'supports' as const, passages }]
    await started.client.call('claim.create', { statement: 'The bridge was closed.', evidence })
    await rename(join(folder, 'b.txt'), join(folder, 'z.txt'))
    await vi.waitFor(async () => expect(await sourceAt(started, 'z.txt')).toMatchObject({ siglum: 'B' }), PATIENCE)
    expect((await started.client.call('corpus.get', {})).sources).toHaveLength(2)
    const { claims } = await started.client.call('review.get', {})
    expect(claims[0]?.evidence[0]?.passages).toMatchObject([{ siglum: 'B', state: 'exact' }])
  })

  it('shows a file as missing when it is gone and as it was when it is back', async () => {
    const folder = await newFolder({ 'a.txt': RIVER, 'b.txt': BRIDGE })
    const started = await startWorkbench()
    await started.workbench.open(folder)
    await rm(join(folder, 'b.txt'))
    await vi.waitFor(async () => expect(await sourceAt(started, 'b.txt')).toMatchObject({ state: 'missing' }), PATIENCE)
    await writeFile(join(folder, 'b.txt'), BRIDGE)
    await vi.waitFor(
      async () => expect(await sourceAt(started, 'b.txt')).toMatchObject({ siglum: 'B', state: 'current' }),
      PATIENCE,
    )
  })

  it('sets a new file aside whose bytes cannot be kept, and takes it up when they can', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const started = await startWorkbench()
    await started.workbench.open(folder)
    await rm(join(folder, '.crossread/snapshots'), { recursive: true })
    await writeFile(join(folder, '.crossread/snapshots'), 'a file where a folder must be')
    await writeFile(join(folder, 'b.txt'), BRIDGE)
    await vi.waitFor(async () => {
      const { setAside } = await started.client.call('corpus.get', {})
      expect(setAside).toMatchObject([
        { path: 'b.txt', message: expect.stringMatching(/could not be kept/) as unknown },
      ])
    }, PATIENCE)
    await rm(join(folder, '.crossread/snapshots'))
    await writeFile(join(folder, 'c.txt'), `${RIVER}Again.\n`)
    await vi.waitFor(async () => {
      const { setAside, sources } = await started.client.call('corpus.get', {})
      expect([setAside, sources.map((source) => source.path)]).toEqual([[], ['a.txt', 'b.txt', 'c.txt']])
    }, PATIENCE)
    expect(started.bugs).toEqual([])
  })
})
