import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStorage } from '../../src/main/storage/createStorage'
import { buildStorageChild, startChild, type RunningChild } from './childProcess'
import { openStore, steppingClock, temporaryFolder } from './storageSupport'

/** How long two programs write in one folder. CROSSREAD_TWO_WRITERS_MS=60000 for the whole minute that the project promises. */
const LASTS_MS = Number(process.env['CROSSREAD_TWO_WRITERS_MS'] ?? '6000')
const SEED = Number(process.env['CROSSREAD_KILL_SEED'] ?? Date.now() % 1_000_000)
/** The killed program lives between these, in milliseconds. */
const [SHORTEST_LIFE_MS, LONGEST_LIFE_MS] = [300, 2500]

let script = ''
let remove = (): Promise<void> => Promise.resolve()
beforeAll(async () => {
  ;({ script, remove } = await buildStorageChild())
})
afterAll(() => remove())

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator, good enough to choose moments). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

function start(folder: string, who: string, round: number, lastsMs: number): RunningChild {
  return startChild(process.execPath, [script, 'share', folder, String(round), String(lastsMs), who])
}

/** What a program said to be saved and did not take back afterwards, and what it may have taken back in its last moment. */
function standing({ events }: RunningChild): string[] {
  const undone = new Set(events.flatMap((event) => event.undone ?? []))
  const saved = events.flatMap((event) => event.saved ?? []).filter((id) => !undone.has(id))
  const last = events.at(-1)?.saved
  // Killed between undoing it and saying so.
  return last === undefined ? saved : saved.filter((id) => id !== last)
}

describe(`two programs that write in one folder for ${LASTS_MS / 1000} s, one of them killed at random (seed ${SEED})`, () => {
  it('lose nothing, see each other’s work, leave no conflict file, and come to one review', async () => {
    const folder = await temporaryFolder()
    const random = randomNumbers(SEED)
    const ends = Date.now() + LASTS_MS
    const steady = start(folder, 'ada', 1, LASTS_MS)
    const killed: RunningChild[] = []
    for (let round = 1; Date.now() < ends - LONGEST_LIFE_MS / 2; round++) {
      const child = start(folder, 'ben', round, LASTS_MS)
      killed.push(child)
      await child.said('opened')
      await new Promise((done) => setTimeout(done, SHORTEST_LIFE_MS + random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS)))
      child.process.kill('SIGKILL')
      await child.ended
    }
    const end = await steady.ended
    expect(end).toEqual({ code: 0, signal: null, errors: '' })
    const all = [steady, ...killed]
    for (const { events } of all) for (const { opened } of events) expect(opened ?? null).toBeNull()

    const stores = [
      await openStore(folder, { id: 'w-ada', name: 'ada' }),
      await openStore(folder, { id: 'w-ben', name: 'ben' }),
    ]
    const [first, second] = stores.map((store) => store.records())
    expect(first).toEqual(second)
    const there = new Set(Object.keys(first?.claim ?? {}))
    const lost = all.flatMap(standing).filter((id) => !there.has(id))
    expect(lost).toEqual([])
    expect(stores.map(({ readOnly }) => readOnly)).toEqual([null, null])
    for (const store of stores) await store.close()

    const names = (await readdir(join(folder, 'writers'), { recursive: true })).filter((name) => !/^w-\w+$/.test(name))
    const strange = names.filter(
      (name) => !/^w-(ada|ben)[\\/](journal\.jsonl|review\.json|journal\.torn-[^\\/]+\.txt)$/.test(name),
    )
    expect(strange).toEqual([])
    const checks = await createStorage({ clock: steppingClock() }).verify(folder)
    expect(checks.filter((check) => !check.ok)).toEqual([])

    const saved = all.map(({ events }) => events.filter((event) => event.saved !== undefined).length)
    const looks = steady.events.find((event) => event.closed)?.looks ?? 0
    expect([looks > 0, killed.length > 1, Math.min(...saved.slice(0, 2)) > 0]).toEqual([true, true, true])
    const lines = await Promise.all(
      ['w-ada', 'w-ben'].map(
        async (writer) =>
          (await readFile(join(folder, 'writers', writer, 'journal.jsonl'), 'utf8')).split('\n').length - 1,
      ),
    )
    const torn = names.filter((name) => name.includes('torn')).length
    console.info(
      `${LASTS_MS / 1000} s: ada saved ${saved[0]} claims and saw ben’s work at ${looks} looks; ben was started ${killed.length} times, killed each time, and saved ${saved.slice(1).reduce((a, b) => a + b, 0)}; ${lines[0]} and ${lines[1]} lines in the journals, ${torn} torn lines kept aside; nothing lost, no conflict file.`,
    )
  }, 180_000)
})
