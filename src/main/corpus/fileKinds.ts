import { hasWideMark } from './decode'

export type SourceFormat = 'text' | 'markdown' | 'html'

const FORMATS: ReadonlyMap<string, SourceFormat> = new Map([
  ['.txt', 'text'],
  ['.md', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
])

/** What people call the files that Crossread cannot open, by the end of their name. */
const OTHER_KINDS: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'a PDF document'],
  ['.doc', 'a Word document'],
  ['.docx', 'a Word document'],
  ['.odt', 'an OpenDocument text'],
  ['.rtf', 'a Rich Text document'],
  ['.pages', 'a Pages document'],
  ['.epub', 'an e-book'],
  ['.xls', 'a spreadsheet'],
  ['.xlsx', 'a spreadsheet'],
  ['.ods', 'a spreadsheet'],
  ['.csv', 'a table'],
  ['.tsv', 'a table'],
  ['.ppt', 'a presentation'],
  ['.pptx', 'a presentation'],
  ['.json', 'a JSON file'],
  ['.xml', 'an XML file'],
  ['.mht', 'a web archive'],
  ['.mhtml', 'a web archive'],
  ['.webarchive', 'a web archive'],
  ['.warc', 'a web archive'],
  ['.eml', 'an e-mail'],
  ['.msg', 'an e-mail'],
  ['.zip', 'a ZIP archive'],
  ['.gz', 'a compressed file'],
  ['.png', 'a picture'],
  ['.jpg', 'a picture'],
  ['.jpeg', 'a picture'],
  ['.gif', 'a picture'],
  ['.webp', 'a picture'],
  ['.svg', 'a picture'],
  ['.tif', 'a picture'],
  ['.tiff', 'a picture'],
  ['.heic', 'a picture'],
  ['.mp3', 'a sound recording'],
  ['.wav', 'a sound recording'],
  ['.m4a', 'a sound recording'],
  ['.mp4', 'a video'],
  ['.mov', 'a video'],
  ['.webm', 'a video'],
])

/** What operating systems leave in folders, beside the names that begin with a dot. */
const SYSTEM_CLUTTER = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r', '$recycle.bin'])

/** The end of a file's name from its last dot, in lower case; empty when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** The format that a file's name promises; null when Crossread opens no such files. */
export function formatOf(path: string): SourceFormat | null {
  return FORMATS.get(extensionOf(path)) ?? null
}

/** What a file of another format is, in words for people; null when its name tells nothing. */
export function otherKindOf(path: string): string | null {
  return OTHER_KINDS.get(extensionOf(path)) ?? null
}

/** Names that are no sources and are not spoken of either: README*, dot names, the clutter of operating systems. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || /^readme/i.test(name) || SYSTEM_CLUTTER.has(name.toLowerCase())
}

type Signature = { readonly at?: number; readonly bytes: string; readonly kind: string }

/** How files of other kinds begin (in Latin-1). */
const SIGNATURES: readonly Signature[] = [
  { bytes: '%PDF-', kind: 'a PDF document' },
  { bytes: '{\\rtf', kind: 'a Rich Text document' },
  { bytes: 'PK\x03\x04', kind: 'a ZIP archive or an Office document' },
  { bytes: 'PK\x05\x06', kind: 'an empty ZIP archive' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', kind: 'an old Office document' },
  { bytes: '\x89PNG\r\n\x1a\n', kind: 'a PNG picture' },
  { bytes: '\xff\xd8\xff', kind: 'a JPEG picture' },
  { bytes: 'GIF87a', kind: 'a GIF picture' },
  { bytes: 'GIF89a', kind: 'a GIF picture' },
  { bytes: 'II*\0', kind: 'a TIFF picture' },
  { bytes: 'MM\0*', kind: 'a TIFF picture' },
  { at: 8, bytes: 'WEBP', kind: 'a WebP picture' },
  { at: 8, bytes: 'WAVE', kind: 'a sound recording' },
  { at: 4, bytes: 'ftyp', kind: 'a video or a recording' },
  { bytes: 'ID3', kind: 'a sound recording' },
  { bytes: 'OggS', kind: 'a sound recording' },
  { bytes: '\x1aE\xdf\xa3', kind: 'a video' },
  { bytes: '\x1f\x8b', kind: 'a compressed file' },
  { bytes: 'BZh9', kind: 'a compressed file' },
  { bytes: '\xfd7zXZ\0', kind: 'a compressed file' },
  { bytes: '7z\xbc\xaf\x27\x1c', kind: 'a 7-Zip archive' },
  { bytes: 'Rar!\x1a\x07', kind: 'a RAR archive' },
  { bytes: 'bplist00', kind: 'a web archive or property list' },
  { bytes: 'SQLite format 3\0', kind: 'a database' },
  { bytes: '\x7fELF', kind: 'a program' },
  { bytes: 'MZ\x90\0', kind: 'a program' },
]

/** Bytes looked at for control characters; more would be surer and slower. */
export const BINARY_SAMPLE_BYTES = 65_536
/** Share of control characters from which bytes are no text. Old text files have a form feed or two, not one in twenty. */
export const MOST_CONTROL_SHARE = 0.05

/** Bytes of text that there must be for each NUL byte. Broken tools leave a stray one in a long text; data is full of them. */
export const LEAST_BYTES_A_NUL = 500

/** How many NUL bytes there are. */
export function countNuls(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count += 1
  return count
}

/** What the bytes look like when they are no text, in words for people; null for text. */
export function binaryKindOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  for (const { at = 0, bytes: mark, kind } of SIGNATURES) if (head.startsWith(mark, at)) return kind
  if (hasWideMark(bytes)) return null
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    if (looksLikeUtf16(bytes)) return 'text in UTF-16 without a byte order mark; save it as UTF-8'
    if (countNuls(bytes) * LEAST_BYTES_A_NUL > bytes.byteLength) {
      return `binary data (the first NUL byte is number ${(nul + 1).toLocaleString('en-US')})`
    }
  }
  return controlShare(bytes.subarray(0, BINARY_SAMPLE_BYTES)) > MOST_CONTROL_SHARE
    ? 'binary data (many control characters)'
    : null
}

/** Text of Latin letters in UTF-16 has a NUL in nearly every second byte, always on the same side. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096)
  const nuls = [0, 0]
  sample.forEach((byte, place) => {
    if (byte === 0) nuls[place % 2] = (nuls[place % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  const half = sample.length / 2
  return sample.length >= 4 && Math.max(even, odd) > half * 0.7 && Math.min(even, odd) < half * 0.05
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0
  for (const byte of bytes) {
    const isText = byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d
    if (!isText) controls += 1
  }
  return bytes.length === 0 ? 0 : controls / bytes.length
}
