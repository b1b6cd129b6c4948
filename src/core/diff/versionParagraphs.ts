import { paragraphsOf, splitParagraphs } from '../text/paragraphs'
import type { TextRange } from '../text/textRange'
import { readSide, type DiffSide } from './diffPassage'

/** A version of a text; `body` leaves its front matter out. */
export type VersionedText = { readonly text: string; readonly body: TextRange }

/** A paragraph as it is compared. */
export type VersionParagraph = DiffSide & {
  /** How many of the words and marks it has of each; words only, where it has any. */
  readonly counts: ReadonlyMap<string, number>
  /** The sum of the counts. */
  readonly size: number
}

/** The paragraphs of a version, in order: the lines of the front matter, then those of the body, lines that were wrapped by a machine joined. */
export function versionParagraphs({ text, body }: VersionedText): VersionParagraph[] {
  const ranges = paragraphsOf(text, { start: 0, endExclusive: body.start })
  for (const { range, begins } of splitParagraphs(text, body)) {
    const before = begins ? undefined : ranges.pop()
    ranges.push(before === undefined ? range : { start: before.start, endExclusive: range.endExclusive })
  }
  const behind = paragraphsOf(text, { start: body.endExclusive, endExclusive: text.length })
  return [...ranges, ...behind].map((range) => readParagraph(text, range))
}

function readParagraph(text: string, range: TextRange): VersionParagraph {
  const side = readSide(text, range)
  const words = side.keys.filter((_, index) => side.tokens[index]?.kind === 'word')
  const counted = words.length > 0 ? words : side.keys
  const counts = new Map<string, number>()
  for (const key of counted) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { ...side, counts, size: counted.length }
}

/** How many words the two have in common, each as often as both have it; costs as much as the smaller one has. */
export function sharedSize(a: VersionParagraph, b: VersionParagraph): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts]
  let shared = 0
  for (const [key, count] of small) shared += Math.min(count, large.get(key) ?? 0)
  return shared
}
