import type { TextRange } from '../text/textRange'
import type { Block } from './alignTokens'
import { alignSides, readSide, type DiffSide } from './diffPassage'

/** How a row stands to the base at a place: `none` where another row has words that neither of the two has. */
export const VARIANT_KINDS = ['same', 'left out', 'put in', 'replaced', 'none'] as const
export type VariantCell = {
  readonly kind: (typeof VARIANT_KINDS)[number]
  /** First column, and the one after the last. */
  readonly from: number
  readonly to: number
  /** The row's own words here, with the white space after them; an empty range at the place when it has none. */
  readonly range: TextRange
  /** The base's words here; an empty range where it has none. */
  readonly base: TextRange
}
/** One passage as it stands in several texts, in columns that are the same for all. */
export type VariantTable = {
  readonly columns: number
  /** In the order of the variants; the cells of each tile its columns, and their ranges its text. */
  readonly rows: readonly (readonly VariantCell[])[]
}

/**
 * Lines variants of a passage up, word by word, against the one at `base`: words compared as `diffSegments` does. A column
 * is a stretch of the base inside which no row begins or ends to differ, or a place where some row has words that the base
 * lacks; a change that runs over several columns is one cell. An empty table when there is no variant at `base`.
 */
export function alignVariants(variants: readonly string[], base: number): VariantTable {
  const sides = variants.map((text) => readSide(text, { start: 0, endExclusive: text.length }))
  const baseSide = sides[base]
  if (baseSide === undefined) return { columns: 0, rows: [] }
  const aligned = sides.map((side) => alignSides(baseSide, side))
  const layout = layColumns(baseSide.keys.length, aligned)
  const baseRanges = columnRanges(baseSide, layout.columns)
  return {
    columns: layout.columns.length,
    rows: sides.map((side, row) => rowOf(side, aligned[row] ?? [], layout, baseRanges)),
  }
}

/** Tokens of the base from `from` up to `to`; a gap has none, and lies before token `from`. */
type Column = { readonly from: number; readonly to: number }
type Layout = {
  readonly columns: readonly Column[]
  /** By token of the base: the column that begins with it. */
  readonly starts: ReadonlyMap<number, number>
  /** By token of the base: the column of what is put in before it. */
  readonly gaps: ReadonlyMap<number, number>
}

function layColumns(tokens: number, aligned: readonly (readonly Block[])[]): Layout {
  const bounds = new Set([0, tokens])
  const gapsAt = new Set<number>()
  for (const block of aligned.flat()) {
    if (block.equal) continue
    bounds.add(block.aFrom).add(block.aTo)
    if (block.aFrom === block.aTo) gapsAt.add(block.aFrom)
  }
  const columns: Column[] = []
  const starts = new Map<number, number>()
  const gaps = new Map<number, number>()
  const sorted = [...bounds].sort((one, two) => one - two)
  sorted.forEach((from, index) => {
    if (gapsAt.has(from)) gaps.set(from, columns.push({ from, to: from }) - 1)
    const to = sorted[index + 1]
    if (to !== undefined) starts.set(from, columns.push({ from, to }) - 1)
  })
  return { columns, starts, gaps }
}

/** A cell before its words are measured; `tokens` are the row's own. */
type Found = {
  readonly kind: VariantCell['kind']
  readonly from: number
  readonly to: number
  readonly tokens: Column
}

function rowOf(
  side: DiffSide,
  blocks: readonly Block[],
  layout: Layout,
  baseRanges: readonly TextRange[],
): readonly VariantCell[] {
  const found = blocks.flatMap((block) => (block.equal ? sameCells(block, layout) : [changedCell(block, layout)]))
  const cells = withoutHoles(found, layout.columns.length)
  const ranges = columnRanges(
    side,
    cells.map((cell) => cell.tokens),
  )
  return cells.map(({ kind, from, to }, index) => ({
    kind,
    from,
    to,
    range: ranges[index] ?? { start: 0, endExclusive: 0 },
    base: {
      start: baseRanges[from]?.start ?? 0,
      endExclusive: baseRanges[to - 1]?.endExclusive ?? 0,
    },
  }))
}

/** A cell for each column of the base that the block covers: none of them reaches over its ends, which are bounds of columns. */
function sameCells(block: Block, { columns, starts }: Layout): Found[] {
  const cells: Found[] = []
  for (let at = starts.get(block.aFrom) ?? columns.length; at < columns.length; at++) {
    const column = columns[at]
    if (column === undefined || column.from >= block.aTo) break
    if (column.from === column.to) continue
    const shift = block.bFrom - block.aFrom
    cells.push({ kind: 'same', from: at, to: at + 1, tokens: { from: column.from + shift, to: column.to + shift } })
  }
  return cells
}

function changedCell(block: Block, { columns, starts, gaps }: Layout): Found {
  const tokens = { from: block.bFrom, to: block.bTo }
  if (block.aFrom === block.aTo) {
    const gap = gaps.get(block.aFrom) ?? 0
    return { kind: 'put in', from: gap, to: gap + 1, tokens }
  }
  const kind = block.bFrom === block.bTo ? 'left out' : 'replaced'
  // What others put in just before the next words stands after this cell, not in it.
  const to = gaps.get(block.aTo) ?? starts.get(block.aTo) ?? columns.length
  return { kind, from: starts.get(block.aFrom) ?? 0, to, tokens }
}

/** The cells in order, with an empty one for each column that none of them covers. */
function withoutHoles(found: readonly Found[], columns: number): readonly Found[] {
  const cells: Found[] = []
  const fillTo = (column: number): void => {
    const last = cells.at(-1)
    const place = last?.tokens.to ?? 0
    for (let from = last?.to ?? 0; from < column; from++)
      cells.push({ kind: 'none', from, to: from + 1, tokens: { from: place, to: place } })
  }
  for (const cell of found) {
    fillTo(cell.from)
    cells.push(cell)
  }
  fillTo(columns)
  return cells
}

/** Ranges that tile the side's range: each has its words and the white space up to the next ones. */
function columnRanges({ range, tokens }: DiffSide, spans: readonly Column[]): readonly TextRange[] {
  let start = range.start
  return spans.map(({ to }, index) => {
    const last = index === spans.length - 1
    const endExclusive = last ? range.endExclusive : to === 0 ? range.start : (tokens[to]?.start ?? range.endExclusive)
    const own = { start, endExclusive: Math.max(start, endExclusive) }
    start = own.endExclusive
    return own
  })
}
