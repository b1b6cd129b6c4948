import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnchoredSelection } from '../../src/main/hosts/cli/anchorSources'
import { crossread, everyFile, folderWith } from '../support/commandLine'

const OLD =
  'The ferry left at 9:14 with 212 people.\r\n\r\n“Nobody slept,” said Ida Brun. The café 🚢 was shut.\r\n\r\nNobody slept in the port either.\r\n'
const NEW = OLD.replace('9:14', '9:41').replace('The ferry', 'A note on top.\r\n\r\nThe ferry')

type Selector = Readonly<Record<string, unknown>>
const quote = (exact: string, prefix?: string, suffix?: string): Selector => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix === undefined ? {} : { prefix }),
  ...(suffix === undefined ? {} : { suffix }),
})
const position = (text: string, words: string): Selector => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return { type: 'TextPositionSelector', start, end: start + Array.from(words).length }
}

async function run(selectors: unknown, files: { old?: string | Uint8Array; now?: string } = {}) {
  const given = typeof selectors === 'string' ? selectors : JSON.stringify(selectors)
  const folder = await folderWith({ 'old.txt': files.old ?? OLD, 'new.txt': files.now ?? NEW, 's.json': given })
  const paths = ['old.txt', 'new.txt', 's.json'].map((name) => join(folder, name))
  const outcome = await crossread(['anchor', paths[0]!, paths[1]!, '--selectors', paths[2]!, '--json'])
  return { ...outcome, folder }
}
async function anchored(...selectors: (readonly Selector[])[]): Promise<readonly AnchoredSelection[]> {
  const { code, out, err } = await run(selectors.map((selector, nth) => ({ id: `s${nth}`, selector })))
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as readonly AnchoredSelection[]
}

describe('crossread anchor', () => {
  it('answers in the order of the file, with the fields of the contract in their order', async () => {
    const found = await anchored([quote('Ida Brun')], [position(OLD, '9:14')], [quote('not there at all')])
    expect(found.map(({ id, result }) => [id, result])).toEqual([
      ['s0', 'exact'],
      ['s1', 'changed'],
      ['s2', 'lost'],
    ])
    const fields = ['id', 'result', 'start', 'end', 'text', 'why', 'changes', 'candidates']
    expect(found.map((one) => Object.keys(one))).toEqual([fields, fields, fields])
    expect(found[2]).toMatchObject({ start: null, end: null, text: null, changes: [] })
  })

  it('counts code points of the decoded file, also behind line ends of two characters and an emoji', async () => {
    const [found] = await anchored([position(OLD, 'was shut')])
    const start = Array.from(NEW.slice(0, NEW.indexOf('was shut'))).length
    expect(found).toMatchObject({ result: 'exact', start, end: start + 8, text: 'was shut' })
  })

  it('names the class of what changed, with both wordings', async () => {
    const [found] = await anchored([quote('left at 9:14 with 212 people')])
    expect(found).toMatchObject({
      result: 'changed',
      text: 'left at 9:41 with 212 people',
      changes: [{ class: 'time', from: '9:14', to: '9:41' }],
    })
  })

  it('takes a quote alone, a position alone, or both, for the same', async () => {
    const words = '“Nobody slept,” said'
    const found = await anchored([quote(words)], [position(OLD, words)], [quote(words), position(OLD, words)])
    expect(new Set(found.map(({ start, end, text }) => JSON.stringify([start, end, text]))).size).toBe(1)
    expect(found[0]?.result).toBe('exact')
  })

  it('takes quotes that other programs wrote in another form of marks and letters', async () => {
    const [found] = await anchored([quote('"Nobody slept," said Ida Brun. The cafe\u0301')])
    expect(found).toMatchObject({ result: 'exact', text: '“Nobody slept,” said Ida Brun. The café' })
  })

  it('shows the candidates of a quote that stands in several places, and none of them as found', async () => {
    const [found] = await anchored([quote('Nobody slept')])
    expect(found).toMatchObject({ result: 'ambiguous', start: null, end: null, text: null })
    expect(found?.candidates.map(({ text }) => text)).toEqual(['Nobody slept', 'Nobody slept'])
  })

  it('tells the two places apart by prefix or suffix, or by the position', async () => {
    const second = NEW.lastIndexOf('Nobody slept')
    const start = Array.from(NEW.slice(0, second)).length
    const at = Array.from(OLD.slice(0, OLD.lastIndexOf('Nobody slept'))).length
    const byPosition = { type: 'TextPositionSelector', start: at, end: at + 12 }
    const found = await anchored([quote('Nobody slept', undefined, ' in the port')], [byPosition])
    expect(found.map((one) => [one.result, one.start])).toEqual([
      ['exact', start],
      ['exact', start],
    ])
  })

  it('goes by the quote, and says so, where other words stand at the position', async () => {
    const [found] = await anchored([quote('Ida Brun'), { type: 'TextPositionSelector', start: 0, end: 3 }])
    expect(found).toMatchObject({ result: 'exact', text: 'Ida Brun' })
    expect(found?.why).toContain('other words stand at the position')
  })

  it('is exact in the same file, whatever is cited', async () => {
    const selectors = [position(OLD, OLD), position(OLD, ' '), position(OLD, '🚢'), quote('Nobody slept in')]
    const given = selectors.map((one, nth) => ({ id: String(nth), selector: [one] }))
    const { out } = await run(given, { now: OLD })
    expect((JSON.parse(out) as AnchoredSelection[]).map(({ result }) => result)).toEqual(given.map(() => 'exact'))
  })

  it('tells people what happened without --json, and writes nothing', async () => {
    const selectors = JSON.stringify([{ id: 'time', selector: [quote('left at 9:14')] }])
    const folder = await folderWith({ 'old.txt': OLD, 'new.txt': NEW, 's.json': selectors })
    const before = await everyFile(folder)
    const paths = ['old.txt', 'new.txt', 's.json'].map((name) => join(folder, name))
    const { code, out } = await crossread(['anchor', paths[0]!, paths[1]!, '--selectors', paths[2]!])
    expect(code).toBe(0)
    expect(out).toContain('time: “9:14” became “9:41”')
    expect(await everyFile(folder)).toEqual(before)
  })

  it('takes an empty list', async () => {
    expect(await anchored()).toEqual([])
  })
})

describe('crossread anchor with input that is at fault', () => {
  const beyond = { type: 'TextPositionSelector', start: 3, end: 4_000 }
  const backwards = { type: 'TextPositionSelector', start: 9, end: 3 }
  it.each<[given: unknown, says: string]>([
    ['{', 's.json is no JSON'],
    [{}, 'a list of { id, selector } is expected'],
    [[{ id: 'a', selector: [] }], 'a selector is expected'],
    [[{ id: 'a', selector: [{ type: 'CssSelector', value: 'p' }] }], 'a TextQuoteSelector or a TextPositionSelector'],
    [[{ id: 'a', selector: [quote('')] }], 'the quoted words are missing'],
    [[{ id: 'a', selector: [{ type: 'TextPositionSelector', start: -1, end: 2 }] }], 'a number from 0 on is expected'],
    [[{ id: 'a', selector: [backwards] }], 'begins at 9 and ends before that, at 3'],
    [[{ id: 'a', selector: [beyond] }], 'the entry "a" ends at 4000; the old file has'],
    [[{ id: 'a', selector: [quote('x'), quote('y')] }], 'several selectors of one type'],
  ])('%j exits with 1 and says what is wrong in one line', async (given, says) => {
    const { code, out, err } = await run(given)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^crossread anchor: [^\n]*\n$/)
    expect(err).toContain(says)
  })

  it('exits with 1 and names the file that is not there', async () => {
    const folder = await folderWith({ 'a.txt': OLD, 's.json': '[]' })
    for (const [old, now, selectors] of [
      ['none.txt', 'a.txt', 's.json'],
      ['a.txt', 'none.txt', 's.json'],
      ['a.txt', 'a.txt', 'none.json'],
    ] as const) {
      const { code, err } = await crossread([
        'anchor',
        join(folder, old),
        join(folder, now),
        '--selectors',
        join(folder, selectors),
      ])
      expect(code).toBe(1)
      expect(err).toContain('none.')
    }
  })

  it('exits with 2 without --selectors, or with a file missing', async () => {
    for (const argv of [
      ['a', 'b'],
      ['a', '--selectors', 's'],
      ['a', 'b', 'c', '--selectors', 's'],
    ]) {
      const { code, out } = await crossread(['anchor', ...argv])
      expect([code, out]).toEqual([2, ''])
    }
    expect((await crossread(['anchor', '--help'])).out).toContain('  crossread anchor <old> <new> --selectors')
  })
})
