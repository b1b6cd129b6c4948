import type { Writable } from 'node:stream'
import { ReaderGone } from './commandFailure'

/** Resolves when the text has left the program. @throws {ReaderGone} when nobody reads any more */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, 'utf8', (error) => {
      if (error === null || error === undefined) resolve()
      else if (isReaderGone(error)) reject(new ReaderGone('the output was closed', { cause: error }))
      else reject(error)
    })
  })
}

/** One JSON value, indented, with a line end. */
export function writeJson(stream: Writable, value: unknown): Promise<void> {
  return write(stream, `${JSON.stringify(value, null, 2)}\n`)
}

/**
 * One JSON value as {@link writeJson} has it, an object whose lists are written one entry at a time: all at once they may be
 * longer than a text can be.
 */
export async function writeJsonParts(stream: Writable, value: Readonly<Record<string, unknown>>): Promise<void> {
  let before = '{'
  for (const [name, field] of Object.entries(value)) {
    await write(stream, `${before}\n  ${JSON.stringify(name)}: `)
    if (Array.isArray(field)) await writeList(stream, field)
    else await write(stream, JSON.stringify(field))
    before = ','
  }
  await write(stream, '\n}\n')
}

async function writeList(stream: Writable, list: readonly unknown[]): Promise<void> {
  let before = '['
  for (const entry of list) {
    await write(stream, `${before}\n    ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`)
    before = ','
  }
  await write(stream, list.length === 0 ? '[]' : '\n  ]')
}

/** Rows as a table for people: columns as wide as their widest cell, the last one free. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, visibleWidth(cell))))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - visibleWidth(cell)),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** Text from a source as one line of at most `most` code points, so that it can steer no terminal. */
export function printable(text: string, most = 90): string {
  const line = Array.from(
    text
      .replace(/\s+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim(),
  )
  return line.length <= most ? line.join('') : `${line.slice(0, most - 1).join('')}…`
}

function visibleWidth(text: string): number {
  return Array.from(text).length
}

function isReaderGone(error: Error): boolean {
  const code = 'code' in error ? error.code : null
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET'
}
