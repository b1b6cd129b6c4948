import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choose } from '../support/reviewedFolder'
import { newFolder, startWorkbench } from '../support/openWorkbench'

const RIVER = 'A report says that the river rose by two metres overnight.\n'

describe('saying that all is saved', () => {
  it('waits until the last of several changes is on the disk', async () => {
    const started = await startWorkbench()
    await started.workbench.open(await newFolder({ 'a.txt': RIVER }))
    started.events.length = 0
    const statements = ['One.', 'Two.', 'Three.']
    await Promise.all(statements.map((statement) => started.client.call('claim.create', { statement, evidence: [] })))
    const states = started.events.flatMap((event) => (event.kind === 'saving' ? [event.state] : []))
    expect(states).toEqual(['saving', 'saving', 'saving', 'saving', 'saving', 'saved'])
  })
})

describe('searching', () => {
  it('finds and shows a source by its corrected metadata, claims by their reasons and notes by their words', async () => {
    const { workbench, client } = await startWorkbench()
    await workbench.open(await newFolder({ 'a.txt': RIVER }))
    const sourceId = (await client.call('corpus.get', {})).sources[0]?.id ?? ''
    await client.call('source.setMetadata', { sourceId, fields: { title: 'Flood at dawn', outlet: 'The Herald' } })
    const { id } = await client.call('claim.create', { statement: 'It rose.', evidence: [] })
    await client.call('claim.decide', { claimId: id, verdict: 'disputed', reason: 'The gauge was broken.' })
    const passages = [await choose(client, 'a.txt', 'overnight')]
    await client.call('note.create', { body: 'Ask the harbour master.', passages })
    async function found(query: string): Promise<readonly unknown[]> {
      const { hits } = await client.call('search.query', { query, limit: 10 })
      return hits.map(({ kind, title }) => [kind, title])
    }
    expect(await found('herald')).toEqual([['source', 'Flood at dawn']])
    expect(await found('two metres')).toEqual([['text', 'Flood at dawn']])
    expect(await found('gauge')).toEqual([['claim', 'It rose.']])
    expect(await found('harbour')).toEqual([['note', 'Note']])
  })
})

describe('saving a report', () => {
  it('refuses a source and the data folder under any name of theirs, and writes elsewhere', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const other = await newFolder({})
    await symlink(folder, join(other, 'link'))
    const paths = [join(other, 'link/a.txt'), join(other, 'link/.crossread/report.md'), join(other, 'report.md')]
    const dialogs = {
      chooseFolder: () => Promise.resolve(null),
      chooseSavePath: () => Promise.resolve(paths.shift() ?? null),
    }
    const { workbench, client } = await startWorkbench({ dialogs })
    await workbench.open(folder)
    const save = () => client.call('report.save', { format: 'md' })
    await expect(save()).rejects.toMatchObject({ message: expect.stringMatching(/source/) as unknown })
    await expect(save()).rejects.toMatchObject({ message: expect.stringMatching(/data folder/) as unknown })
    expect(await save()).toEqual({ path: join(other, 'report.md') })
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(RIVER)
  })
})

describe('the reviewer’s name', () => {
  it('can be changed where the review is open for reading only', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const first = await startWorkbench()
    await first.workbench.open(folder)
    const second = await startWorkbench({ configDir: first.configDir })
    await second.workbench.open(folder)
    const corpus = await second.client.call('reviewer.rename', { name: 'Ada' })
    expect(corpus).toMatchObject({ readOnly: expect.any(String) as unknown, reviewer: { name: 'Ada' } })
  })
})
