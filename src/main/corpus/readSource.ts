import { createArticle } from '../../core/text/createArticle'
import { EMPTY_METADATA } from '../../core/text/metadata'
import type { SourceMetadata } from '../../core/text/metadata'
import { normaliseText } from '../../core/text/normaliseText'
import type { Result } from '../../core/result'
import { failure, success } from '../../core/result'
import type { ReadSource, SetAsideFile, SourceProblem } from '../services/ports'
import { decodeBytes, lineOf } from './decode'
import { extractHtml } from './extractHtml'
import { binaryKindOf, extensionOf, formatOf, otherKindOf } from './fileKinds'
import type { SourceFormat } from './fileKinds'
import { readFrontMatter } from './frontMatter'
import { guessTitle } from './guessTitle'
import { sha256Of } from './hashing'
import { hasMarkup, looksLikePage } from './htmlTags'
import { counted, problem, setAside } from './problems'

/** Bytes of the largest file that is opened; a file of exactly as many is. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024

/** A source from a file's path and bytes, or why there is none. Reads and writes nothing. */
export function readSource(path: string, bytes: Uint8Array): Result<ReadSource, SetAsideFile> {
  const format = formatOf(path)
  if (format === null) return failure(unsupported(path))
  if (bytes.byteLength > LARGEST_FILE_BYTES) return failure(tooLarge(path, bytes.byteLength))
  const binary = binaryKindOf(bytes)
  if (binary !== null) {
    return failure(setAside(path, 'BINARY', `Not opened: it is named ${extensionOf(path)}, but looks like ${binary}.`))
  }
  const decoded = decodeBytes(bytes)
  if (!decoded.ok) return failure(setAside(path, 'UNSUPPORTED_ENCODING', `Not opened: it ${decoded.error}.`))
  const content = readContent(format, decoded.value.text)
  const normalised = normaliseText(content.text)
  const front = format === 'html' ? null : readFrontMatter(normalised.text)
  const article = createArticle(normalised, sha256Of(normalised.text), front?.bodyStart ?? 0)
  const metadata = front?.metadata ?? content.metadata
  const guessed = metadata.title === null ? guessTitle(article) : null
  const isEmpty = normalised.text.slice(article.body.start).trim() === ''
  const emptiness = isEmpty ? [problem('EMPTY', emptyMessage(bytes, article.body.start))] : content.problems
  return success({
    path,
    format,
    sha256: sha256Of(bytes),
    bytes,
    encoding: decoded.value.encoding,
    article,
    metadata: guessed === null ? metadata : { ...metadata, title: guessed },
    titleGuessed: guessed !== null,
    problems: [...decoded.value.problems, ...strayNuls(decoded.value.text), ...emptiness, ...(front?.problems ?? [])],
  })
}

/** A few NUL characters do not make a text binary, but they are no writing either: say where. */
function strayNuls(text: string): readonly SourceProblem[] {
  const first = text.indexOf('\0')
  if (first < 0) return []
  const nuls = counted(text.split('\0').length - 1, 'NUL character', 'NUL characters')
  const line = lineOf(text, first).toLocaleString('en-US')
  return [problem('NUL_CHARACTERS', `The text has ${nuls} in it, the first in line ${line}; the file may be damaged.`)]
}

type Content = {
  readonly text: string
  readonly metadata: SourceMetadata
  readonly problems: readonly SourceProblem[]
}

function readContent(format: SourceFormat, text: string): Content {
  const plain = { text, metadata: EMPTY_METADATA, problems: [] }
  switch (format) {
    case 'html':
      if (hasMarkup(text)) return extractHtml(text)
      return {
        ...plain,
        problems: [problem('MISNAMED', 'It is named as a web page, but has no markup; it was read as plain text.')],
      }
    case 'text':
      if (!looksLikePage(text)) return plain
      return { ...plain, problems: [problem('MISNAMED', pageMessage)] }
    case 'markdown':
      return plain
  }
}

const pageMessage =
  'It looks like a web page, but is named as plain text, so its markup is shown as it is written; rename it to .html to have its article extracted.'

function emptyMessage(bytes: Uint8Array, bodyStart: number): string {
  if (bytes.byteLength === 0) return 'The file is empty: it has no bytes.'
  return bodyStart > 0
    ? 'The file has front matter and no text after it.'
    : 'The file has no text: nothing but white space.'
}

export function tooLarge(path: string, sizeBytes: number): SetAsideFile {
  const size = (sizeBytes / 1024 / 1024).toFixed(1)
  return setAside(path, 'TOO_LARGE', `Not opened: it is ${size} MB, and Crossread opens files of up to 20 MB.`)
}

export function unsupported(path: string): SetAsideFile {
  const kind = otherKindOf(path)
  const what = kind === null ? 'its format is not supported' : `it is ${kind}`
  return setAside(path, 'UNSUPPORTED', `Not opened: ${what}; Crossread reads .txt, .md and .html.`)
}
