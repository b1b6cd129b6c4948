import { createHash } from 'node:crypto'

/** SHA-256 of bytes, or of text in UTF-8, in lower-case hex. */
export function sha256Of(content: Uint8Array | string): string {
  const hash = createHash('sha256')
  return (typeof content === 'string' ? hash.update(content, 'utf8') : hash.update(content)).digest('hex')
}

/**
 * The id of a source first imported under `path`: 16 hex digits of the path's SHA-256, the same for every writer, so
 * that two reviewers who open the same folder mean the same source. When a renamed source holds that id already, the
 * next free one in a fixed order.
 */
export function sourceIdOf(path: string, isTaken: (id: string) => boolean = () => false): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = sha256Of(attempt === 0 ? path : `${path}\0${attempt}`).slice(0, 16)
    if (!isTaken(id)) return id
  }
}
