/**
 * Whether a text is base64 with its padding. Looks for the first wrong character: a pattern for the whole, as the schema
 * library has one, runs out of stack on a source of a few megabytes.
 */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))
}
