/** Rows picked for one action on all of them. */
export type RowSelection = {
  readonly ids: ReadonlySet<string>
  /** What was picked before the row that a range begins at; a range that shrinks again gives only its own rows back. */
  readonly kept: ReadonlySet<string>
  /** Where a range begins; null before anything is picked. */
  readonly anchor: string | null
}

export const NOTHING_SELECTED: RowSelection = { ids: new Set(), kept: new Set(), anchor: null }

/** Picks a row, or lets go of it; ranges begin there from now on. */
export function toggleRow(selection: RowSelection, id: string): RowSelection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, kept: ids, anchor: id }
}

/**
 * Picks every row from where the range began up to `to`, both included, in the order of `rows`. Without a beginning
 * that can be seen, the range begins at `from`.
 */
export function extendRows(
  selection: RowSelection,
  rows: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): RowSelection {
  const begins = selection.anchor !== null && rows.includes(selection.anchor)
  const anchor = begins && selection.anchor !== null ? selection.anchor : from
  const [a, b] = [rows.indexOf(anchor), rows.indexOf(to)]
  if (a === -1 || b === -1) return selection
  const kept = begins ? selection.kept : selection.ids
  return { ids: new Set([...kept, ...rows.slice(Math.min(a, b), Math.max(a, b) + 1)]), kept, anchor }
}

/** Picks every row; when all are picked already, lets go of all. */
export function selectAllRows(selection: RowSelection, rows: readonly string[]): RowSelection {
  if (rows.length > 0 && rows.every((id) => selection.ids.has(id))) return NOTHING_SELECTED
  const ids = new Set(rows)
  return { ids, kept: ids, anchor: rows[0] ?? null }
}
