export type CsvTable = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Rows below the header, those that were not read included. */
  readonly total: number
}

/** Reads comma-separated values as RFC 4180 has them (quoted cells may hold commas, quotes and line ends); keeps the first `most` rows. */
export function parseCsv(text: string, most: number): CsvTable {
  const rows: string[][] = []
  let total = -1
  for (const row of readRows(text.startsWith('\uFEFF') ? text.slice(1) : text)) {
    total += 1
    if (total <= most) rows.push(row)
  }
  const [header = [], ...rest] = rows
  return { header, rows: rest, total: Math.max(total, 0) }
}

function* readRows(text: string): Generator<string[]> {
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = readCell(text, at)
    row.push(cell.text)
    const after = text[cell.end]
    at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1)
    if (after === ',' && at < text.length) continue
    if (after === ',') row.push('')
    yield row
    row = []
  }
}

function readCell(text: string, start: number): { text: string; end: number } {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end += 1
    return { text: text.slice(start, end), end }
  }
  let end = start + 1
  while (end < text.length) {
    if (text[end] !== '"') end += 1
    else if (text[end + 1] === '"') end += 2
    else break
  }
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}
