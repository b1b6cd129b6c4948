/** A table after RFC 4180, read strictly: throws for bare line ends, and for quotes where they may not stand. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at += 1
      for (;;) {
        const quote = text.indexOf('"', at)
        if (quote === -1) throw new Error(`a quoted cell of line ${rows.length + 1} does not end`)
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
        at += 1
      }
    } else {
      const bare = /[^",\r\n]*/y
      bare.lastIndex = at
      cell = bare.exec(text)?.[0] ?? ''
      at += cell.length
    }
    row.push(cell)
    if (text[at] === ',') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (text.slice(at, at + 2) !== '\r\n')
      throw new Error(`cell ${row.length} of line ${rows.length + 1} is followed by ${JSON.stringify(text[at])}`)
    at += 2
    rows.push(row)
    row = []
  }
  if (row.length > 0) throw new Error('the last line has no line end')
  return rows
}

/** Rows as records by the header's names, with the guard against formulas taken off as renderCsv documents it. */
export function csvRecords(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text)
  return rows.map((row) => {
    if (row.length !== header.length) throw new Error(`a row has ${row.length} cells, the header ${header.length}`)
    return Object.fromEntries(
      row.map((cell, index) => [header[index] ?? '', /^'+[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? cell.slice(1) : cell]),
    )
  })
}
