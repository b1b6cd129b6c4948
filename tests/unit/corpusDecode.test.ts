import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/main/corpus/decode'
import { LARGEST_FILE_BYTES, readSource } from '../../src/main/corpus/readSource'
import type { ReadSource, SetAsideFile } from '../../src/main/services/ports'

function opened(path: string, bytes: Uint8Array | string): ReadSource {
  const read = readSource(path, Buffer.from(bytes))
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

function refused(path: string, bytes: Uint8Array | string): SetAsideFile {
  const read = readSource(path, Buffer.from(bytes))
  if (read.ok) throw new Error(`${path} was opened`)
  return read.error
}

function decoded(bytes: readonly number[] | Uint8Array) {
  const result = decodeBytes(Uint8Array.from(bytes))
  return result.ok ? { text: result.value.text, encoding: result.value.encoding } : result.error
}

const codes = (source: ReadSource) => source.problems.map(({ code }) => code)
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('decoding', () => {
  it('goes by the byte order mark and keeps it out of the text', () => {
    expect(decoded([0xef, 0xbb, 0xbf, 0xc3, 0xa9])).toEqual({ text: 'é', encoding: 'UTF-8 with byte order mark' })
    expect(decoded([0xff, 0xfe, ...Buffer.from('é😀', 'utf16le')])).toEqual({ text: 'é😀', encoding: 'UTF-16 LE' })
    expect(decoded([0xfe, 0xff, ...utf16be('é😀')])).toEqual({ text: 'é😀', encoding: 'UTF-16 BE' })
  })

  it('takes off one mark only: a second is a character of the text', () => {
    expect(decoded([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61])).toMatchObject({ text: '\ufeffa' })
    expect(decoded([0xff, 0xfe, 0xff, 0xfe, 0x61, 0])).toMatchObject({ text: '\ufeffa' })
    expect(decoded([0xfe, 0xff, 0xfe, 0xff, 0, 0x61])).toMatchObject({ text: '\ufeffa' })
  })

  it('takes bytes for UTF-8 when they are, else for Windows-1252', () => {
    expect(decoded(Buffer.from('naïve 😀'))).toEqual({ text: 'naïve 😀', encoding: 'UTF-8' })
    expect(decoded([0x93, 0x4f, 0x2e, 0x4b, 0x2e, 0x94, 0x20, 0xe9, 0x20, 0x80, 0x9f])).toEqual({
      text: '“O.K.” é €Ÿ',
      encoding: 'Windows-1252',
    })
    // An overlong form, a surrogate and a cut sequence are no UTF-8.
    for (const bytes of [
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0x61, 0xe2, 0x82],
    ]) {
      expect(decoded(bytes)).toMatchObject({ encoding: 'Windows-1252' })
    }
  })

  it('knows all 32 bytes that Windows-1252 has for itself', () => {
    const bytes = Array.from({ length: 32 }, (_, place) => 0x80 + place)
    expect(decoded([...bytes, 0xff])).toMatchObject({
      text: '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸÿ',
    })
  })

  it('refuses UTF-32 in words', () => {
    expect(refused('a.txt', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toMatchObject({
      code: 'UNSUPPORTED_ENCODING',
      message: 'Not opened: it is text in UTF-32, which Crossread does not read; save it as UTF-8.',
    })
    expect(refused('a.txt', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])).code).toBe('UNSUPPORTED_ENCODING')
  })

  it('says where characters were replaced, and does not blame those that the file has itself', () => {
    const broken = opened('a.txt', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff, 0x0a, 0xff]))
    expect(broken.article.text).toBe('a\n\ufffd\n\ufffd')
    expect(broken.problems).toEqual([
      {
        code: 'REPLACED_CHARACTERS',
        message:
          'The file says that it is UTF-8, but 2 places in it cannot be read so; “\ufffd” stand there, the first in line 2.',
      },
    ])
    expect(codes(opened('a.txt', '\ufeffa \ufffd'))).toEqual([])
    expect(codes(opened('a.txt', Buffer.from([0xff, 0xfe, 0xfd, 0xff, 0x61, 0])))).toEqual([])
    expect(codes(opened('a.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0])))).toEqual(['REPLACED_CHARACTERS'])
    expect(codes(opened('a.txt', Buffer.from([0xff, 0xfe, 0x61, 0, 0x62])))).toEqual(['REPLACED_CHARACTERS'])
  })

  it('doubts Windows-1252 when most of the file looks like UTF-8', () => {
    const source = opened('a.txt', Buffer.concat([Buffer.from('one\ncafé “two”\n'), Buffer.from([0xff])]))
    expect([source.encoding, codes(source)]).toEqual(['Windows-1252', ['ENCODING_DOUBTFUL']])
    expect(source.problems[0]?.message).toContain('the first in line 2')
    expect(codes(opened('a.txt', Buffer.from('Caf\xe9 \xc0 la carte, \xc2 bient\xf4t', 'latin1')))).toEqual([])
  })

  it('keeps the byte order mark, line ends and accents out of the hash, and in the offsets what is in the file', () => {
    const plain = opened('a.txt', 'é\nwords')
    const other = opened('b.txt', '\ufeffe\u0301\r\nwords')
    expect(other.article.textHash).toBe(plain.article.textHash)
    expect(other.sha256).not.toBe(plain.sha256)
    expect(plain.article.textHash).toBe('815b37c1f5a524b43aa6a94824187775aaf60819c2a5a55ce5503141d42c0d56')
    expect(other.article.offsets.toDecoded({ start: 2, endExclusive: 7 })).toEqual({ start: 4, end: 9 })
  })
})

describe('files that are no text', () => {
  it.each([
    ['a PDF document', '%PDF-1.7\nplain as it may look'],
    ['a Rich Text document', '{\\rtf1 words}'],
    ['a ZIP archive or an Office document', 'PK\x03\x04words'],
    ['a PNG picture', '\x89PNG\r\n\x1a\nwords'],
    ['a JPEG picture', '\xff\xd8\xff\xe0words'],
    ['an old Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a compressed file', '\x1f\x8b\x08words'],
  ])('are set aside as %s', (kind, start) => {
    const aside = refused('notes.txt', Buffer.from(start, 'latin1'))
    expect(aside).toEqual({
      path: 'notes.txt',
      code: 'BINARY',
      message: `Not opened: it is named .txt, but looks like ${kind}.`,
    })
  })

  it('are known by their NUL bytes and control characters', () => {
    expect(refused('a.txt', 'words\0words').message).toContain('the first NUL byte is number 6')
    expect(refused('a.md', Buffer.from([1, 2, 3, 4, 0x61])).message).toContain('many control characters')
    expect(refused('a.txt', Buffer.from('plain words', 'utf16le')).message).toContain(
      'UTF-16 without a byte order mark',
    )
  })

  it('are not texts in which a few NUL characters are left, but those say so', () => {
    const source = opened('a.txt', `${'words and words\n'.repeat(50)}a stray \0 one`)
    expect(source.problems).toEqual([
      {
        code: 'NUL_CHARACTERS',
        message: 'The text has 1 NUL character in it, the first in line 51; the file may be damaged.',
      },
    ])
  })

  it('are set aside by their name when Crossread knows no such format', () => {
    expect(refused('a/Report.PDF', 'x')).toEqual({
      path: 'a/Report.PDF',
      code: 'UNSUPPORTED',
      message: 'Not opened: it is a PDF document; Crossread reads .txt, .md and .html.',
    })
    expect(refused('Makefile', 'x').message).toContain('its format is not supported')
  })

  it('are set aside over 20 MB, and opened at exactly that', () => {
    const bytes = Buffer.alloc(LARGEST_FILE_BYTES, 'some words of a long text\n')
    expect(opened('a.txt', bytes).article.offsets.decodedLength).toBe(LARGEST_FILE_BYTES)
    expect(refused('a.txt', Buffer.concat([bytes, Buffer.from('x')])).code).toBe('TOO_LARGE')
  })
})

describe('odd texts', () => {
  it('are opened when they are empty, and say so', () => {
    expect(opened('a.txt', '').problems).toEqual([{ code: 'EMPTY', message: 'The file is empty: it has no bytes.' }])
    expect(opened('a.txt', ' \r\n\u00a0\t').problems[0]?.message).toBe('The file has no text: nothing but white space.')
    expect(opened('a.txt', '---\ntitle: x\n---\n').problems[0]?.message).toContain('front matter and no text')
    const marked = opened('a.txt', '\ufeff')
    expect([codes(marked), marked.metadata.title, marked.titleGuessed]).toEqual([['EMPTY'], null, false])
  })

  it('say when their name promises something else', () => {
    expect(codes(opened('a.txt', '<!DOCTYPE html><html><body><p>Words.</p></body></html>'))).toEqual(['MISNAMED'])
    expect(codes(opened('a.txt', 'A tag such as </p> ends a paragraph, </div> a division.'))).toEqual([])
    const plain = opened('a.html', 'First line.\n\nSecond < third.\n')
    expect([codes(plain), plain.article.text]).toEqual([['MISNAMED'], 'First line.\n\nSecond < third.\n'])
  })
})

describe('a guessed title', () => {
  const title = (text: string) => {
    const { metadata, titleGuessed } = opened('a.md', text)
    return [metadata.title, titleGuessed]
  }

  it('is the first line that is neither furniture nor a date', () => {
    expect(title('x\nBreaking News\n\nCouncil closes the bridge\n\nText.')).toEqual(['Council closes the bridge', true])
    expect(title('Updated 5:26 p.m.\nCouncil closes the bridge')).toEqual(['Council closes the bridge', true])
    expect(title('---\noutlet: x\n---\n\n# Council *closes* the bridge\n')).toEqual([
      'Council *closes* the bridge',
      true,
    ])
  })

  it('is the first sentence of a long paragraph, cut at a word', () => {
    expect(title('The council closed the bridge on Monday. Nobody knows why. It is old.')).toEqual([
      'The council closed the bridge on Monday.',
      true,
    ])
    const [long] = title('word '.repeat(100))
    expect(String(long)).toMatch(/word…$/)
    expect(String(long).length).toBeLessThanOrEqual(120)
  })

  it('gives way to the one that the source has', () => {
    expect(title('---\ntitle: Mine\n---\nNot mine')).toEqual(['Mine', false])
  })
})
