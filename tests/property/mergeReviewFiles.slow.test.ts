import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewRecords } from '../../src/core/claim/recordTable'
import { WorkbenchError } from '../../src/contract/errors'
import type { ReviewStore } from '../../src/main/services/ports'
import { createStorage } from '../../src/main/storage/createStorage'
import { editsOn } from './editArbitraries'
import { words } from './reviewArbitraries'

type Step = {
  readonly who: number
  readonly what: 'change' | 'undo' | 'redo' | 'merge'
  readonly from: number
  readonly seed: number
  readonly text: string
  /** Milliseconds by which that writer’s clock goes on, or back. */
  readonly clock: number
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    who: fc.nat(3),
    what: fc.constantFrom(
      'change' as const,
      'change' as const,
      'change' as const,
      'undo' as const,
      'redo' as const,
      'merge' as const,
    ),
    from: fc.nat(3),
    seed: fc.nat(),
    text: words,
    clock: fc.integer({ min: -3_600_000, max: 60_000 }),
  }),
  { minLength: 4, maxLength: 18 },
)

/** One reviewer with a folder of their own, far from the others. */
class Reviewer {
  readonly id: string
  readonly store: ReviewStore
  readonly folder: string
  readonly #clock: { at: number }

  private constructor(id: string, folder: string, store: ReviewStore, clock: { at: number }) {
    this.id = id
    this.folder = folder
    this.store = store
    this.#clock = clock
  }

  static async start(id: string): Promise<Reviewer> {
    const folder = await mkdtemp(join(tmpdir(), 'crossread-exchange-'))
    const clock = { at: Date.parse('2024-05-01T08:00:00.000Z') }
    const storage = createStorage({
      clock: { now: () => new Date((clock.at += 1)).toISOString(), newId: () => '' },
      documentDelayMs: 60_000,
    })
    const opened = await storage.openReview({ dataFolder: folder, reviewer: { id, name: id } })
    if (!opened.ok) throw new Error(opened.error.message)
    return new Reviewer(id, folder, opened.value, clock)
  }

  async take(step: Step): Promise<void> {
    this.#clock.at += step.clock
    try {
      if (step.what === 'undo') await this.store.undo()
      else if (step.what === 'redo') await this.store.redo()
      else {
        const changes = editsOn(this.store.records(), step.seed, step.text, this.id)
        await this.store.commit({ label: 'change', changes, undoable: true })
      }
    } catch (error) {
      // There may be nothing to undo, or a colleague’s change in the way: both are refused, and nothing changes.
      if (!(error instanceof WorkbenchError)) throw error
    }
  }

  exportFile(): Promise<string> {
    return this.store.exportFile({ id: this.id, name: this.id })
  }

  async end(): Promise<void> {
    await this.store.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

async function workApart(count: number, story: readonly Step[]): Promise<Reviewer[]> {
  const reviewers: Reviewer[] = []
  for (const id of ['w-ada', 'w-ben', 'w-cy', 'w-di'].slice(0, count)) reviewers.push(await Reviewer.start(id))
  for (const step of story) {
    const me = reviewers[step.who % count]
    const other = reviewers[step.from % count]
    if (step.what === 'merge' && me !== undefined && other !== undefined) {
      await me.store.mergeFile(await other.exportFile())
    } else await me?.take(step)
  }
  return reviewers
}

/** Every line that any writer wrote, wherever it is kept in the folder. */
async function linesIn(folder: string): Promise<Set<string>> {
  const lines = new Set<string>()
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.jsonl')) continue
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n')) if (line !== '') lines.add(line)
  }
  return lines
}

describe('review files between reviewers who never share a folder', () => {
  it('bring everyone to the same review in whatever order they are merged, drop no line, and change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 2, max: 4 }), fc.nat(), async (story, count, turn) => {
        const reviewers = await workApart(count, story)
        try {
          const files = await Promise.all(reviewers.map((one) => one.exportFile()))
          const written = new Set<string>()
          for (const { folder } of reviewers) for (const line of await linesIn(folder)) written.add(line)
          const ends: ReviewRecords[] = []
          for (const [place, reviewer] of reviewers.entries()) {
            const order = files.map((_, index) => files[(index + place + turn) % files.length] ?? '')
            for (const file of place % 2 === 0 ? order : order.toReversed()) await reviewer.store.mergeFile(file)
            ends.push(reviewer.store.records())
            expect(await linesIn(reviewer.folder)).toEqual(written)
          }
          for (const end of ends) expect(end).toEqual(ends[0])
          for (const { store, folder } of reviewers) {
            const before = await linesIn(folder)
            for (const file of files) expect(await store.mergeFile(file)).toMatchObject({ added: 0, updated: 0 })
            expect([store.records(), await linesIn(folder)]).toEqual([ends[0], before])
          }
          // What one has merged, another can have from that one alone.
          const late = await Reviewer.start('w-late')
          await late.store.mergeFile((await reviewers[0]?.exportFile()) ?? '')
          expect(late.store.records()).toEqual(ends[0])
          await late.end()
          const checks = await createStorage({ clock: { now: () => '', newId: () => '' } }).verify(
            reviewers[0]?.folder ?? '',
          )
          expect(checks.filter(({ ok, what }) => !ok && !/^(snapshot|data folder)/.test(what))).toEqual([])
        } finally {
          for (const reviewer of reviewers) await reviewer.end()
        }
      }),
      { numRuns: 60 },
    )
  }, 300_000)

  it('refuse, whole, any file of which a part is missing', async () => {
    const ada = await Reviewer.start('w-ada')
    const ben = await Reviewer.start('w-ben')
    for (const seed of [0, 4, 8]) await ben.take({ who: 1, what: 'change', from: 0, seed, text: `w${seed}`, clock: 0 })
    const file = await ben.exportFile()
    const before = await readdir(ada.folder, { recursive: true })
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.trimEnd().length - 1 }), async (length) => {
        await expect(ada.store.mergeFile(file.slice(0, length))).rejects.toMatchObject({ code: 'STORAGE_UNREADABLE' })
      }),
      { numRuns: 100 },
    )
    expect(await readdir(ada.folder, { recursive: true })).toEqual(before)
    await ada.end()
    await ben.end()
  })
})
