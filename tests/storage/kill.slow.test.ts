import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStorage } from '../../src/main/storage/createStorage'
import { buildStorageChild, startChild } from './childProcess'
import { claimIds, linesOf, journalOf, makeClaim, openStore, steppingClock, temporaryFolder } from './storageSupport'

/** Programs that are started and killed. Set CROSSREAD_KILL_ROUNDS for more, CROSSREAD_KILL_SEED to repeat a failure. */
const ROUNDS = Number(process.env['CROSSREAD_KILL_ROUNDS'] ?? '12')
const SEED = Number(process.env['CROSSREAD_KILL_SEED'] ?? Date.now() % 1_000_000)
const WRITES = 200

let script = ''
let remove = (): Promise<void> => Promise.resolve()
beforeAll(async () => {
  ;({ script, remove } = await buildStorageChild())
})
afterAll(() => remove())

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

describe(`a program that is killed during ${WRITES} writes (${ROUNDS} times, seed ${SEED})`, () => {
  it('leaves a folder that opens for writing at once, with every acknowledged change in it', async () => {
    const folder = await temporaryFolder()
    const random = randomNumbers(SEED)
    const acknowledged: string[] = []
    const story: string[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const child = startChild(process.execPath, [script, 'write', folder, String(round), String(WRITES)])
      // Some are killed while they open, too: Node needs a while to start, and the folder is opened somewhere in there.
      const whileOpening = random() < 0.3
      if (!whileOpening) await child.said('saved')
      const delayMs = Math.floor(whileOpening ? 60 + random() * 200 : random() * 350)
      await new Promise((done) => setTimeout(done, delayMs))
      child.process.kill('SIGKILL')
      const { errors } = await child.ended
      expect(errors).toBe('')
      for (const { opened } of child.events) expect(opened ?? null).toBeNull()
      const told = child.events.flatMap((event) => event.messages ?? [])
      expect(told.filter((message) => !message.includes('cut off in the middle of a write'))).toEqual([])
      const saved = child.events.flatMap((event) => event.saved ?? [])
      acknowledged.push(...saved)
      story.push(`round ${round}: killed after ${delayMs} ms, with ${saved.length} saved`)

      const store = await openStore(folder)
      const there = new Set(claimIds(store))
      const lost = acknowledged.filter((id) => !there.has(id))
      expect({ lost, readOnly: store.readOnly }, story.join('\n')).toEqual({ lost: [], readOnly: null })
      await makeClaim(store, `after-${round}`)
      acknowledged.push(`after-${round}`)
      await store.close()
    }
    const checks = await createStorage({ clock: steppingClock() }).verify(folder)
    expect(checks.filter((check) => !check.ok)).toEqual([])
    // The kills must have hit programs that were writing, or this test has shown nothing.
    const inTheMiddle = story.filter((line) => !/ (0|200) saved$/.test(line)).length
    expect(inTheMiddle, story.join('\n')).toBeGreaterThan(ROUNDS / 4)
    expect((await linesOf(journalOf(folder))).length).toBeGreaterThanOrEqual(acknowledged.length)
  }, 300_000)
})
