import type { VersionRow } from '../../core/diff/versionRows'
import { paragraphNumberAt, type Paragraph } from '../../core/text/paragraphs'
import { sliceRange } from '../../core/text/textRange'
import type { MarkedPiece } from '../ui/markedPiece'

/**
 * What stands in the list: a paragraph, or a run of unchanged ones folded away, `typography` of which differ in that alone.
 * `at` is the index of its first row.
 */
export type ListedRow =
  | { readonly kind: 'row'; readonly at: number; readonly row: VersionRow }
  /** Where the paragraph of row `at`, which moved, stood before. */
  | { readonly kind: 'trace'; readonly at: number; readonly row: VersionRow }
  | { readonly kind: 'fold'; readonly at: number; readonly rows: number; readonly typography: number }

/** Unchanged paragraphs left open before and after each change, to read it by: more show less of the changes at a time. */
export const OPEN_AROUND = 1
/** Shorter runs than this are shown: a line that says "2 paragraphs unchanged" saves nothing. */
export const FOLD_LEAST = 3

/** The rows as they are listed; a run whose first row is in `opened` is shown whole. */
export function listRows(rows: readonly VersionRow[], opened: readonly number[]): readonly ListedRow[] {
  const traces = tracesOf(rows)
  const listed: ListedRow[] = [...(traces.get(-1) ?? [])]
  for (let at = 0; at < rows.length;) {
    const end = endOfRun(rows, at, traces)
    const first = at === 0 ? at : at + OPEN_AROUND
    const last = end === rows.length ? end : end - OPEN_AROUND
    const folds = last - first >= FOLD_LEAST && !opened.includes(first)
    for (let index = at; index < end; index += 1) {
      const row = rows[index]
      if (folds && index === first) listed.push(foldOf(rows, first, last))
      if (row !== undefined && !(folds && index >= first && index < last)) listed.push({ kind: 'row', at: index, row })
    }
    listed.push(...(traces.get(end - 1) ?? []))
    at = end
  }
  return listed
}

/** Where the rows are that differ, in order. */
export function changedRows(rows: readonly VersionRow[]): readonly number[] {
  return rows.flatMap((row, index) => (row.kind === 'same' ? [] : [index]))
}

/** The next change after the one at `at`, or the one before it; from null the first or the last. Stays at the ends. */
export function stepChange(changes: readonly number[], at: number | null, by: 1 | -1): number | null {
  if (at === null) return (by > 0 ? changes[0] : changes.at(-1)) ?? null
  const next = by > 0 ? changes.find((one) => one > at) : changes.findLast((one) => one < at)
  return next ?? at
}

/** The texts of two versions with their paragraphs. */
export type TwoTexts = {
  readonly from: { readonly text: string; readonly paragraphs: readonly Paragraph[] }
  readonly to: { readonly text: string; readonly paragraphs: readonly Paragraph[] }
}
/** A row's words: each side by itself, and both in one line. A side that has no paragraph has no pieces. */
export type RowWords = {
  readonly from: readonly MarkedPiece[]
  readonly to: readonly MarkedPiece[]
  readonly inline: readonly MarkedPiece[]
}

/** What was left out and put in, on each side and in one line. */
export function rowWords(row: VersionRow, { from, to }: TwoTexts): RowWords {
  if (row.from === null || row.to === null) return oneSided(row, { from: from.text, to: to.text })
  const words: { readonly [K in keyof RowWords]: MarkedPiece[] } = { from: [], to: [], inline: [] }
  if (row.segments.length === 0) {
    const equal: MarkedPiece = { kind: 'equal', text: sliceRange(to.text, row.to) }
    return { from: [{ kind: 'equal', text: sliceRange(from.text, row.from) }], to: [equal], inline: [equal] }
  }
  for (const segment of row.segments) {
    const [left, right] = [sliceRange(from.text, segment.a), sliceRange(to.text, segment.b)]
    const equal = segment.kind === 'equal'
    put(words.from, equal ? 'equal' : 'delete', left, right)
    put(words.to, equal ? 'equal' : 'insert', right, left)
    if (equal) words.inline.push({ kind: 'equal', text: right })
    else words.inline.push(...spread('delete', left), ...spread('insert', right))
  }
  return words
}

/** The number of the row's paragraph on each side, as the margin shows it; null where there is none. */
export function rowNumbers(row: VersionRow, { from, to }: TwoTexts): { from: number | null; to: number | null } {
  return {
    from: row.from === null ? null : paragraphNumberAt(from.paragraphs, row.from.start),
    to: row.to === null ? null : paragraphNumberAt(to.paragraphs, row.to.start),
  }
}

/** The row that holds a place of one side; -1 when none does. */
export function rowAt(rows: readonly VersionRow[], side: 'from' | 'to', offset: number): number {
  return rows.findIndex((row) => {
    const range = row[side]
    return range !== null && range.start <= offset && offset < Math.max(range.endExclusive, range.start + 1)
  })
}

function foldOf(rows: readonly VersionRow[], first: number, last: number): ListedRow {
  const typography = rows.slice(first, last).filter((row) => row.typography).length
  return { kind: 'fold', at: first, rows: last - first, typography }
}

function oneSided(row: VersionRow, texts: { readonly from: string; readonly to: string }): RowWords {
  const from = row.from === null ? [] : spread('delete', sliceRange(texts.from, row.from))
  const to = row.to === null ? [] : spread('insert', sliceRange(texts.to, row.to))
  return { from, to, inline: [...from, ...to] }
}

function put(side: MarkedPiece[], kind: 'equal' | 'delete' | 'insert', own: string, other: string): void {
  if (own !== '') side.push(...spread(kind, own))
  else if (other.trim() !== '') side.push({ kind: 'gap', text: other })
}

/** Marks the words without the white space around them: a coloured gap says nothing. */
function spread(kind: 'equal' | 'delete' | 'insert', text: string): MarkedPiece[] {
  if (text === '') return []
  const words = text.trim()
  if (kind === 'equal' || words === '') return [{ kind: 'equal', text }]
  const start = text.indexOf(words)
  const pieces: readonly MarkedPiece[] = [
    { kind: 'equal', text: text.slice(0, start) },
    { kind, text: words },
    { kind: 'equal', text: text.slice(start + words.length) },
  ]
  return pieces.filter((piece) => piece.text !== '')
}

type Traces = ReadonlyMap<number, readonly ListedRow[]>

/** What moved away from behind each row; under -1 what moved away from before all. Rows that did not move keep their order. */
function tracesOf(rows: readonly VersionRow[]): Traces {
  const stayed = rows.flatMap(({ kind, from }, index) =>
    from === null || isMoved(kind) ? [] : [{ index, start: from.start }],
  )
  const traces = new Map<number, ListedRow[]>()
  const moved = rows.flatMap((row, at) => (isMoved(row.kind) && row.from !== null ? [{ row, at, from: row.from }] : []))
  for (const { row, at, from } of moved.sort((a, b) => a.from.start - b.from.start)) {
    const behind = stayed.findLast((one) => one.start < from.start)?.index ?? -1
    traces.set(behind, [...(traces.get(behind) ?? []), { kind: 'trace', at, row }])
  }
  return traces
}

function isMoved(kind: VersionRow['kind']): boolean {
  return kind === 'moved' || kind === 'movedAndChanged'
}

/** A run of unchanged rows ends where something changed, or moved away from behind it. */
function endOfRun(rows: readonly VersionRow[], start: number, traces: Traces): number {
  if (rows[start]?.kind !== 'same') return start + 1
  let end = start
  while (rows[end]?.kind === 'same') {
    end += 1
    if (traces.has(end - 1)) break
  }
  return end
}
