import type { TextRange } from '../text/textRange'
import { alignTokens } from './alignTokens'
import { createLikeFinder } from './likeParagraphs'
import type { Pairing } from './pairIdentical'
import { sharedSize, type VersionParagraph } from './versionParagraphs'

/** How much of a paragraph's words another must hold for it to be a part of that one (0 to 1). */
export const PART_SHARE = 0.8
/** How much shorter than the whole a part is, at most (0 to 1): what is longer is the whole, edited. */
export const PART_LARGEST = 0.9
/** How far the parts together may be from the length of the whole (0 to 1). */
export const PARTS_MARGIN = 0.3

/** A paragraph of one side that is several ones, in a row, of the other. `pieces` are its parts, in order; they tile it. */
export type SplitParagraph = {
  readonly whole: number
  readonly parts: readonly number[]
  readonly pieces: readonly TextRange[]
}

/** Paragraphs of `wholes` that were split into several of `parts`, among those that have no counterpart. */
export function findSplits(
  wholes: readonly VersionParagraph[],
  parts: readonly VersionParagraph[],
  free: { readonly wholes: readonly number[]; readonly parts: readonly number[] },
): SplitParagraph[] {
  const find = createLikeFinder(wholes, free.wholes)
  const found: SplitParagraph[] = []
  const taken = new Set<number>()
  let run: { readonly whole: number; readonly parts: number[] } | null = null
  const close = (): void => {
    const split = run === null || taken.has(run.whole) ? null : cutWhole(wholes, parts, run)
    if (split === null) return
    found.push(split)
    taken.add(split.whole)
  }
  for (const index of free.parts) {
    const part = parts[index]
    const whole = part === undefined ? null : wholeOf(wholes, part, find(part))
    if (run !== null && whole === run.whole && run.parts.at(-1) === index - 1) {
      run.parts.push(index)
      continue
    }
    close()
    run = whole === null ? null : { whole, parts: [index] }
  }
  close()
  return found
}

/** What has no counterpart yet. */
export function unpaired(paired: Pairing['ofA']): number[] {
  const free: number[] = []
  paired.forEach((to, index) => {
    if (to === -1) free.push(index)
  })
  return free
}

function wholeOf(
  wholes: readonly VersionParagraph[],
  part: VersionParagraph,
  candidates: readonly number[],
): number | null {
  for (const index of candidates) {
    const whole = wholes[index]
    if (whole === undefined || part.size > whole.size * PART_LARGEST) continue
    if (sharedSize(whole, part) >= part.size * PART_SHARE) return index
  }
  return null
}

function cutWhole(
  wholes: readonly VersionParagraph[],
  parts: readonly VersionParagraph[],
  run: { readonly whole: number; readonly parts: readonly number[] },
): SplitParagraph | null {
  const whole = wholes[run.whole]
  const pieces = run.parts.flatMap((index) => parts[index] ?? [])
  if (whole === undefined || pieces.length < 2) return null
  const together = pieces.reduce((sum, { size }) => sum + size, 0)
  if (Math.abs(together - whole.size) > whole.size * PARTS_MARGIN) return null
  const cuts = cutsOf(whole, pieces)
  const bounds = [whole.range.start, ...cuts, whole.range.endExclusive]
  const ranges = bounds.slice(1).map((endExclusive, index) => ({ start: bounds[index] ?? 0, endExclusive }))
  // Parts that stand in another order than in the whole leave nothing of it for some of them.
  if (ranges.some(({ start, endExclusive }) => start >= endExclusive)) return null
  return { whole: run.whole, parts: run.parts, pieces: ranges }
}

/** Where the whole is cut so that each piece begins with the words that its part begins with. */
function cutsOf(whole: VersionParagraph, pieces: readonly VersionParagraph[]): number[] {
  const blocks = alignTokens(
    whole.keys,
    pieces.flatMap(({ keys }) => keys),
  )
  const cuts: number[] = []
  let seam = 0
  let at = 0
  for (const piece of pieces.slice(0, -1)) {
    seam += piece.keys.length
    while ((blocks[at]?.bTo ?? Infinity) <= seam && at < blocks.length - 1) at += 1
    const block = blocks[at]
    const token = block === undefined ? 0 : block.equal ? block.aFrom + seam - block.bFrom : block.aFrom
    cuts.push(whole.tokens[token]?.start ?? whole.range.endExclusive)
  }
  return cuts
}
