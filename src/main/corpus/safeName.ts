import { extensionOf, formatOf, isPassedOver } from './fileKinds'

/** Bytes of the longest name, in UTF-8, without its extension: file systems allow 255, and " (12)" may be added. */
export const LONGEST_NAME_BYTES = 180
/** What a file is called when nothing of its name can be kept. */
export const NAMELESS = 'source'

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i

/**
 * A name that may stand in a corpus folder on any system: no separators, no characters or names that Windows forbids,
 * not hidden, not passed over as README is, not too long, and with the extension of a supported format.
 */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    // Besides control characters: marks that turn the direction of writing can make "exe.txt" of "txt.exe".
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const extension = formatOf(clean) === null ? '' : extensionOf(clean)
  const stem = clean.slice(0, clean.length - extension.length).replace(/[. ]+$/, '')
  const short = cutBytes(stem, LONGEST_NAME_BYTES).replace(/[. ]+$/, '') || NAMELESS
  const allowed = DEVICE_NAME.test(short) || isPassedOver(short) ? `${NAMELESS}-${short}` : short
  return `${allowed}${extension === '' ? '.txt' : extension}`
}

/** The name with a number, as systems do it: "report (2).txt". */
export function numberedName(name: string, number: number): string {
  if (number === 1) return name
  const extension = extensionOf(name)
  return `${name.slice(0, name.length - extension.length)} (${number})${name.slice(name.length - extension.length)}`
}

function cutBytes(words: string, most: number): string {
  let bytes = 0
  let kept = ''
  for (const character of words) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}
