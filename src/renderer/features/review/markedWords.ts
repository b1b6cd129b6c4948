import { diffEdits } from '../../../core/diff/diffPassage'
import type { Edit } from '../../../core/diff/passageDiff'

export type MarkedPiece = { readonly kind: 'equal' | 'delete' | 'insert' | 'gap'; readonly text: string }
export type MarkedSides = { readonly a: readonly MarkedPiece[]; readonly b: readonly MarkedPiece[] }

/** Beyond this a reviewer reads the pair in Compare; marking it here would cost more than it shows. UTF-16 units. */
export const LONGEST_MARKED = 6000

/** Two quotes with their word-level difference, a gap where only the other has words; null when they are too long. */
export function markSides(a: string, b: string): MarkedSides | null {
  if (a.length + b.length > LONGEST_MARKED) return null
  const edits = diffEdits(a, b)
  if (edits === null) return null
  return { a: sideOf(edits, 'delete', 'insert'), b: sideOf(edits, 'insert', 'delete') }
}

function sideOf(edits: readonly Edit[], own: 'delete' | 'insert', other: 'delete' | 'insert'): MarkedPiece[] {
  return edits.flatMap((edit, index): readonly MarkedPiece[] => {
    if (edit.op === 'equal') return [{ kind: 'equal', text: edit.text }]
    if (edit.op === own) return [{ kind: own, text: edit.text }]
    // A replacement has words on both sides and needs no gap sign; nor does a difference of spaces alone.
    const replaced = edits[index - 1]?.op === own || edits[index + 1]?.op === own
    return edit.op === other && !replaced && edit.text.trim() !== '' ? [{ kind: 'gap', text: edit.text }] : []
  })
}
