import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sliceRange } from '../../src/core/text/textRange'
import { decodeBytes } from '../../src/main/corpus/decode'
import { runGenerator } from '../support/generator/command'
import { TRUTH_FILE } from '../support/generator/writeCorpus'
import { readTruth, type Truth } from '../support/generator/truth'
import { plantQuotations } from '../support/generator/plantQuotations'
import { PASSAGE_KINDS } from '../support/generator/variants'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-generator-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function generate(...args: string[]) {
  const folder = join(temporaryFolder(), 'corpus')
  const said: string[] = []
  const warned: string[] = []
  const code = runGenerator(
    [...args, '--out', folder],
    '/',
    (line) => said.push(line),
    (line) => warned.push(line),
  )
  return { folder, code, said, warned }
}

/** The corpus as a reader finds it: the truth, and each file's code points. */
function generated(...args: string[]) {
  const { folder } = generate(...args)
  const truth = readTruth(readFileSync(join(folder, TRUTH_FILE), 'utf8'))
  const texts = new Map(truth.sources.map(({ path }) => [path, Array.from(decoded(join(folder, path)))]))
  const textAt = (path: string, start: number, end: number) => texts.get(path)!.slice(start, end).join('')
  return { folder, truth, texts, textAt }
}

function decoded(path: string): string {
  const read = decodeBytes(readFileSync(path))
  if (!read.ok) throw new Error(read.error)
  return read.value.text
}

function hashOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

/** What copying keeps, whatever marks and Unicode form a file is written in. */
function wording(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'").replace(/[“”]/g, '"')
}

describe('a generated corpus', () => {
  const pathOf = (truth: Truth) => new Map(truth.passages.map((passage) => [passage.id, passage]))

  it('has the same bytes for the same seed, and others for another', () => {
    const [one, same, other] = ['7', '7', '8'].map((seed) => hashOf(generate('--seed', seed, '--sources', '12').folder))
    expect(one).toBe(same)
    expect(other).not.toBe(one)
  })

  it('holds a copied passage word for word as its origin has it', () => {
    const { truth, textAt } = generated('--seed', '7', '--sources', '60')
    const passages = pathOf(truth)
    const copied = truth.passages.filter(({ kind }) => kind === 'copied')
    expect(copied.length).toBeGreaterThan(3)
    for (const { path, start, end, of } of copied) {
      const origin = passages.get(of!)!
      expect(wording(textAt(path, start, end))).toBe(wording(textAt(origin.path, origin.start, origin.end)))
    }
  })

  it('puts quotations between quotation marks, without the marks', () => {
    const { truth, textAt } = generated('--seed', '7', '--sources', '60')
    const quoted = truth.passages.filter(({ kind }) => kind === 'quoted' || kind === 'misquoted')
    expect(quoted.length).toBeGreaterThan(5)
    for (const { path, start, end } of quoted) {
      expect(textAt(path, start - 1, start)).toMatch(/["“]/)
      expect(textAt(path, end, end + 2)).toMatch(/^[.,]["”]$/)
      expect(textAt(path, start, end)).not.toMatch(/["“”]/)
    }
  })

  it('quotes what its origin says, and misquotes it in the words that are listed', () => {
    const { truth, textAt } = generated('--seed', '7', '--sources', '60')
    const passages = pathOf(truth)
    for (const { kind, path, start, end, of, changes } of truth.passages) {
      if (kind !== 'quoted' && kind !== 'misquoted') continue
      const origin = passages.get(of!)!
      const whole = wording(textAt(origin.path, origin.start, origin.end)).toLowerCase()
      const said = wording(textAt(path, start, end)).toLowerCase()
      if (kind === 'quoted') expect(whole).toContain(said)
      else {
        expect(changes.length).toBeGreaterThan(0)
        expect(whole).not.toContain(said)
        for (const { from, to } of changes) {
          expect(whole).toContain(wording(from).toLowerCase())
          expect(said).toContain(wording(to).toLowerCase())
        }
      }
    }
  })

  it('keeps every range inside its text, at the borders of words', () => {
    const { truth, texts, textAt } = generated('--seed', '3', '--sources', '40')
    const passages = pathOf(truth)
    const ranges = [
      ...truth.passages,
      ...truth.pairs.flatMap(({ a, b }) => [a, b].map((side) => ({ ...side, path: passages.get(side.passage)!.path }))),
      ...truth.sources.flatMap(({ path, furniture }) => furniture.map((range) => ({ ...range, path }))),
    ]
    for (const { path, start, end } of ranges) {
      expect(end).toBeLessThanOrEqual(texts.get(path)!.length)
      expect(textAt(path, start, end)).toMatch(/^\S[^\r\n]*\S$/)
      expect(textAt(path, start - 1, start)).toMatch(/^[\s"“]$/)
      expect(textAt(path, end, end + 1)).toMatch(/^[\s.,:"”]$/)
    }
  })

  it('pairs passages of one origin in two sources, with the words that they have in common', () => {
    const { truth } = generated('--seed', '3', '--sources', '40')
    const passages = pathOf(truth)
    expect(truth.pairs.length).toBeGreaterThan(20)
    for (const { a, b, words, same } of truth.pairs) {
      const [one, two] = [passages.get(a.passage)!, passages.get(b.passage)!]
      expect(one.origin).toBe(two.origin)
      expect(one.path).not.toBe(two.path)
      expect(same).toBeLessThanOrEqual(words)
      for (const [side, passage] of [
        [a, one],
        [b, two],
      ] as const) {
        expect(side.start).toBeGreaterThanOrEqual(passage.start)
        expect(side.end).toBeLessThanOrEqual(passage.end)
      }
    }
  })

  it('leaves most text unshared', () => {
    const { truth, texts } = generated('--seed', '5', '--sources', '50')
    const planted = truth.passages.reduce((sum, { start, end }) => sum + end - start, 0)
    const all = [...texts.values()].reduce((sum, text) => sum + text.length, 0)
    expect(planted / all).toBeGreaterThan(0.05)
    expect(planted / all).toBeLessThan(0.4)
  })

  it('has every kind of passage, encoding, line end and quotation mark, and furniture', () => {
    const { truth } = generated('--seed', '7', '--sources', '100')
    expect(new Set(truth.passages.map(({ kind }) => kind))).toEqual(new Set(PASSAGE_KINDS))
    expect(new Set(truth.passages.flatMap(({ changes }) => changes.map(({ what }) => what)))).toEqual(
      new Set(['word', 'number', 'negation']),
    )
    const kept = truth.sources.map(({ encoding, lineEnds, quotationMarks }) => [encoding, lineEnds, quotationMarks])
    expect(new Set(kept.flat())).toEqual(
      new Set(['UTF-8', 'UTF-8 with byte order mark', 'UTF-16 LE', 'LF', 'CRLF', 'typographic', 'straight']),
    )
    expect(truth.sources.some(({ furniture }) => furniture.length > 0)).toBe(true)
    expect(truth.sources.some(({ published }) => published === null)).toBe(true)
  })

  it('can be of one source, which shares nothing', () => {
    const { truth } = generated('--seed', '1', '--sources', '1', '--words', '100')
    expect(truth.sources).toHaveLength(1)
    expect(truth.pairs).toEqual([])
  })
})

describe('the command', () => {
  it.each([
    [['--sources', '5'], '--seed is missing.'],
    [['--seed', '5'], '--sources is missing.'],
    [['--seed', '-1', '--sources', '5'], '--seed'],
    [['--seed', '7', '--sources', '0'], '--sources wants a whole number from 1 to 20000, not "0".'],
    [
      ['--seed', '7', '--sources', '5', '--words', 'many'],
      '--words wants a whole number from 20 to 20000, not "many".',
    ],
    [['--seed', '7', '--sources', '5', '--colour', 'red'], "Unknown option '--colour'."],
    [['--seed', '7', '--sources', '5', 'more'], 'more'],
  ])('refuses %j with exit code 2', (args, message) => {
    const { code, warned, folder } = generate(...args)
    expect(code).toBe(2)
    expect(warned.join('\n').split('\n')[0]).toContain(message)
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })

  it('writes into no folder that holds something already', () => {
    const { folder } = generate('--seed', '1', '--sources', '2')
    const warned: string[] = []
    const code = runGenerator(['--seed', '1', '--sources', '2', '--out', folder], '/', String, (line) =>
      warned.push(line),
    )
    expect(code).toBe(1)
    expect(warned).toEqual([`${folder} is not empty: name a new folder with --out, or empty this one.`])
  })

  it('says what it wrote', () => {
    const { code, said, folder } = generate('--seed', '1', '--sources', '2')
    expect(code).toBe(0)
    expect(said.join()).toMatch(/^2 articles with \d+ planted passages in \d+ pairs: /)
    expect(said.join()).toContain(folder)
  })
})

describe('short quotations in unrelated articles', () => {
  const wordsOf = (text: string) => wording(text).toLowerCase().split(' ')

  it('stand where the truth says, with so many words, of which so many differ', () => {
    for (const { a, b, planted } of plantQuotations({ seed: 4, pairs: 10, words: 300 })) {
      for (const { words, changed, ...ranges } of planted) {
        const [one, two] = [wordsOf(sliceRange(a, ranges.a)), wordsOf(sliceRange(b, ranges.b))]
        expect([one.length, two.length]).toEqual([words, words])
        expect(a.slice(ranges.a.start - 1, ranges.a.start)).toBe('“')
        expect(b.slice(ranges.b.start - 1, ranges.b.start)).toBe('“')
        expect(one.filter((word, index) => word !== two[index])).toHaveLength(changed)
      }
    }
  })

  it('stand without quotation marks where that is asked for', () => {
    const [pair] = plantQuotations({ seed: 4, pairs: 1, marks: 'one' })
    const [first] = pair!.planted
    expect(pair!.a.charAt(first!.a.start - 1)).toBe('“')
    expect(pair!.b.charAt(first!.b.start - 1)).not.toBe('“')
  })
})
