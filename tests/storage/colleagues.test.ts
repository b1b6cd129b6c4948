import { appendFile, copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editStatement } from '../../src/core/claim/reviewChanges'
import { registerSources } from '../../src/core/claim/sourceChanges'
import type { ReviewStore } from '../../src/main/services/ports'
import {
  ADA,
  actionOf,
  BEN,
  claimIds,
  journalOf,
  linesOf,
  makeClaim,
  openStore,
  refusal,
  steppingClock,
  temporaryFolder,
} from './storageSupport'

async function edit(store: ReviewStore, claimId: string, statement: string): Promise<void> {
  const stamp = { at: '2024-05-01T09:00:00.000Z' }
  await store.commit(actionOf(editStatement(store.records(), { claimId, statement }, stamp)))
}

async function register(store: ReviewStore, path: string, at: string): Promise<void> {
  const reading = { id: path.replace('.', '-'), path, sha256: 'a'.repeat(64), textHash: 'b'.repeat(64) }
  await store.commit(actionOf(registerSources(store.records(), [reading], { at })))
}

/** What a sync tool does with a writer's journal. */
async function carry(writer: string, from: string, to: string): Promise<void> {
  await mkdir(dirname(journalOf(to, writer)), { recursive: true })
  await copyFile(journalOf(from, writer), journalOf(to, writer))
}

function letters(store: ReviewStore): Record<string, string> {
  return Object.fromEntries(Object.values(store.records().source).map(({ path, siglum }) => [path, siglum]))
}

describe('what a colleague does while a review is open', () => {
  it('is there after a look, with the colleague’s name and the number of actions, and is no news at the next', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder)
    expect(await ada.refresh()).toMatchObject({ changed: false, colleagues: [] })
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'Ben’s', BEN)
    await makeClaim(ben, 'c2', 'Ben’s', BEN)

    expect(await ada.refresh()).toMatchObject({
      changed: true,
      anew: false,
      colleagues: [{ id: BEN.id, name: 'Ben', actions: 2 }],
    })
    expect(claimIds(ada)).toEqual(['c1', 'c2'])
    expect(await ada.refresh()).toMatchObject({ changed: false, colleagues: [] })
    await edit(ben, 'c1', 'Again')
    expect(await ada.refresh()).toMatchObject({ colleagues: [{ actions: 1 }] })
    expect(ada.records().claim['c1']?.statement).toBe('Again')
    expect(ada.entries()).toHaveLength(3)
  })

  it('tells a watcher of it', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder)
    const ben = await openStore(folder, BEN)
    const heard = await new Promise<boolean>((done) => {
      const watcher = ada.watch(() => {
        void ada.refresh().then(async ({ colleagues }) => {
          if (colleagues.length === 0) return
          await watcher.close()
          done(true)
        })
      })
      void makeClaim(ben, 'c1', 'Ben’s', BEN)
    })
    expect(heard).toBe(true)
    expect(claimIds(ada)).toEqual(['c1'])
  })

  it('leaves Undo to the own actions', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder)
    await makeClaim(ada, 'mine')
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'his', 'Ben’s', BEN)
    await ada.refresh()
    await ada.undo()
    expect(claimIds(ada)).toEqual(['his'])
    await ada.redo()
    expect(claimIds(ada)).toEqual(['his', 'mine'])
  })

  it('refuses a change that was made from what a colleague has changed meanwhile, and an Undo that would overwrite it', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder)
    await makeClaim(ada, 'c1', 'one')
    const ben = await openStore(folder, BEN)
    const stale = ada.records()
    await edit(ben, 'c1', 'two')
    await ada.refresh()
    const late = actionOf(
      editStatement(stale, { claimId: 'c1', statement: 'three' }, { at: '2024-05-01T09:00:00.000Z' }),
    )
    expect(await refusal(ada.commit(late))).toMatchObject({ code: 'STORAGE_FAILED' })
    expect((await refusal(ada.undo())).message).toContain(`by another reviewer (${BEN.id})`)
    expect(ada.records().claim['c1']?.statement).toBe('two')
  })

  it('is not lost when an own change cannot be written', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder)
    await makeClaim(ada, 'c1')
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c2', 'Ben’s', BEN)
    await writeFile(journalOf(folder), 'another program was here\n', { flag: 'a' })
    await Promise.all([refusal(makeClaim(ada, 'c3')), ada.refresh()])
    expect(claimIds(ada)).toEqual(['c1', 'c2'])
  })

  it('arrives also where the review is open for reading only, from the other window of the same writer', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    const second = await openStore(folder)
    expect(second.readOnly).not.toBeNull()
    await makeClaim(first, 'c1')
    expect(await second.refresh()).toMatchObject({ changed: true })
    expect(claimIds(second)).toEqual(['c1'])
  })
})

describe('a journal that a sync tool carries', () => {
  it('is read as far as it is whole, and the line that is on its way when it has come', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ben = await openStore(other, BEN)
    await makeClaim(ben, 'c1', `long ${'\u05D0\u{1F50E}e\u0301 '.repeat(50)}`, BEN)
    await makeClaim(ben, 'c2', 'short', BEN)
    const whole = await readFile(journalOf(other, BEN.id))
    await mkdir(dirname(journalOf(folder, BEN.id)), { recursive: true })
    const ada = await openStore(folder)
    const seen = new Set<string>()
    for (let length = 0; length <= whole.length; length += 37) {
      await writeFile(journalOf(folder, BEN.id), whole.subarray(0, length))
      const { anew } = await ada.refresh()
      expect([anew, ada.messages.length <= 1]).toEqual([false, true])
      seen.add(claimIds(ada).join())
    }
    await writeFile(journalOf(folder, BEN.id), whole)
    await ada.refresh()
    expect([...seen]).toEqual(['', 'c1'])
    expect([claimIds(ada), ada.messages]).toEqual([['c1', 'c2'], []])
  })

  it('goes on where its last line came without its line end', async () => {
    const folder = await temporaryFolder()
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    await makeClaim(ben, 'c2', 'two', BEN)
    await ben.close()
    const whole = await readFile(journalOf(folder, BEN.id), 'utf8')
    const end = whole.indexOf('\n')
    await writeFile(journalOf(folder, BEN.id), whole.slice(0, end))
    const ada = await openStore(folder)
    expect(claimIds(ada)).toEqual(['c1'])
    await appendFile(journalOf(folder, BEN.id), whole.slice(end))
    expect((await ada.refresh()).anew).toBe(false)
    expect([claimIds(ada), ada.messages]).toEqual([['c1', 'c2'], []])
  })

  it('is read anew and said when it was made shorter, and is whole again when the rest is back', async () => {
    const folder = await temporaryFolder()
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    await makeClaim(ben, 'c2', 'two', BEN)
    await ben.close()
    const ada = await openStore(folder)
    const path = journalOf(folder, BEN.id)
    const whole = await readFile(path, 'utf8')
    await writeFile(`${path}.tmp`, whole.slice(0, whole.indexOf('\n') + 1))
    await rename(`${path}.tmp`, path)
    expect(await ada.refresh()).toMatchObject({ changed: true, anew: true })
    expect(claimIds(ada)).toEqual(['c1'])
    expect(ada.messages).toEqual([expect.stringContaining(`${path} of the writer w-ben, 2 actions long, was replaced`)])
    await writeFile(path, whole)
    await ada.refresh()
    expect(claimIds(ada)).toEqual(['c1', 'c2'])
  })

  it('is read anew and said when another journal of the same writer stands in its place', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    await ben.close()
    const copy = await openStore(other, BEN, { clock: steppingClock('2024-06-01T08:00:00.000Z') })
    for (const id of ['d1', 'd2', 'd3']) await makeClaim(copy, id, id, BEN)
    await copy.close()
    const ada = await openStore(folder)
    await copyFile(journalOf(other, BEN.id), journalOf(folder, BEN.id))
    expect(await ada.refresh()).toMatchObject({ anew: true })
    expect(claimIds(ada)).toEqual(['d1', 'd2', 'd3'])
  })

  it('is named when it is gone', async () => {
    const folder = await temporaryFolder()
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    await ben.close()
    const ada = await openStore(folder)
    await rm(join(folder, 'writers', BEN.id), { recursive: true })
    expect(await ada.refresh()).toMatchObject({ anew: true })
    expect([claimIds(ada), ada.messages]).toEqual([[], [expect.stringContaining('is not there any more')]])
  })
})

describe('an installation that was copied', () => {
  it('has what both did in the folder, and says where they parted', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const before = await openStore(folder, BEN)
    await makeClaim(before, 'c1', 'one', BEN)
    await before.close()
    await cp(folder, other, { recursive: true })
    for (const [place, id] of [
      [folder, 'c2'],
      [other, 'c3'],
    ] as const) {
      const store = await openStore(place, BEN)
      await makeClaim(store, id, id, BEN)
      await store.close()
    }
    const received = join(folder, 'writers', ADA.id, 'received')
    await mkdir(received, { recursive: true })
    await copyFile(journalOf(other, BEN.id), join(received, `${BEN.id}.jsonl`))

    const ada = await openStore(folder)
    expect(claimIds(ada)).toEqual(['c1', 'c2', 'c3'])
    expect(ada.messages).toEqual([expect.stringContaining('w-ben goes on in more than one way after action 1')])
    const ben = await openStore(folder, BEN)
    expect(claimIds(ben)).toEqual(['c1', 'c2', 'c3'])
    expect(ben.messages).toEqual([expect.stringContaining('w-ben goes on in more than one way after action 1')])
  })
})

describe('letters that two writers gave apart', () => {
  it('stay with the source that was imported first, and the other gets the next free one, the same for all', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ada = await openStore(folder)
    await register(ada, 'x.txt', '2024-05-01T10:00:00.000Z')
    await register(ada, 'z.txt', '2024-05-01T10:00:01.000Z')
    const ben = await openStore(other, BEN)
    await register(ben, 'y.txt', '2024-05-01T09:00:00.000Z')
    await carry(BEN.id, other, folder)
    await carry(ADA.id, folder, other)
    await ada.refresh()
    await ben.refresh()

    expect(letters(ada)).toEqual({ 'y.txt': 'A', 'z.txt': 'B', 'x.txt': 'C' })
    expect(letters(ben)).toEqual(letters(ada))
    const said = expect.stringMatching(/^The letter A was given to two sources .* x\.txt is C from now on\.$/) as string
    expect([ada.messages, ben.messages]).toEqual([[said], [said]])
    await ada.keepLetters()
    await carry(ADA.id, folder, other)
    await ben.refresh()
    expect([letters(ada), letters(ben)]).toEqual(Array(2).fill({ 'y.txt': 'A', 'z.txt': 'B', 'x.txt': 'C' }))
    expect([ada.messages, await linesOf(journalOf(folder))]).toEqual([
      [said],
      expect.toSatisfy((l: string[]) => l.length === 3),
    ])
    await ada.keepLetters()
    expect(await linesOf(journalOf(folder))).toHaveLength(3)
    // A source that is imported now gets a letter that nothing has or had.
    await register(ada, 'a.txt', '2024-05-01T11:00:00.000Z')
    expect(letters(ada)['a.txt']).toBe('D')
  })

  it('keeps one letter and all versions of a source that two registered apart under one path', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ada = await openStore(folder)
    await register(ada, 'x.txt', '2024-05-01T10:00:00.000Z')
    const ben = await openStore(other, BEN)
    await register(ben, 'w.txt', '2024-05-01T08:00:00.000Z')
    const newer = { id: 'x-txt', path: 'x.txt', sha256: 'c'.repeat(64), textHash: 'c'.repeat(64) }
    await ben.commit(actionOf(registerSources(ben.records(), [newer], { at: '2024-05-01T12:00:00.000Z' })))
    await carry(BEN.id, other, folder)
    await ada.refresh()
    const { siglum, importedAt, versions } = ada.records().source['x-txt'] ?? {}
    expect([siglum, importedAt, versions?.map(({ sha256 }) => sha256[0])]).toEqual([
      'B',
      '2024-05-01T10:00:00.000Z',
      ['a', 'c'],
    ])
  })
})

describe('a letter that was taken from a source by a colleague’s earlier import', () => {
  it('is said to who knew the source by it, also at the next opening', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    const ada = await openStore(folder)
    await register(ada, 'x.txt', '2024-05-01T10:00:00.000Z')
    await ada.close()
    const ben = await openStore(other, BEN)
    await register(ben, 'y.txt', '2024-05-01T09:00:00.000Z')
    await carry(ADA.id, folder, other)
    await ben.refresh()
    await ben.keepLetters()
    await carry(BEN.id, other, folder)
    const again = await openStore(folder)
    expect(letters(again)).toEqual({ 'y.txt': 'A', 'x.txt': 'B' })
    expect(again.messages).toEqual([expect.stringContaining('x.txt is B from now on')])
  })
})

describe('a colleague’s folder', () => {
  it('is never written into', async () => {
    const folder = await temporaryFolder()
    const ben = await openStore(folder, BEN)
    await makeClaim(ben, 'c1', 'one', BEN)
    await ben.close()
    const before = await readFile(journalOf(folder, BEN.id))
    const ada = await openStore(folder)
    await edit(ada, 'c1', 'two')
    await ada.refresh()
    await ada.close()
    expect(await readFile(journalOf(folder, BEN.id))).toEqual(before)
    expect(await linesOf(journalOf(folder))).toHaveLength(1)
  })
})
