import type { JournalPlace } from './dataFolder'
import { readJournal, type JournalReading } from './readJournal'
import { plainReason } from './storageFailure'

/** A journal, or why the disk did not give it. */
export type JournalAttempt = { readonly reading: JournalReading } | { readonly failed: string }

export async function tryReadJournal(place: JournalPlace): Promise<JournalAttempt> {
  try {
    return { reading: await readJournal(place.journal, place.writer) }
  } catch (error) {
    return { failed: `The journal ${place.journal} cannot be read: ${plainReason(error)}.` }
  }
}

/** What is wrong with a journal, for people; null when nothing is. */
export function describeTrouble(place: JournalPlace, reading: JournalReading): string | null {
  const { damage, torn } = reading
  if (damage?.kind === 'newer') {
    return `Line ${damage.line} of the journal ${place.journal} was ${damage.message}.`
  }
  if (damage !== null) return `The journal ${place.journal} is damaged at line ${damage.line}: ${damage.message}.`
  if (torn !== null) return `The last line of the journal ${place.journal} is incomplete.`
  return null
}
