/** Names that a message has room for; the others are counted. */
export const MOST_NAMES = 3

/** What colleagues did, as a short message says it: "Ben: 3 changes". */
export function colleagueWords(names: readonly string[], actions: number): string {
  const shown = names.slice(0, MOST_NAMES)
  const others = names.length - shown.length
  const last = others > 0 ? `${others} ${others === 1 ? 'other' : 'others'}` : shown.pop()
  const who = shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
  return `${who}: ${actions} ${actions === 1 ? 'change' : 'changes'}`
}
