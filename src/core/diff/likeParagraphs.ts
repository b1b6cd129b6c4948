import type { VersionParagraph } from './versionParagraphs'

/** Words in a row by which paragraphs are found that share wording: more finds fewer, and surer ones. */
export const SHARED_ROWS = [1, 2, 3] as const
/** Paragraphs that hold such a row, at most, for it to lead to them: more finds likeness in common words, and costs more. */
export const MOST_WITH_ROW = 8
/** Paragraphs that are looked at closely for each one, at most. */
export const MOST_LOOKED_AT = 4

/**
 * Finds, for a paragraph of one side, those among the given ones of the other that share the most rows of words that few
 * have: the likeliest first. Costs as much as the paragraph is long, however many there are.
 */
export function createLikeFinder(
  paragraphs: readonly VersionParagraph[],
  among: readonly number[],
): (paragraph: VersionParagraph) => number[] {
  const holders = new Map<string, number[]>()
  for (const index of among) {
    const paragraph = paragraphs[index]
    if (paragraph === undefined) continue
    for (const row of rowsOf(paragraph)) {
      const known = holders.get(row)
      if (known === undefined) holders.set(row, [index])
      else if (known.at(-1) !== index && known.length <= MOST_WITH_ROW) known.push(index)
    }
  }
  return (paragraph) => {
    const votes = new Map<number, number>()
    for (const row of rowsOf(paragraph)) {
      const known = holders.get(row)
      if (known === undefined || known.length > MOST_WITH_ROW) continue
      for (const index of known) votes.set(index, (votes.get(index) ?? 0) + 1)
    }
    return [...votes]
      .sort(([a, aVotes], [b, bVotes]) => bVotes - aVotes || a - b)
      .slice(0, MOST_LOOKED_AT)
      .map(([index]) => index)
  }
}

function* rowsOf({ keys }: VersionParagraph): Generator<string> {
  for (const length of SHARED_ROWS)
    for (let at = 0; at + length <= keys.length; at += 1) yield keys.slice(at, at + length).join(' ')
}
