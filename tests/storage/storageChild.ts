import { writeSync } from 'node:fs'
import { createClaim } from '../../src/core/claim/reviewChanges'
import type { ReviewStore } from '../../src/main/services/ports'
import { createStorage } from '../../src/main/storage/createStorage'
import { openInstallation } from '../../src/main/storage/installation'

// A program of its own over the storage, for tests that kill, starve or lock out a process. One line of JSON for each event,
// written at once, so that what was acknowledged is known even when the process dies in the next instant.

const [task = '', folder = '', round = '0', amount = '0'] = process.argv.slice(2)
const me = { id: 'w-ada', name: 'Ada' }

function say(event: unknown): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}

async function open(): Promise<ReviewStore> {
  const storage = createStorage({ clock: { now: () => new Date().toISOString(), newId: () => '' }, documentDelayMs: 5 })
  const opened = await storage.openReview({ dataFolder: folder, reviewer: me })
  if (!opened.ok) throw new Error(opened.error.message)
  const { readOnly, messages } = opened.value
  say({ opened: readOnly, claims: Object.keys(opened.value.records().claim).length, messages })
  return opened.value
}

/** Claims whose statements are short and long by turns, so that some lines take several pages. */
async function claim(store: ReviewStore, id: string, length: number): Promise<void> {
  const statement = `${id} ${'\u05D0\u{1F50E}e\u0301 '.repeat(length)}`
  const outcome = createClaim(
    store.records(),
    { statement, evidence: [] },
    { id, at: new Date().toISOString(), by: me },
  )
  if (!outcome.ok) throw new Error(outcome.error.message)
  await store.commit(outcome.value)
}

async function write(): Promise<void> {
  const store = await open()
  for (let number = 1; number <= Number(amount); number++) {
    const id = `r${round}-${number}`
    await claim(store, id, number % 7 === 0 ? 8000 : number % 50)
    say({ saved: id })
  }
  await store.close()
  say({ closed: true, messages: store.messages })
}

/** Saves until the system refuses, then something that still fits. */
async function fill(): Promise<void> {
  // Without a handler the signal of a file that grew too large ends the process before the write can report it.
  process.on('SIGXFSZ', () => undefined)
  const store = await open()
  for (let number = 1; number <= 1000; number++) {
    try {
      await claim(store, `big-${number}`, 300)
      say({ saved: `big-${number}` })
    } catch (error) {
      say({ refused: error instanceof Error ? error.message : String(error), readOnly: store.readOnly })
      break
    }
  }
  await claim(store, 'small', 1)
  say({ saved: 'small' })
  await store.close()
  say({ closed: true, messages: store.messages })
}

async function attempt(): Promise<void> {
  const store = await open()
  try {
    await claim(store, 'of-the-child', 1)
  } catch (error) {
    say({ refused: error instanceof Error ? error.message : String(error) })
  }
  await store.close()
}

async function hold(): Promise<void> {
  await open()
  setInterval(() => undefined, 1000)
}

async function identity(): Promise<void> {
  const installation = await openInstallation({ configDir: folder })
  say({ writerId: installation.writerId, messages: installation.messages })
}

const tasks: Record<string, () => Promise<void>> = { write, fill, attempt, hold, identity }
await tasks[task]?.()
