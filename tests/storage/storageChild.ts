import { writeSync } from 'node:fs'
import { createClaim, editStatement } from '../../src/core/claim/reviewChanges'
import type { ReviewStore } from '../../src/main/services/ports'
import { createStorage } from '../../src/main/storage/createStorage'
import { openInstallation } from '../../src/main/storage/installation'

// A program of its own over the storage, for tests that kill, starve or lock out a process. One line of JSON for each event,
// written at once, so that what was acknowledged is known even when the process dies in the next instant.

const [task = '', folder = '', round = '0', amount = '0', who = 'ada'] = process.argv.slice(2)
const me = { id: `w-${who}`, name: who }

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

/** Works among colleagues until it is told to stop or is killed: makes claims, rewords theirs and its own, takes back, reads what is new. */
async function share(): Promise<void> {
  const store = await open()
  const until = Date.now() + Number(amount)
  let looks = 0
  let refused = 0
  for (let number = 1; Date.now() < until; number++) {
    const id = `${who}-${round}-${number}`
    await claim(store, id, number % 11 === 0 ? 2000 : number % 20)
    say({ saved: id })
    if (number % 3 === 0) looks += (await store.refresh()).colleagues.length
    if (number % 5 === 0) refused += (await rewordSomething(store, number)) ? 0 : 1
    if (number % 17 === 0) {
      const undone = store.undoLabel() === 'make a claim' ? id : null
      await store.undo()
      say({ undone })
    }
    await new Promise((done) => setTimeout(done, number % 4))
  }
  await store.close()
  say({ closed: true, messages: store.messages, looks, refused })
}

/** False when a colleague was quicker. */
async function rewordSomething(store: ReviewStore, number: number): Promise<boolean> {
  const claims = Object.keys(store.records().claim)
  const claimId = claims[(number * 7919) % claims.length] ?? ''
  const statement = `reworded by ${who} ${round}-${number} \u05D0\u{1F50E}`
  const outcome = editStatement(store.records(), { claimId, statement }, { at: new Date().toISOString() })
  if (!outcome.ok) return false
  await store.commit(outcome.value)
  return true
}

const tasks: Record<string, () => Promise<void>> = { write, fill, attempt, hold, identity, share }
await tasks[task]?.()
