import { describe, expect, it } from 'vitest'
import { compareEntries } from '../../src/core/claim/historyEntry'
import { HistoryIndex } from '../../src/core/claim/historyIndex'
import { restoreRemoved } from '../../src/core/claim/historyRestore'
import { removeClaims } from '../../src/core/claim/claimRemoval'
import { EntryLog } from '../../src/main/storage/entryLog'
import type { ReviewStore } from '../../src/main/services/ports'
import { ADA, actionOf, BEN, decideClaim, makeClaim, openStore, steppingClock, temporaryFolder } from './storageSupport'
import { added } from '../support/historyEntries'

const AT = '2026-05-01T08:00:00.000Z'

function told(store: ReviewStore): readonly string[] {
  const index = new HistoryIndex(store.entries(), (writer) => writer)
  return store.entries().map((_, position) => index.sentence(position))
}

describe('the entries of all journals', () => {
  it('are in order of time, whoever wrote them and whoever reads them', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder, ADA, { clock: steppingClock('2024-05-01T08:00:00.000Z') })
    const ben = await openStore(folder, BEN, { clock: steppingClock('2024-05-01T08:00:00.500Z') })
    await makeClaim(ada, 'c1')
    await makeClaim(ben, 'c2', 'Statement c2', BEN)
    await decideClaim(ada, 'c1', 'd1')
    await ben.refresh()
    await ada.refresh()
    expect(told(ada)).toEqual([
      'Ada made the claim “Statement c1”',
      'Ben made the claim “Statement c2”',
      'Ada marked “Statement c1” verified: The report says so.',
    ])
    expect(told(ben)).toEqual(told(ada))
    expect([...ada.entries()].sort(compareEntries)).toEqual(ada.entries())
    const again = await openStore(folder, { id: 'w-cy', name: 'Cy' })
    expect(told(again)).toEqual(told(ada))
  })

  it('are the same list until something is done, and one that was given out stays as it was', async () => {
    const store = await openStore(await temporaryFolder())
    await makeClaim(store, 'c1')
    const before = store.entries()
    expect(store.entries()).toBe(before)
    await makeClaim(store, 'c2')
    expect([before.length, store.entries().length]).toEqual([1, 2])
  })

  it('are told once, however often and in whatever order they come', async () => {
    const store = await openStore(await temporaryFolder())
    await makeClaim(store, 'c1')
    await makeClaim(store, 'c2')
    const [first, second] = store.entries()
    if (first === undefined || second === undefined) throw new Error('two entries were expected')
    const log = new EntryLog([second, first, second])
    log.add([{ ...first }])
    expect(log.all).toEqual([first, second])
  })

  it('leave out what could not be written', async () => {
    const store = await openStore(await temporaryFolder())
    await makeClaim(store, 'c1')
    await store.close()
    await expect(makeClaim(store, 'c2')).rejects.toThrow()
    expect(store.entries()).toHaveLength(1)
  })
})

describe('what was removed', () => {
  it('is brought back after a restart, undone, and done again, as one more entry of the journal', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    await makeClaim(first, 'c1')
    await decideClaim(first, 'c1', 'd1')
    const before = first.records()
    await first.commit(actionOf(removeClaims(first.records(), { claimIds: ['c1'] })))
    await first.close()

    const second = await openStore(folder, ADA, { clock: steppingClock('2024-05-02T08:00:00.000Z') })
    const history = new HistoryIndex(second.entries(), (writer) => writer)
    await second.commit(
      actionOf(restoreRemoved(second.records(), history, { position: 2, what: { type: 'claim', id: 'c1' } })),
    )
    expect(second.records()).toEqual(before)
    expect(second.undoLabel()).toBe('bring back a claim')
    await second.close()

    const third = await openStore(folder, ADA, { clock: steppingClock('2024-05-03T08:00:00.000Z') })
    await third.undo()
    expect(third.records().claim).toEqual({})
    await third.redo()
    expect(third.records()).toEqual(before)
    expect(told(third).slice(2)).toEqual([
      'Ada removed the claim “Statement c1”, with 1 verdict',
      'Ada brought back the claim “Statement c1”, with 1 verdict',
      'Ada took back: brought back the claim “Statement c1”, with 1 verdict',
      'Ada did again: brought back the claim “Statement c1”, with 1 verdict',
    ])
  })
})

describe('undo and redo across restarts', () => {
  it('hold for actions on many claims and for settlements', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    await makeClaim(first, 'c1')
    await makeClaim(first, 'c2')
    const before = first.records()
    const signed = { at: AT, by: ADA }
    const anchor = {
      textHash: 'a'.repeat(64),
      position: { start: 0, endExclusive: 4 },
      quote: { prefix: '', exact: 'four', suffix: '' },
    }
    const bulk = ['c1', 'c2'].flatMap((id) => [
      added('work', { id, state: 'done', assignee: ADA, ...signed }),
      added('tagging', { id: `g-${id}`, tagId: 't1', on: { type: 'claim', id } }),
    ])
    await first.commit({ label: 'finish 2 claims', undoable: true, changes: bulk })
    const settlement = {
      id: 'h1',
      on: { type: 'evidence', id: 'e1', passage: 0 },
      what: 'keep',
      textHash: 'b'.repeat(64),
      from: anchor,
      to: null,
      ...signed,
    } as const
    await first.commit({ label: 'settle', undoable: true, changes: [added('settlement', settlement)] })
    const after = first.records()
    await first.close()

    const second = await openStore(folder, ADA, { clock: steppingClock('2024-05-02T08:00:00.000Z') })
    await second.undo()
    await second.undo()
    expect(second.records()).toEqual(before)
    await second.close()

    const third = await openStore(folder, ADA, { clock: steppingClock('2024-05-03T08:00:00.000Z') })
    await third.redo()
    await third.redo()
    expect(third.records()).toEqual(after)
    expect([third.undoLabel(), third.redoLabel()]).toEqual(['settle', null])
  })
})
