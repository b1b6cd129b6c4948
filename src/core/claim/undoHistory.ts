import type { RecordChange } from './recordTable'

/** One action of this writer, as far as Undo needs it. */
export type UndoableAction = {
  /** Its number in the writer's journal, from 1. */
  readonly sequence: number
  readonly label: string
  readonly undoable: boolean
  readonly changes: readonly RecordChange[]
  /** The number of the action that it takes back, or `null`. */
  readonly reverts: number | null
}

type Stack = { readonly action: UndoableAction; readonly below: Stack } | null

/** What Undo and Redo would take back next. Redo takes back an undoing. */
export type UndoHistory = { readonly undo: Stack; readonly redo: Stack }

export const NO_HISTORY: UndoHistory = { undo: null, redo: null }

/**
 * The history after one more action of the same writer. An action that reverts the top of one stack moves to the other;
 * any other undoable action goes on Undo and clears Redo; what is not undoable changes nothing.
 */
export function afterAction(history: UndoHistory, action: UndoableAction): UndoHistory {
  const { undo, redo } = history
  if (action.reverts !== null) {
    if (undo?.action.sequence === action.reverts) return { undo: undo.below, redo: { action, below: redo } }
    if (redo?.action.sequence === action.reverts) return { undo: { action, below: undo }, redo: redo.below }
    return history
  }
  return action.undoable ? { undo: { action, below: undo }, redo: null } : history
}
