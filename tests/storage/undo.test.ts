import { describe, expect, it } from 'vitest'
import { addEvidence, editStatement, removeClaim } from '../../src/core/claim/reviewChanges'
import { registerSources } from '../../src/core/claim/sourceChanges'
import type { ReviewStore } from '../../src/main/services/ports'
import {
  actionOf,
  ADA,
  BEN,
  claimIds,
  decideClaim,
  makeClaim,
  MORNING,
  openStore,
  refusal,
  steppingClock,
  temporaryFolder,
} from './storageSupport'

const SOURCE = { id: 's1', path: 'a.txt', sha256: 'a'.repeat(64), textHash: 'b'.repeat(64) }
const PASSAGE = {
  sourceId: 's1',
  anchor: {
    textHash: 'b'.repeat(64),
    position: { start: 0, endExclusive: 3 },
    quote: { prefix: '', exact: 'ten', suffix: ' people' },
  },
}

function labels(store: ReviewStore): [string | null, string | null] {
  return [store.undoLabel(), store.redoLabel()]
}

async function registerSource(store: ReviewStore): Promise<void> {
  await store.commit(actionOf(registerSources(store.records(), [SOURCE], { at: MORNING })))
}

async function edit(store: ReviewStore, statement: string): Promise<void> {
  await store.commit(actionOf(editStatement(store.records(), { claimId: 'c1', statement }, { at: MORNING })))
}

describe('undo and redo', () => {
  it('go back and forth through all of a writer’s actions', async () => {
    const store = await openStore(await temporaryFolder())
    expect(labels(store)).toEqual([null, null])
    await makeClaim(store, 'c1')
    await decideClaim(store, 'c1', 'd1')
    expect(labels(store)).toEqual(['mark a claim verified', null])
    const full = store.records()

    await store.undo()
    expect(labels(store)).toEqual(['make a claim', 'mark a claim verified'])
    expect(store.records().decision).toEqual({})
    await store.undo()
    expect(labels(store)).toEqual([null, 'make a claim'])
    expect(claimIds(store)).toEqual([])
    await store.redo()
    await store.redo()
    expect(labels(store)).toEqual(['mark a claim verified', null])
    expect(store.records()).toEqual(full)
    await store.undo()
    expect(labels(store)).toEqual(['make a claim', 'mark a claim verified'])
  })

  it('go on where they were after closing and opening', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    for (const id of ['c1', 'c2', 'c3']) await makeClaim(first, id)
    await first.undo()
    await first.undo()
    await first.redo()
    await first.close()

    const second = await openStore(folder)
    expect(claimIds(second)).toEqual(['c1', 'c2'])
    expect(labels(second)).toEqual(['make a claim', 'make a claim'])
    await second.redo()
    expect(claimIds(second)).toEqual(['c1', 'c2', 'c3'])
    for (let left = 3; left > 0; left--) await second.undo()
    expect(claimIds(second)).toEqual([])
  })

  it('say so when there is nothing', async () => {
    const store = await openStore(await temporaryFolder())
    expect(await refusal(store.undo())).toEqual({ code: 'NOTHING_TO_UNDO', message: 'There is nothing to undo.' })
    expect(await refusal(store.redo())).toEqual({ code: 'NOTHING_TO_REDO', message: 'There is nothing to redo.' })
  })

  it('bring back a removed claim with its verdicts and its evidence', async () => {
    const store = await openStore(await temporaryFolder())
    await registerSource(store)
    await makeClaim(store, 'c1')
    await decideClaim(store, 'c1', 'd1')
    const input = { claimId: 'c1', stance: 'supports', passages: [PASSAGE] } as const
    await store.commit(actionOf(addEvidence(store.records(), input, { id: 'e1', at: MORNING, by: ADA })))
    const full = store.records()
    await store.commit(actionOf(removeClaim(store.records(), { claimId: 'c1' })))
    expect([store.records().claim, store.records().decision, store.records().evidence]).toEqual([{}, {}, {}])
    await store.undo()
    expect(store.records()).toEqual(full)
  })

  it('forget what could be redone once something new is done', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await store.undo()
    await makeClaim(store, 'c2')
    expect(store.redoLabel()).toBeNull()
    await store.close()
    expect((await openStore(folder)).redoLabel()).toBeNull()
  })

  it('pass over what the program does by itself, which also leaves Redo alone', async () => {
    const store = await openStore(await temporaryFolder())
    await makeClaim(store, 'c1')
    await store.undo()
    await registerSource(store)
    expect(labels(store)).toEqual([null, 'make a claim'])
    await store.redo()
    await store.undo()
    expect(Object.keys(store.records().source)).toEqual(['s1'])
  })

  it('work when asked for twice without waiting', async () => {
    const store = await openStore(await temporaryFolder())
    await makeClaim(store, 'c1')
    await makeClaim(store, 'c2')
    await Promise.all([store.undo(), store.undo()])
    expect(claimIds(store)).toEqual([])
    await Promise.all([store.redo(), store.redo()])
    expect(claimIds(store)).toEqual(['c1', 'c2'])
  })

  it('never take back a colleague’s action', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder, ADA)
    await makeClaim(ada, 'c1')
    await ada.close()
    const ben = await openStore(folder, BEN)
    expect(claimIds(ben)).toEqual(['c1'])
    expect(labels(ben)).toEqual([null, null])
  })

  it('refuse rather than overwrite what a colleague changed since', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder, ADA)
    await makeClaim(ada, 'c1')
    await edit(ada, 'Words of Ada')
    await ada.close()
    const ben = await openStore(folder, BEN)
    await edit(ben, 'Words of Ben')
    await ben.close()

    const again = await openStore(folder, ADA)
    const refused = await refusal(again.undo())
    expect(refused.code).toBe('NOTHING_TO_UNDO')
    expect(refused.message).toContain('Cannot undo “edit a claim”')
    expect(refused.message).toContain(BEN.id)
    expect(again.records().claim['c1']?.statement).toBe('Words of Ben')
  })
})

describe('the records of several writers', () => {
  it('are merged: of each record the latest change counts, a removal too', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder, ADA, { clock: steppingClock('2024-05-01T08:00:00.000Z') })
    await makeClaim(ada, 'c1', 'First')
    await makeClaim(ada, 'c2', 'Second')
    await ada.close()
    const ben = await openStore(folder, BEN, { clock: steppingClock('2024-05-01T09:00:00.000Z') })
    await edit(ben, 'First, as Ben words it')
    await ben.commit(actionOf(removeClaim(ben.records(), { claimId: 'c2' })))
    const merged = ben.records()
    await ben.close()

    const again = await openStore(folder, ADA)
    expect(again.records()).toEqual(merged)
    expect(Object.values(again.records().claim).map((claim) => claim.statement)).toEqual(['First, as Ben words it'])
  })

  it('show the change just made, though the clock runs behind a colleague’s or was set back', async () => {
    const folder = await temporaryFolder()
    const ben = await openStore(folder, BEN, { clock: steppingClock('2030-01-01T00:00:00.000Z') })
    await makeClaim(ben, 'c1', 'Words of Ben', BEN)
    await ben.close()
    const ada = await openStore(folder, ADA, { clock: steppingClock('2024-05-01T08:00:00.000Z') })
    await edit(ada, 'Words of Ada')
    expect(ada.records().claim['c1']?.statement).toBe('Words of Ada')
    const merged = ada.records()
    await ada.close()
    const later = await openStore(folder, ADA, { clock: steppingClock('2020-01-01T00:00:00.000Z') })
    expect(later.records()).toEqual(merged)
    await edit(later, 'Later words of Ada')
    await later.close()
    expect((await openStore(folder, BEN)).records().claim['c1']?.statement).toBe('Later words of Ada')
  })
  it('show what will be read again, also when a colleague’s change is dated at the end of time', async () => {
    const folder = await temporaryFolder()
    const ben = await openStore(folder, BEN, { clock: { now: () => '9999-12-31T23:59:59.999Z', newId: () => '' } })
    await makeClaim(ben, 'c1', 'Words of Ben', BEN)
    await ben.close()
    const ada = await openStore(folder, ADA)
    await edit(ada, 'Words of Ada')
    const shown = ada.records()
    await ada.close()
    expect((await openStore(folder, ADA)).records()).toEqual(shown)
  })
})
