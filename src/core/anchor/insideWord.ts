import { splitsCharacter } from '../text/characters'
import type { Anchor, AnchorResolution } from './anchor'
import type { AnchorWords } from './readAnchor'
import { WHY } from './whyWords'

/** Places of a part of a monstrous word that are shown, at most, and looked at. */
export const MOST_INSIDE_WORDS = 20

/** True when the quote is a part of a word so long that its neighbours do not hold all of it: an address, an endless row of letters. */
export function isInsideEndlessWord(
  { tokens, from, to, cutStart, cutEnd }: AnchorWords,
  { prefix, suffix }: Anchor['quote'],
) {
  const first = tokens.starts[from] ?? 0
  const last = tokens.ends[to - 1] ?? 0
  const begins = cutStart > 0 && first === 0 && prefix !== ''
  const ends = cutEnd > 0 && last === tokens.text.length && suffix !== ''
  return begins || ends
}

/** Looks for the quote and its neighbours character by character, since no whole word of them is known; null when they are nowhere. */
export function findInsideWord(text: string, { prefix, exact, suffix }: Anchor['quote']): AnchorResolution | null {
  const whole = prefix + exact + suffix
  const ranges = []
  for (let at = text.indexOf(whole); at >= 0 && ranges.length < MOST_INSIDE_WORDS; at = text.indexOf(whole, at + 1)) {
    const start = at + prefix.length
    const endExclusive = start + exact.length
    if (!splitsCharacter(text, start) && !splitsCharacter(text, endExclusive)) ranges.push({ start, endExclusive })
  }
  const [only] = ranges
  if (only === undefined) return null
  if (ranges.length === 1) return { state: 'exact', range: only, why: WHY.sameNeighbours }
  return { state: 'ambiguous', candidates: ranges.map((range) => ({ range, score: 0.5 })), why: WHY.sameInSeveral }
}
