import { randomUUID } from 'node:crypto'
import { readFile, rmdir, stat, unlink, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import * as v from 'valibot'
import { lockForStep } from './stepLock'
import { isMissing, systemCode } from './storageFailure'

/** How long a lock of this machine counts without a sign of life, when its process cannot be told dead. More waits longer after a process id was given anew; less may take a lock from a program that the system holds up. */
export const STALE_LOCK_MS = 60_000
/** The same for another machine's lock: longer, since its signs of life come over a network or a synced folder, or it sleeps. */
export const STALE_FOREIGN_LOCK_MS = 600_000
/** How often a lock gives a sign of life. */
export const SIGN_OF_LIFE_MS = 5_000
const holderSchema = v.object({ hostname: v.string(), pid: v.number(), token: v.string(), since: v.number() })
type Holder = v.InferOutput<typeof holderSchema>

/** Who else has the lock: a window on this machine, or another machine. */
export type LockHolder = { readonly where: 'here' | 'elsewhere'; readonly hostname: string; readonly path: string }
export type HeldLock = { release(): Promise<void> }

/** Locks that this process holds: its own id in a lock file may also stem from an earlier process with the same id. */
const heldHere = new Set<string>()

/**
 * Takes a writer's lock, or says who has it. The lock of a process that died on this machine is taken over at once.
 * `onLost` is called when another program took it from us (this machine slept, or was cut off).
 * @throws when the folder cannot be written
 */
export async function lockWriter(
  folder: string,
  hostname: string,
  onLost: () => void,
): Promise<{ held: HeldLock } | { holder: LockHolder }> {
  // The look at the old lock and the taking of a new one must be one step for all programs, or two of them could each
  // find it dead and the second would remove the lock that the first has just taken.
  const endStep = await lockForStep(join(folder, 'lock-step'))
  try {
    return await takeLock(folder, hostname, onLost)
  } finally {
    await endStep()
  }
}

async function takeLock(
  folder: string,
  hostname: string,
  onLost: () => void,
): Promise<{ held: HeldLock } | { holder: LockHolder }> {
  const lockPath = join(folder, 'lock')
  const holderPath = join(folder, 'lock-holder.json')
  const age = await ageOf(lockPath)
  if (age !== null) {
    const holder = await readHolder(holderPath)
    if (isLive(holder, hostname, age)) {
      const where = holder === null || holder.hostname === hostname ? 'here' : 'elsewhere'
      return { holder: { where, hostname: holder?.hostname ?? hostname, path: lockPath } }
    }
    await rmdir(lockPath)
  }
  // The holder is written first: killed in between, we leave a name without a lock, and not a lock without a name.
  const token = randomUUID()
  const holder: Holder = { hostname, pid: process.pid, token, since: Date.now() }
  await writeFile(holderPath, JSON.stringify(holder))
  const release = await lockfile.lock(lockPath, {
    lockfilePath: lockPath,
    realpath: false,
    stale: STALE_LOCK_MS,
    update: SIGN_OF_LIFE_MS,
    onCompromised: () => {
      heldHere.delete(token)
      onLost()
    },
  })
  heldHere.add(token)
  return { held: { release: () => releaseLock(holderPath, token, release) } }
}

async function releaseLock(holderPath: string, token: string, release: () => Promise<void>): Promise<void> {
  // A lock that was lost is another program's by now, and so is the holder's file.
  if (!heldHere.delete(token)) return
  await unlink(holderPath).catch(() => undefined)
  await release().catch(() => undefined)
}

function isLive(holder: Holder | null, hostname: string, ageMs: number): boolean {
  if (holder === null) return ageMs < STALE_LOCK_MS
  if (holder.hostname !== hostname) return ageMs < STALE_FOREIGN_LOCK_MS
  if (heldHere.has(holder.token)) return true
  if (holder.pid === process.pid || !isRunning(holder.pid)) return false
  // A clock that was set forward makes a living holder look as old: its signs of life tell it apart.
  if (startedBeforeBoot(holder) && ageMs > 2 * SIGN_OF_LIFE_MS) return false
  return ageMs < STALE_LOCK_MS
}

function startedBeforeBoot(holder: Holder): boolean {
  return holder.since < Date.now() - uptime() * 1000
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

async function ageOf(path: string): Promise<number | null> {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const parsed = v.safeParse(holderSchema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
