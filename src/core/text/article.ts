import type { OffsetMap } from './offsetMap'
import type { TextRange } from './textRange'

/** Why a stretch of text takes no part in matching; the words are shown to the reviewer. */
export type FurnitureMark = { readonly range: TextRange; readonly why: string }

/**
 * The normalised text of a source: byte order mark off, line ends LF, NFC. Never edited.
 * `text` holds the whole decoded file, front matter included; `body` is what follows the front matter.
 */
export type Article = {
  readonly text: string
  /** SHA-256 of `text` in UTF-8, lower-case hex. */
  readonly textHash: string
  readonly body: TextRange
  /** Front matter (when there is any) and page furniture found by rule, in order, without overlap. */
  readonly furniture: readonly FurnitureMark[]
  readonly offsets: OffsetMap
}
