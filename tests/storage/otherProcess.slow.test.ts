import { chmod, chown, mkdir, readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStorage } from '../../src/main/storage/createStorage'
import { buildStorageChild, startChild } from './childProcess'
import { claimIds, journalOf, linesOf, makeClaim, openStore, steppingClock, temporaryFolder } from './storageSupport'

const ROOT = process.getuid?.() === 0
const NOBODY = 65534
const WINDOWS = process.platform === 'win32'

let script = ''
let remove = (): Promise<void> => Promise.resolve()
beforeAll(async () => {
  ;({ script, remove } = await buildStorageChild())
})
afterAll(() => remove())

describe('a review that another process has open', () => {
  it('opens for reading, and for writing at once when that process is killed', async () => {
    const folder = await temporaryFolder()
    const child = startChild(process.execPath, [script, 'hold', folder])
    await child.said('opened')
    const second = await openStore(folder)
    expect(second.readOnly).toContain('another window')
    child.process.kill('SIGKILL')
    await child.ended
    const third = await openStore(folder)
    expect(third.readOnly).toBeNull()
    await makeClaim(third, 'c1')
  })
})

// A limit on the size of files stands in for a full disk: the system takes a part of the write and refuses the rest, also for root.
describe.skipIf(WINDOWS)('a disk that takes no more', () => {
  it('refuses the change with the reason, keeps the journal whole, and later changes that fit are saved', async () => {
    const folder = await temporaryFolder()
    const limited = `ulimit -f 64; exec "$0" "$@"`
    const child = startChild('bash', ['-c', limited, process.execPath, script, 'fill', folder])
    const end = await child.ended
    expect(end).toEqual({ code: 0, signal: null, errors: '' })
    const saved = child.events.flatMap((event) => event.saved ?? [])
    const refused = child.events.find((event) => event.refused !== undefined)
    expect(refused?.refused).toMatch(/^Saving the change failed at .*journal\.jsonl: /)
    expect(refused?.readOnly).toBeNull()
    expect(saved.length).toBeGreaterThan(5)
    expect(saved.at(-1)).toBe('small')

    expect(await linesOf(journalOf(folder))).toHaveLength(saved.length)
    const store = await openStore(folder)
    expect([store.readOnly, store.messages]).toEqual([null, []])
    expect(claimIds(store)).toEqual([...saved].sort())
    await store.close()
    const checks = await createStorage({ clock: steppingClock() }).verify(folder)
    expect(checks.filter((check) => !check.ok)).toEqual([])
  })
})

describe.skipIf(WINDOWS)('a folder without permission to write', () => {
  it('opens for reading with the reason, shows what is there, and stays as it is', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await store.close()
    const own = dirname(journalOf(folder))
    const before = await readFile(journalOf(folder))
    await chmod(folder, 0o755)
    await chmod(own, 0o555)
    // Root may write everywhere, so that the child runs as a user who may not.
    const child = startChild(process.execPath, [script, 'attempt', folder], ROOT ? { uid: NOBODY, gid: NOBODY } : {})
    expect(await child.ended).toEqual({ code: 0, signal: null, errors: '' })
    await chmod(own, 0o755)

    expect(child.events[0]).toEqual({
      opened: expect.stringContaining('permission is denied (EACCES)') as string,
      claims: 1,
      messages: [],
    })
    expect(child.events[0]?.opened).toContain(own)
    expect(child.events[1]).toEqual({ refused: child.events[0]?.opened })
    expect(await readFile(journalOf(folder))).toEqual(before)
    expect((await readdir(own)).sort()).toEqual(['journal.jsonl', 'review.json'])
  })

  it('opens for reading when only the journal may not be written', async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    await makeClaim(store, 'c1')
    await store.close()
    const own = dirname(journalOf(folder))
    await chmod(folder, 0o755)
    await chmod(journalOf(folder), 0o444)
    if (ROOT) await chown(own, NOBODY, NOBODY)
    const child = startChild(process.execPath, [script, 'attempt', folder], ROOT ? { uid: NOBODY, gid: NOBODY } : {})
    expect(await child.ended).toEqual({ code: 0, signal: null, errors: '' })
    expect(child.events[0]?.opened).toContain(
      `The journal ${journalOf(folder)} cannot be written: permission is denied`,
    )
    expect(child.events[0]?.claims).toBe(1)
    await expect(stat(join(own, 'lock'))).rejects.toThrow('ENOENT')
  })
})

describe('an installation that several programs start on at once', () => {
  it('ends with one writer’s id', async () => {
    const folder = join(await temporaryFolder(), 'config')
    await mkdir(dirname(folder), { recursive: true })
    const children = [1, 2, 3, 4].map(() => startChild(process.execPath, [script, 'identity', folder]))
    for (const child of children) expect(await child.ended).toEqual({ code: 0, signal: null, errors: '' })
    const ids = new Set(children.map((child) => child.events[0]?.writerId))
    expect(ids.size).toBe(1)
    expect(children.flatMap((child) => child.events[0]?.messages ?? [])).toEqual([])
    expect(await readdir(folder)).toEqual(['installation.json'])
  })
})
