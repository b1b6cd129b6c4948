import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClaim } from '../../src/core/claim/reviewChanges'
import type { ReviewOutcome } from '../../src/core/claim/reviewAction'
import type { Reviewer } from '../../src/core/claim/reviewRecord'
import { registerSources } from '../../src/core/claim/sourceChanges'
import type { ReviewStore } from '../../src/main/services/ports'
import { createStorage } from '../../src/main/storage/createStorage'

const ADA: Reviewer = { id: 'w-ada', name: 'Ada' }
const BEN: Reviewer = { id: 'w-ben', name: 'Ben' }
const WORDS = 'Ten people \u{1F50E} e\u0301 \u05E9\u05DC\u05D5\u05DD\u00A0\u00AD\r\n said so.'

let now = Date.parse('2024-05-01T08:00:00.000Z')
const storage = createStorage({
  clock: { now: () => new Date((now += 1000)).toISOString(), newId: () => '' },
  documentDelayMs: 1,
})

let folder = ''
let files: { readonly path: string; readonly bytes: Buffer }[] = []

async function commit(store: ReviewStore, outcome: ReviewOutcome): Promise<void> {
  if (!outcome.ok) throw new Error(outcome.error.message)
  await store.commit(outcome.value)
}

/** Some work of one writer, as a review file. */
async function work(dataFolder: string, by: Reviewer): Promise<string> {
  const opened = await storage.openReview({ dataFolder, reviewer: by })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const sha256 = createHash('sha256').update(WORDS).digest('hex')
  const reading = { id: 's-1', path: 'a.txt', sha256, textHash: sha256 }
  await commit(store, registerSources(store.records(), [reading], { at: '2024-05-01T08:00:00.000Z' }))
  for (const id of [`${by.id}-1`, `${by.id}-2`]) {
    const stamp = { id, at: '2024-05-01T08:00:00.000Z', by }
    await commit(store, createClaim(store.records(), { statement: `${WORDS} ${id}`, evidence: [] }, stamp))
  }
  const content = await store.exportFile(by)
  await store.close()
  return content
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-verify-'))
  const other = await mkdtemp(join(tmpdir(), 'crossread-verify-'))
  await work(folder, ADA)
  const content = await work(other, BEN)
  const opened = await storage.openReview({ dataFolder: folder, reviewer: ADA })
  if (!opened.ok) throw new Error(opened.error.message)
  await opened.value.mergeFile(content)
  await opened.value.close()
  await work(folder, { id: 'w-cy', name: 'Cy' })
  await mkdir(join(folder, 'snapshots'), { recursive: true })
  await writeFile(join(folder, 'snapshots', createHash('sha256').update(WORDS).digest('hex')), WORDS)
  await rm(other, { recursive: true })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const guarded = entries.filter((one) => one.isFile() && (one.name.endsWith('.jsonl') || !one.name.includes('.')))
  for (const { parentPath, name } of guarded) {
    const path = join(parentPath, name)
    files.push({ path, bytes: await readFile(path) })
  }
})
afterAll(async () => {
  files = []
  await rm(folder, { recursive: true, force: true })
})

async function failed(): Promise<string[]> {
  return (await storage.verify(folder)).filter((check) => !check.ok).map(({ what, message }) => `${what}: ${message}`)
}

describe('verifying a folder', () => {
  it('finds nothing to say about one that is whole', async () => {
    expect(files.map(({ path }) => basename(path)).filter((name) => name.endsWith('.jsonl'))).toHaveLength(3)
    expect(files).toHaveLength(4)
    expect(await failed()).toEqual([])
  })

  it('finds any changed byte of any journal, received copy and snapshot, and names the file’s writer or fingerprint', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, place, change) => {
        const file = files[which % files.length]
        if (file === undefined) throw new Error('there is no file')
        const bytes = Buffer.from(file.bytes)
        const index = place % bytes.length
        bytes.writeUInt8(bytes.readUInt8(index) ^ change, index)
        await writeFile(file.path, bytes)
        const found = await failed()
        await writeFile(file.path, file.bytes)
        const way = relative(folder, file.path).split(/[\\/]/)
        const name = way[0] === 'snapshots' ? (way[1] ?? '') : (way[1] ?? '')
        expect(
          found.filter((one) => one.includes(name)),
          `byte ${index} of ${way.join('/')}`,
        ).not.toEqual([])
      }),
      { numRuns: 300 },
    )
    expect(await failed()).toEqual([])
  })

  it('finds a journal, received copy or snapshot that was cut short at any place, or is gone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, place) => {
        const file = files[which % files.length]
        if (file === undefined) throw new Error('there is no file')
        await writeFile(file.path, file.bytes.subarray(0, place % file.bytes.length))
        const found = await failed()
        await rm(file.path)
        const gone = await failed()
        await writeFile(file.path, file.bytes)
        expect([found.length > 0, gone.length > 0], file.path).toEqual([true, true])
      }),
      { numRuns: 100 },
    )
  })
})
