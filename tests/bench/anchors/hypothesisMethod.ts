import search from 'approx-string-match'

export type Attachment = { readonly start: number; readonly end: number; readonly score: number }

/** What each part of a match is worth, as the Hypothesis client has it (src/annotator/anchoring/match-quote). */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const
/** Errors that the search for a quote allows: half its length, and never more than this. */
const MOST_ERRORS = 256

type Sought = {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** UTF-16 offset in the text that was cited. */
  readonly position: number
}

/**
 * The method of the Hypothesis client in our words: every place of the quote, or where there is none every place that is like
 * it within the allowed errors; each scored by the likeness of quote, prefix and suffix and by the distance from where it was;
 * the best one is attached, whatever its score. Null when nothing is like it.
 */
export function attachByLikeness(text: string, sought: Sought): Attachment | null {
  const { exact } = sought
  if (exact === '') return null
  const places = placesOf(text, exact, Math.min(MOST_ERRORS, exact.length / 2))
  const scored = places.map(({ start, end, errors }) => ({
    start,
    end,
    score: score(text, sought, { start, end, errors }),
  }))
  return scored.reduce<Attachment | null>((best, one) => (best === null || one.score > best.score ? one : best), null)
}

function placesOf(text: string, wanted: string, maxErrors: number) {
  const same = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    same.push({ start: at, end: at + wanted.length, errors: 0 })
  }
  return same.length > 0 ? same : search(text, wanted, maxErrors)
}

type Place = { readonly start: number; readonly end: number; readonly errors: number }

function score(text: string, { exact, prefix, suffix, position }: Sought, place: Place): number {
  const before = text.slice(Math.max(0, place.start - prefix.length), place.start)
  const behind = text.slice(place.end, place.end + suffix.length)
  const parts = [
    [WEIGHTS.quote, 1 - place.errors / exact.length],
    [WEIGHTS.prefix, prefix === '' ? 1 : likeness(before, prefix)],
    [WEIGHTS.suffix, suffix === '' ? 1 : likeness(behind, suffix)],
    [WEIGHTS.position, 1 - Math.abs(place.start - position) / text.length],
  ] as const
  const all = parts.reduce((sum, [weight]) => sum + weight, 0)
  return parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / all
}

/** How like a stretch of text is to the neighbours that stood there, 0 to 1. */
function likeness(there: string, wanted: string): number {
  if (there === '' || wanted === '') return 0
  const [best] = placesOf(there, wanted, wanted.length)
  return best === undefined ? 0 : 1 - best.errors / wanted.length
}
