/** The bytes behind base64, which the contract's schema has checked. */
export function decodeBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
