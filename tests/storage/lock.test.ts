import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SIGN_OF_LIFE_MS, STALE_FOREIGN_LOCK_MS } from '../../src/main/storage/writerLock'
import { ADA, BEN, claimIds, journalOf, makeClaim, openStore, refusal, temporaryFolder } from './storageSupport'

function lockOf(folder: string): string {
  return join(dirname(journalOf(folder)), 'lock')
}

/** What a program of that machine leaves when it is killed: its last sign of life and its start lie so long ago. */
async function leaveLock(
  folder: string,
  holder: { hostname: string; pid: number },
  ageMs: number,
  startedMs = ageMs,
): Promise<void> {
  await mkdir(lockOf(folder), { recursive: true })
  const written = { ...holder, token: 't', since: Date.now() - startedMs }
  await writeFile(join(dirname(lockOf(folder)), 'lock-holder.json'), JSON.stringify(written))
  const lastSign = new Date(Date.now() - ageMs)
  await utimes(lockOf(folder), lastSign, lastSign)
}

/** A process id that no process has. */
function deadPid(): number {
  for (let pid = 4_000_000; ; pid--) {
    try {
      process.kill(pid, 0)
    } catch {
      return pid
    }
  }
}

describe('a second window of the same writer', () => {
  it('is refused writing with a reason, and shows what is there', async () => {
    const folder = await temporaryFolder()
    const first = await openStore(folder)
    await makeClaim(first, 'c1')
    const second = await openStore(folder)
    expect(second.readOnly).toContain('This review is open in another window')
    expect(second.messages).toEqual([])
    expect(claimIds(second)).toEqual(['c1'])
    expect(await refusal(makeClaim(second, 'c2'))).toEqual({ code: 'READ_ONLY', message: second.readOnly })
    await second.close()
    await makeClaim(first, 'c2')
    expect(claimIds(first)).toEqual(['c1', 'c2'])
  })

  it('may write once the first is closed', async () => {
    const folder = await temporaryFolder()
    await (await openStore(folder)).close()
    expect((await openStore(folder)).readOnly).toBeNull()
  })

  it('is the only one refused when several open at the same moment', async () => {
    const folder = await temporaryFolder()
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(folder)))
    expect(stores.filter((store) => store.readOnly === null)).toHaveLength(1)
  })
})

describe('two writers', () => {
  it('have the same folder open for writing at the same time', async () => {
    const folder = await temporaryFolder()
    const ada = await openStore(folder, ADA)
    const ben = await openStore(folder, BEN)
    expect([ada.readOnly, ben.readOnly]).toEqual([null, null])
  })
})

describe('a lock that was left behind', () => {
  it('by a process that died on this machine is taken over at once', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { hostname: 'here', pid: deadPid() }, 0)
    const store = await openStore(folder, ADA, { hostname: 'here' })
    expect(store.readOnly).toBeNull()
    await makeClaim(store, 'c1')
  })

  it('by an earlier process with the very id of this one is taken over at once', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { hostname: 'here', pid: process.pid }, 0)
    expect((await openStore(folder, ADA, { hostname: 'here' })).readOnly).toBeNull()
  })

  it('is taken over by one program only, though several come at once', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { hostname: 'here', pid: deadPid() }, 0)
    const stores = await Promise.all([1, 2, 3].map(() => openStore(folder, ADA, { hostname: 'here' })))
    expect(stores.filter((store) => store.readOnly === null)).toHaveLength(1)
  })

  it('before the machine was started again is taken over, though another process has its id now', async () => {
    const folder = await temporaryFolder()
    const beforeBoot = uptime() * 1000 + 60_000
    await leaveLock(folder, { hostname: 'here', pid: process.ppid }, SIGN_OF_LIFE_MS * 3, beforeBoot)
    expect((await openStore(folder, ADA, { hostname: 'here' })).readOnly).toBeNull()
  })

  it('by a process that may still run is respected', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { hostname: 'here', pid: process.ppid }, 1000)
    expect((await openStore(folder, ADA, { hostname: 'here' })).readOnly).toContain('another window')
  })

  it('on another machine is respected while that one gives signs of life, and named', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { hostname: 'laptop', pid: deadPid() }, STALE_FOREIGN_LOCK_MS / 2)
    const store = await openStore(folder, ADA, { hostname: 'here' })
    expect(store.readOnly).toContain('open on the computer “laptop”')
    expect(store.readOnly).toContain(lockOf(folder))
  })

  it('on another machine is taken over when that one has been silent for long', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { hostname: 'laptop', pid: 1 }, STALE_FOREIGN_LOCK_MS * 2)
    expect((await openStore(folder, ADA, { hostname: 'here' })).readOnly).toBeNull()
  })

  it('with a holder that cannot be read is respected while it is fresh', async () => {
    const folder = await temporaryFolder()
    await mkdir(lockOf(folder), { recursive: true })
    await writeFile(join(dirname(lockOf(folder)), 'lock-holder.json'), '{ torn')
    expect((await openStore(folder)).readOnly).toContain('another window')
  })
})
