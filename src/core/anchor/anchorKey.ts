import type { TokenKind } from '../text/tokens'

const QUOTATION_MARK = /^["'\u00ab\u00bb\u2018-\u201f\u2039\u203a\u2032\u2033\u300c-\u300f\uff02\uff07`\u00b4]+$/u
const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+$/u
const DOTS = /^(?:\.{2,}|\u2026+)$/u
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\uff07]/gu
/** Soft hyphen, direction marks, zero-width characters, tatweel and variation selectors: nothing that a reader reads. */
const UNSEEN = /(?![\u{e0020}-\u{e007f}])\p{Cf}|\u0640|\p{Variation_Selector}/gu
/** The same, without the joiner that makes one picture of several; the letters that make flags of regions stay in both. */
const UNSEEN_IN_PICTURES = /\p{Variation_Selector}|(?![\u200d\u{e0020}-\u{e007f}])\p{Cf}/gu
const PICTURE = /\p{Extended_Pictographic}/u
/** Ligatures, presentation forms and full or half width: other forms of the same letters. Not superscripts: `10²` is not `102`. */
const OTHER_FORMS = /[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufdff\ufe30-\ufeff\uff00-\uffef]/gu

/** What all quotation marks are, single and double: their form is typography, their place is not. */
export const QUOTATION_KEY = '"'
/** What all dashes and hyphens are. */
export const DASH_KEY = '-'
/** What an ellipsis is, however many dots it has. */
export const ELLIPSIS_KEY = '\u2026'

/**
 * What two tokens share when they differ in typography alone: quotation marks, dashes, ellipses, ligatures and other
 * Unicode forms, soft hyphens and what else cannot be seen. Capitals, accents and digits stay. Empty for what is unseen altogether.
 */
export function anchorKey(token: string, kind: TokenKind): string {
  if (kind === 'space') return ''
  if (kind === 'punctuation') {
    if (QUOTATION_MARK.test(token)) return QUOTATION_KEY
    if (DASH.test(token)) return DASH_KEY
    if (DOTS.test(token)) return ELLIPSIS_KEY
  }
  if (isAscii(token)) return token
  const seen = token.replace(PICTURE.test(token) ? UNSEEN_IN_PICTURES : UNSEEN, '').normalize('NFC')
  const plain = seen.replace(OTHER_FORMS, (form) => form.normalize('NFKC')).replace(APOSTROPHES, "'")
  const key = plain.normalize('NFC')
  return kind === 'punctuation' && key !== token ? anchorKey(key, kind) : key
}

function isAscii(token: string): boolean {
  for (let at = 0; at < token.length; at++) if (token.charCodeAt(at) > 0x7f) return false
  return true
}
