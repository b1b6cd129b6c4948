import { diffSegments } from '../../core/diff/diffPassage'
import { sliceRange, textRange } from '../../core/text/textRange'
import type { MarkedPiece } from '../ui/markedPiece'

export type MarkedSides = { readonly a: readonly MarkedPiece[]; readonly b: readonly MarkedPiece[] }

/** Beyond this a reviewer reads the pair in Compare; marking it here would cost more than it shows. UTF-16 units. */
export const LONGEST_MARKED = 6000

/** Two quotes with their word-level difference, a gap where only the other has words; null when they are too long. */
export function markSides(a: string, b: string): MarkedSides | null {
  if (a.length + b.length > LONGEST_MARKED) return null
  const sides: { a: MarkedPiece[]; b: MarkedPiece[] } = { a: [], b: [] }
  for (const segment of diffSegments(a, textRange(0, a.length), b, textRange(0, b.length))) {
    const [inA, inB] = [sliceRange(a, segment.a), sliceRange(b, segment.b)]
    const equal = segment.kind === 'equal'
    put(sides.a, equal ? 'equal' : 'delete', inA, inB)
    put(sides.b, equal ? 'equal' : 'insert', inB, inA)
  }
  return sides
}

function put(side: MarkedPiece[], kind: 'equal' | 'delete' | 'insert', own: string, other: string): void {
  if (own !== '') side.push({ kind, text: own })
  else if (other.trim() !== '') side.push({ kind: 'gap', text: other })
}
