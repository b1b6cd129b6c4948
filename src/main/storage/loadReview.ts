import { latestChanges, type LatestChanges } from '../../core/claim/mergeReview'
import { listWriters, type WriterPlace } from './dataFolder'
import type { JournalEntry } from './journalEntry'
import { readJournal, type JournalReading } from './readJournal'
import { plainReason } from './storageFailure'

/** What the journals of a folder say, all writers together. */
export type LoadedReview = {
  readonly latest: LatestChanges
  /** Everything that was read, in no promised order. */
  readonly entries: readonly JournalEntry[]
  readonly messages: string[]
}

/** A journal, or why the disk did not give it. */
export type JournalAttempt = { readonly reading: JournalReading } | { readonly failed: string }

export async function tryReadJournal(place: WriterPlace): Promise<JournalAttempt> {
  try {
    return { reading: await readJournal(place.journal, place.writer) }
  } catch (error) {
    return { failed: `The journal ${place.journal} cannot be read: ${plainReason(error)}.` }
  }
}

/** Merges a writer's own entries with the journals of all the others. @throws when the folder cannot be listed */
export async function loadReview(
  dataFolder: string,
  own: WriterPlace | null,
  ownEntries: readonly JournalEntry[],
): Promise<LoadedReview> {
  const messages: string[] = []
  const entries: JournalEntry[][] = [[...ownEntries]]
  for (const place of await listWriters(dataFolder)) {
    if (place.writer === own?.writer) continue
    const attempt = await tryReadJournal(place)
    if ('failed' in attempt) {
      messages.push(`${attempt.failed} What this writer did is not shown.`)
      continue
    }
    const { reading } = attempt
    entries.push([...reading.entries])
    const trouble = describeTrouble(place, reading)
    if (trouble !== null) messages.push(`${trouble} What follows there is not shown.`)
  }
  const all = entries.flat()
  return { latest: latestChanges(all), entries: all, messages }
}

/** What is wrong with a journal, for people; null when nothing is. */
export function describeTrouble(place: WriterPlace, reading: JournalReading): string | null {
  const { damage, torn } = reading
  if (damage?.kind === 'newer') {
    return `Line ${damage.line} of the journal ${place.journal} was ${damage.message}.`
  }
  if (damage !== null) return `The journal ${place.journal} is damaged at line ${damage.line}: ${damage.message}.`
  if (torn !== null) return `The last line of the journal ${place.journal} is incomplete.`
  return null
}
