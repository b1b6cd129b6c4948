import { rm, writeFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crossread } from '../support/commandLine'
import { brokenPromises, type MatchedPair } from '../support/matchedPair'

// Texts that share sentences, as files really come: with byte order marks, CRLF and lone CR, decomposed and stacked accents,
// emoji and other astral characters, right-to-left script, invisible characters and front matter.
const WORDS = [
  ...[
    'the',
    'officers',
    'called',
    'out',
    'minutes',
    'later',
    'eight',
    'shots',
    'said',
    'family',
    'lawyer',
    '20',
    '$2.4',
    'O.K.',
    'we’re',
  ],
  ...['cafe\u0301', 'café', 'A\u030angstro\u0308m', 'ﬁne', '\u1100\u1161\u11a8', 'q\u0307\u0323', '\u212b'],
  ...['👩🏽‍🚀', '\u{1d11e}', '🇪🇺', '\u{1f600}'],
  ...['שלום', 'עולם', 'مرحبا', '\u200fאב\u200e', '日本語', '\u202eabc\u202c'],
  ...['soft\u00adhyphen', 'no\u00a0break', 'zero\u200bwidth', '\ufeffmark'],
]
const word = fc.constantFrom(...WORDS)
const sentence = fc
  .tuple(
    fc.array(word, { minLength: 5, maxLength: 14 }),
    fc.constantFrom('.', '!', '?', '…', ''),
    fc.constantFrom('“”', '""', '', '«»'),
  )
  .map(([words, end, marks]) => `${marks.slice(0, 1)}${words.join(' ')}${end}${marks.slice(1)}`)

/** Sentences of which both files take some, each in its own order, with words lost and put in. */
type Shared = readonly string[]
const file = (shared: Shared) =>
  fc
    .record({
      own: fc.array(sentence, { maxLength: 4 }),
      taken: fc.shuffledSubarray([...shared], { minLength: 2 }),
      meddle: fc.constantFrom('as it is', 'first word lost', 'a word put in', 'decomposed'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      front: fc.constantFrom('', '---\ntitle: Cafe\u0301 👩🏽‍🚀\noutlet: "Ä: b"\n---\n', '---\nnot: [closed\n', '---\n'),
      between: fc.constantFrom(' ', '\n', '\n\n', '  \n'),
    })
    .map(({ own, taken, meddle, lineEnd, mark, front, between }) => {
      const changed = taken.map((one) => meddleWith(one, meddle))
      const lines = [...own.slice(0, 2), ...changed, ...own.slice(2)].join(between)
      return mark + `${front}${lines}\n`.replaceAll('\n', lineEnd)
    })
const pairOfFiles = fc
  .array(sentence, { minLength: 3, maxLength: 6 })
  .chain((shared) => fc.tuple(file(shared), file(shared)))

function meddleWith(text: string, how: string): string {
  if (how === 'first word lost') return text.replace(/^\S+\s/u, '')
  if (how === 'a word put in') return text.replace(/\s/u, ' moreover ')
  return how === 'decomposed' ? text.normalize('NFD') : text
}

function decode(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

describe('crossread match, on files as they come', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crossread-match-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function match(a: string, b: string): Promise<MatchedPair> {
    const bytes = { a: new TextEncoder().encode(a), b: new TextEncoder().encode(b) }
    const paths = { a: join(folder, 'a.txt'), b: join(folder, 'b.md') }
    await writeFile(paths.a, bytes.a)
    await writeFile(paths.b, bytes.b)
    const { code, out, err } = await crossread(['match', paths.a, paths.b, '--json'])
    expect([code, err]).toEqual([0, ''])
    const pair = JSON.parse(out) as MatchedPair
    expect(brokenPromises(pair, { a: decode(bytes.a), b: decode(bytes.b) })).toEqual([])
    expect([pair.a.length, pair.b.length]).toEqual([
      Array.from(decode(bytes.a)).length,
      Array.from(decode(bytes.b)).length,
    ])
    return pair
  }

  it('gives each text as the file between its offsets, and edits that replay', async () => {
    let passages = 0
    await fc.assert(
      fc.asyncProperty(pairOfFiles, async ([a, b]) => {
        passages += (await match(a, b)).passages.length
      }),
      { numRuns: 400 },
    )
    // A matcher that finds nothing keeps every promise about what it finds.
    expect(passages).toBeGreaterThan(100)
  })

  it('finds a sentence that stands in both whatever its line ends, marks and forms of letters', async () => {
    const shared = fc.array(
      fc.constantFrom('eight', 'cafe\u0301', 'shots', 'fell', 'A\u030a', 'lawn', 'שלום', 'minutes'),
      { minLength: 8, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(
        shared,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        async (words, lineEnd, mark) => {
          const a = `${mark}One opening.${lineEnd}${words.join(' ')}${lineEnd}`
          const b = `Another start altogether.\n${words.join(' ').normalize('NFC')}\n`
          expect((await match(a, b)).passages.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 100 },
    )
  })
})
