import type { QuotePiece } from './markedPassages'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser turns a bare CR into LF, and the quote would no longer be the file to the character.
  '\r': '&#13;',
}

/**
 * Text for use between tags or in a quoted attribute: for all texts without control characters, a parser gives
 * the same text back. Those that HTML forbids even as entities become U+FFFD.
 */
export function htmlText(text: string): string {
  return text
    .replace(/(?![\t\n\f\r\u0080-\u009f])\p{Cc}/gu, '\ufffd')
    .replace(/[&<>"'\r]/gu, (character) => ENTITIES[character] ?? '')
}

/** Text within a sentence of ours, kept from turning the direction of what stands around it. */
export function htmlInline(text: string): string {
  return `<bdi>${htmlText(text)}</bdi>`
}

/** A passage with what differs in `<del>` or `<ins>`, which screen readers are told of by the style sheet's generated words. */
export function htmlPieces(pieces: readonly QuotePiece[], tag: 'del' | 'ins'): string {
  return pieces.map(({ text, marked }) => (marked ? `<${tag}>${htmlText(text)}</${tag}>` : htmlText(text))).join('')
}

/** The address as a link when it is one of the web, otherwise as text. */
export function htmlLink(address: string): string {
  return /^https?:\/\/\S+$/iu.test(address)
    ? `<a href="${htmlText(address)}" rel="noopener noreferrer nofollow">${htmlText(address)}</a>`
    : htmlInline(address)
}
