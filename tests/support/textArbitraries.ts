import fc from 'fast-check'

/** Pieces of text as files really have them: every trap of Unicode that the program must step over. */
const PIECES = [
  ...["can't", 'can’t', 'O.K.', 'okay', 'p.m.', 'U.S.', '28,000', '5:26', '2.4', '$20', '8', 'eight', '100%'],
  ...['the', 'The', 'officers', "officers'", 'never', 'a-b', 'x', 'example.com', '...', '—', '#', '‘90s', '“I”m'],
  ...['e\u0301', 'q\u0307\u0323', 'Å', '\u212b', 'ﬁn', 'ß', 'İ', 'ς', '\u0301', '\u20e3', '1\ufe0f\u20e3'],
  ...['😀', '👩🏽‍🚀', '🇪🇺', '🇪', '\u{1d11e}', '\u{20000}', '\ud83d', '\ude00'],
  ...['שלום', 'مرحبا', '\u200f', '\u202e', '日本語', 'ラーメン', 'ไทยน้ำ', '한국', '\u1100\u1161\u11a8'],
  ...['\u00ad', 'soft\u00adhyphen', '\u200b', '\ufeff', '\u200d'],
  ...[' ', '  ', '\u00a0', '\t', '\n', '\n\n', '\r\n', '\u2028', '\u3000'],
  ...['"', '“', '”', '‘', '’', "'", '«', '»', '„', '.', ',', '!', '?', '…', ':', '(', ')', '%'],
]

/** Texts of any pieces in any order, with and without white space between them. */
export const anyText = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.constantFrom('', ' '))
  .map(([pieces, between]) => pieces.join(between))

/** A word that no other kind of word below equals, in one of several scripts. */
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'so', 'té', 'vu', 'zi', 'до', 'не', 'שׁ', 'دا', '𝒜']

/** A made-up word of three to five syllables: two of them are hardly ever the same. */
export const madeUpWord = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 3, maxLength: 5 })
  .map((syllables) => syllables.join(''))
