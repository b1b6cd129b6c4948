import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/main/corpus/frontMatter'
import { readSource } from '../../src/main/corpus/readSource'

function read(text: string) {
  const { bodyStart, metadata, problems } = readFrontMatter(text)
  const known = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
  return { body: text.slice(bodyStart), known, problems: problems.map(({ code, message }) => `${code}: ${message}`) }
}

describe('front matter', () => {
  it('gives the metadata as it is written', () => {
    const text = `---
title: "Council: closed"
outlet: The Example
byline: Jane Roe
published: 2018-04-16
url: https://example.org/a?b=c
retrieved: 2018-05-01T10:00:00+02:00
kind: Primary record
digestOf: 1984
tags: [a, b]
---
Words.`
    expect(read(text)).toEqual({
      body: 'Words.',
      known: {
        title: 'Council: closed',
        outlet: 'The Example',
        byline: 'Jane Roe',
        published: '2018-04-16',
        url: 'https://example.org/a?b=c',
        retrieved: '2018-05-01T10:00:00+02:00',
        kind: 'primary record',
        digestOf: '1984',
      },
      problems: [],
    })
  })

  it('keeps numbers and truth values to the character', () => {
    expect(read('---\ntitle: 007\nbyline: 1.10\noutlet: yes\nretrieved: true\n---\n').known).toEqual({
      title: '007',
      byline: '1.10',
      outlet: 'yes',
      retrieved: 'true',
    })
  })

  it.each([
    ['a first line with a space', '--- \ntitle: x\n---\nWords.'],
    ['an empty line first', '\n---\ntitle: x\n---\nWords.'],
    ['no closing line', '---\ntitle: x\nWords.'],
    ['a closing line of four dashes', '---\ntitle: x\n----\nWords.'],
    ['rules around prose', '---\nOnce upon a time.\n---\nWords.'],
    ['nothing between', '---\n---\nWords.'],
    ['a list', '---\n- title\n- x\n---\nWords.'],
    ['three dots to close', '---\ntitle: x\n...\nWords.'],
  ])('is not %s', (_, text) => {
    expect(read(text)).toEqual({ body: text, known: {}, problems: [] })
  })

  it('ends at a whole line only: a line separator of Unicode ends no line of a file', () => {
    const text = '---\ntitle: One\u2028---\u2028two\n---\nBody.\n'
    const front = readFrontMatter(text)
    expect(text.slice(front.bodyStart)).toBe('Body.\n')
    expect(readFrontMatter('---\ntitle: One\u2029---\nBody.\n').bodyStart).toBe(0)
  })

  it('ends at the last line too when the file ends there', () => {
    expect(read('---\ntitle: x\n---')).toEqual({ body: '', known: { title: 'x' }, problems: [] })
  })

  it('stays text when YAML cannot read it, and says why and in which line', () => {
    const text = '---\ntitle: x\nbyline: "never closed\n---\nWords.'
    const found = read(text)
    expect([found.body, found.known]).toEqual([text, {}])
    expect(found.problems).toEqual([
      expect.stringMatching(/^FRONT_MATTER_UNREADABLE: .*stays part of the text: .* in line \d/),
    ])
  })

  it.each([
    [
      'aliases that unfold without end',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: *c\n---\n`,
    ],
    ['lists nested without end', `---\ntitle: ${'['.repeat(30_000)}\n---\n`],
    ['megabytes', `---\ntitle: ${'x'.repeat(1_000_000)}\n---\n`],
    ['one key twice', '---\ntitle: a\ntitle: b\n---\n'],
  ])('is refused with %s', (_, text) => {
    const found = read(text)
    expect([found.body === text, found.problems.length]).toEqual([true, 1])
    expect(found.problems[0]).toMatch(/^FRONT_MATTER_UNREADABLE: [^\n]{20,300}$/)
  })

  it('runs nothing, whatever its tags say', () => {
    const found = read(
      '---\ntitle: !!js/function "function () { throw 1 }"\n__proto__: { kind: opinion }\nconstructor: x\n---\n',
    )
    expect([found.known, found.problems]).toEqual([{ title: 'function () { throw 1 }' }, []])
  })

  it('names a value that does not fit and uses the rest', () => {
    const text =
      '---\ntitle: [a, b]\noutlet: The Example\nkind: gossip\nurl: javascript:alert(1)\nbyline:\npublished: { a: 1 }\n---\n'
    expect(read(text)).toEqual({
      body: '',
      known: { outlet: 'The Example' },
      problems: [
        'METADATA_IGNORED: The front matter\'s title was left out: one line of text is expected, and it says “["a","b"]”.',
        'METADATA_IGNORED: The front matter\'s published was left out: a date as text is expected, and it says “{"a":1}”.',
        "METADATA_IGNORED: The front matter's url was left out: a web address that begins with http:// or https:// is expected, and it says “javascript:alert(1)”.",
        "METADATA_IGNORED: The front matter's kind was left out: one of news, opinion, primary record, transcript, other is expected, and it says “gossip”.",
      ],
    })
  })

  it('is read from files with CRLF and a byte order mark, and counts in the offsets', () => {
    const source = readSource('a.txt', Buffer.from('\ufeff---\r\ntitle: x\r\n---\r\nWörds'))
    if (!source.ok) throw new Error(source.error.message)
    const { article, metadata } = source.value
    expect([metadata.title, article.text.slice(article.body.start)]).toEqual(['x', 'Wörds'])
    expect(article.offsets.toDecoded(article.body)).toEqual({ start: 20, end: 25 })
  })

  it('is not looked for in web pages', () => {
    const source = readSource('a.html', Buffer.from('---\ntitle: x\n---\n<p>Words of the page.</p>'))
    expect(source.ok && source.value.article.body.start).toBe(0)
  })
})
