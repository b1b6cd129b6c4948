import type { Result } from '../../core/result'
import { failure, success } from '../../core/result'
import type { SourceProblem } from '../services/ports'
import { counted, problem } from './problems'

export const ENCODINGS = ['UTF-8', 'UTF-8 with byte order mark', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

export type DecodedBytes = {
  /** The decoded file: byte order mark off, nothing else changed. */
  readonly text: string
  readonly encoding: Encoding
  readonly problems: readonly SourceProblem[]
}

/**
 * What the bytes 0x80 to 0x9F mean in Windows-1252, as the WHATWG Encoding Standard has it (five bytes stay the control
 * characters of the same number). A table of our own, since `TextDecoder('windows-1252')` decoded them as Latin-1 in
 * some releases of Node 20 to 23.
 */
const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f' + '\x90‘’“”•–—˜™š›œ\x9džŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252_HIGH[character.charCodeAt(0) - 0x80] ?? character)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, place) => bytes[place] === byte)
}

const UTF_32_MARKS = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
]

/** True when the bytes begin with the byte order mark of UTF-16 or UTF-32, so that NUL bytes are to be expected. */
export function hasWideMark(bytes: Uint8Array): boolean {
  return [[0xff, 0xfe], [0xfe, 0xff], ...UTF_32_MARKS].some((mark) => startsWith(bytes, mark))
}

function countReplaced(text: string): number {
  let count = 0
  for (let place = text.indexOf('\ufffd'); place >= 0; place = text.indexOf('\ufffd', place + 1)) count += 1
  return count
}

/** The number of the line, from 1, that the offset is in. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
}

/** Says how many characters could not be read, where `own` of them stand in the file as they are. */
function replacedProblem(text: string, own: number, encoding: string): readonly SourceProblem[] {
  const count = countReplaced(text) - own
  if (count <= 0) return []
  const what = count === 1 ? 'stands' : 'stand'
  const where = own === 0 ? `, the first in line ${lineOf(text, text.indexOf('\ufffd')).toLocaleString('en-US')}` : ''
  return [
    problem(
      'REPLACED_CHARACTERS',
      `The file says that it is ${encoding}, but ${counted(count, 'place', 'places')} in it cannot be read so; “\ufffd” ${what} there${where}.`,
    ),
  ]
}

function decodeUtf16(bytes: Uint8Array, order: 'LE' | 'BE'): DecodedBytes {
  const encoding = order === 'LE' ? 'UTF-16 LE' : 'UTF-16 BE'
  const units = Buffer.from(bytes.subarray(2))
  const own = countUnits(units, order)
  // Swapped by hand, because a Node with small ICU data knows no utf-16be.
  if (order === 'BE') units.subarray(0, units.length - (units.length % 2)).swap16()
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
  return { text, encoding, problems: replacedProblem(text, own, encoding) }
}

/** How often U+FFFD itself is written in the file. */
function countUnits(units: Buffer, order: 'LE' | 'BE'): number {
  const [first, second] = order === 'LE' ? [0xfd, 0xff] : [0xff, 0xfd]
  let count = 0
  for (let place = 0; place + 1 < units.length; place += 2) {
    if (units[place] === first && units[place + 1] === second) count += 1
  }
  return count
}

function decodeMarkedUtf8(bytes: Uint8Array): DecodedBytes {
  const encoding = 'UTF-8 with byte order mark'
  const content = bytes.subarray(3)
  const strict = strictUtf8(content)
  if (strict !== null) return { text: strict, encoding, problems: [] }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  const own = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return { text, encoding, problems: replacedProblem(text, countWritten(own), 'UTF-8') }
}

function countWritten(bytes: Buffer): number {
  const character = Buffer.from('\ufffd', 'utf8')
  let count = 0
  for (let at = bytes.indexOf(character); at >= 0; at = bytes.indexOf(character, at + 3)) count += 1
  return count
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A file that is mostly UTF-8 and has a few broken bytes would be full of "Ã©" when read as Windows-1252: say so. */
function doubtWindows1252(text: string): readonly SourceProblem[] {
  const pairs = text.match(/[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€./g)
  if (pairs === null) return []
  return [
    problem(
      'ENCODING_DOUBTFUL',
      `The file is not valid UTF-8 and was read as Windows-1252, but ${counted(pairs.length, 'place looks', 'places look')} like UTF-8 (the first in line ${lineOf(text, text.search(/[ÂÃâ]/)).toLocaleString('en-US')}); if letters are wrong, save it as UTF-8 and import it again.`,
    ),
  ]
}

/**
 * Decodes by byte order mark, else as strict UTF-8, else as Windows-1252, which any bytes are.
 * UTF-32 is refused, in words for people.
 */
export function decodeBytes(bytes: Uint8Array): Result<DecodedBytes, string> {
  if (UTF_32_MARKS.some((mark) => startsWith(bytes, mark))) {
    return failure('is text in UTF-32, which Crossread does not read; save it as UTF-8')
  }
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return success(decodeMarkedUtf8(bytes))
  if (startsWith(bytes, [0xff, 0xfe])) return success(decodeUtf16(bytes, 'LE'))
  if (startsWith(bytes, [0xfe, 0xff])) return success(decodeUtf16(bytes, 'BE'))
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return success({ text: utf8, encoding: 'UTF-8', problems: [] })
  const text = decodeWindows1252(bytes)
  return success({ text, encoding: 'Windows-1252', problems: doubtWindows1252(text) })
}
