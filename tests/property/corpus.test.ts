import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { furnitureReason } from '../../src/core/text/furniture'
import { FURNITURE_RULES, mayBeFurniture } from '../../src/core/text/furnitureRules'
import { normaliseString } from '../../src/core/text/normaliseText'
import { extractHtml } from '../../src/main/corpus/extractHtml'
import { readSource } from '../../src/main/corpus/readSource'
import { safeName } from '../../src/main/corpus/safeName'

/** Whole characters of all kinds: astral, combining, right to left, NBSP, soft hyphen, line ends of three sorts. */
const writing = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'word',
        'e\u0301',
        'é',
        '😀',
        'שלום',
        '\u00a0',
        '\u00ad',
        '\r\n',
        '\r',
        '\n',
        '---',
        ': ',
        '“',
        '”',
        '<p>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' ').replaceAll('\0', ''))

const encodings: readonly { name: string; encode: (text: string) => Buffer }[] = [
  { name: 'UTF-8', encode: (text) => Buffer.from(text) },
  { name: 'UTF-8 with byte order mark', encode: (text) => Buffer.from(`\ufeff${text}`) },
  { name: 'UTF-16 LE', encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { name: 'UTF-16 BE', encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16() },
]

describe('reading a source', () => {
  it('gives one text for one writing in every encoding, and says which it was', () => {
    fc.assert(
      fc.property(writing, fc.constantFrom(...encodings), (text, { name, encode }) => {
        fc.pre(!/^\ufeff|[\ud800-\udfff]/u.test(text) && !/^(?:%PDF|PK|MZ|II|MM|ID3)/.test(text))
        const read = readSource('a.md', encode(text))
        if (!read.ok) {
          expect(read.error.message).toContain('control characters')
          return
        }
        expect([read.value.encoding, read.value.article.text]).toEqual([name, normaliseString(text)])
        expect(read.value.article.offsets.decodedLength).toBe(Array.from(text).length)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps body and furniture in order, without overlap, in the text', () => {
    const lines = fc.constantFrom(
      'Advertisement',
      'READ ALSO: x',
      'Words of a story.',
      '---',
      'title: x',
      'Home',
      'News',
      'Sports',
      '',
      'x',
    )
    fc.assert(
      fc.property(fc.array(lines), fc.constantFrom('\n', '\r\n', '\r'), (chosen, lineEnd) => {
        const read = readSource('a.txt', Buffer.from(chosen.join(lineEnd)))
        if (!read.ok) throw new Error(read.error.message)
        const { text, body, furniture } = read.value.article
        expect(body.endExclusive).toBe(text.length)
        let last = 0
        for (const { range } of furniture) {
          expect(range.start).toBeGreaterThanOrEqual(last)
          expect(range.endExclusive).toBeGreaterThan(range.start)
          last = range.endExclusive
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('never fails on any bytes, of any name', () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.pdf', '')
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '\ufeff', '---\n', '<p>', '%PDF'),
        names,
        (bytes, start, name) => {
          const read = readSource(name, Buffer.concat([Buffer.from(start), bytes]))
          if (read.ok) expect(read.value.article.offsets.decodedLength).toBeGreaterThanOrEqual(0)
          else expect(read.error.message).toMatch(/^Not opened: .+\.$/)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('extracting a page', () => {
  it('never fails on broken markup, and leaves no tag in the text of a sound one', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<div',
      '>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '&amp;',
      '&#x',
      'words ',
      '<b>',
      '</b>',
      '"',
      "'",
      '<svg>',
      '<table><td>',
      '<br/>',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expect(typeof extractHtml(parts.join('')).text).toBe('string')
      }),
      { numRuns: 200 },
    )
    const paragraphs = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', 'ש'), minLength: 1 }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const html = `<html><body><article>${texts.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`
        const expected = texts.map((text) => text.replace(/ +/g, ' ').trim()).filter((text) => text !== '')
        expect(extractHtml(html).text).toBe(expected.join('\n\n'))
      }),
      { numRuns: 100 },
    )
  })
})

describe('furniture', () => {
  it('is what the rules say, with the quick look before them or without', () => {
    const words = fc.constantFrom(
      'Read',
      'also',
      ':',
      'Follow',
      'us',
      'on',
      'Twitter',
      'for more',
      'Donate',
      'today',
      'Photo',
      'by',
      'Getty Images',
      '/',
      '|',
      'News',
      'Home',
      'Sports',
      '©',
      '2018',
      'cookies',
      'we use',
      'Click here',
      'x',
      'More',
      '»',
      'Sign up for our newsletter',
      'support our mission',
      'as a nonprofit',
      'you',
      'AP',
      'Related',
      'Stories',
      'all rights reserved',
      'Weather',
      'Video',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), (chosen) => {
        const line = chosen.join(' ')
        if (FURNITURE_RULES.some((rule) => rule.applies(line)))
          expect([line, mayBeFurniture(line)]).toEqual([line, true])
        if (!mayBeFurniture(line)) expect(furnitureReason(line)).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a safe name', () => {
  it('never leaves the folder, hides, or changes when it is made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const safe = safeName(name)
        expect(safe).toMatch(/^[^./\\<>:"|?*\p{Cc}][^/\\<>:"|?*\p{Cc}]*\.(?:txt|md|html?)$/u)
        expect(safe).not.toMatch(/^readme/i)
        expect(safeName(safe)).toBe(safe)
      }),
      { numRuns: 1000 },
    )
  })
})
