import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/core/diff/compareVersions'
import { sliceRange } from '../../src/core/text/textRange'

const HARBOUR = 'The harbour was closed at noon because the crane had fallen into the basin.'
const MAYOR = 'The mayor told reporters that four workers were taken to hospital.'
const MARKET = 'The fish market stayed open, and the ferries ran to the islands until dusk.'
const WEATHER = 'A storm had been announced the day before, with winds of up to ninety kilometres an hour.'

function rowsOf(from: readonly string[], to: readonly string[], bodyStart = 0) {
  const [a, b] = [from.join('\n\n'), to.join('\n\n')]
  const difference = compareVersions(
    { text: a, body: { start: bodyStart, endExclusive: a.length } },
    { text: b, body: { start: bodyStart, endExclusive: b.length } },
  )
  if (difference === null) throw new Error('nobody stopped it')
  return difference.rows.map((row) => ({
    kind: row.kind,
    part: row.part,
    from: row.from === null ? null : sliceRange(a, row.from),
    to: row.to === null ? null : sliceRange(b, row.to),
    replaced: row.segments
      .filter(({ kind }) => kind !== 'equal')
      .map((segment) => `${sliceRange(a, segment.a)}|${sliceRange(b, segment.b)}`),
  }))
}

const kinds = (rows: ReturnType<typeof rowsOf>) => rows.map(({ kind }) => kind)

describe('two versions of a text', () => {
  it('differ in the one word that was changed', () => {
    const rows = rowsOf([HARBOUR, MAYOR, MARKET], [HARBOUR, MAYOR.replace('four', 'seven'), MARKET])
    expect(kinds(rows)).toEqual(['same', 'changed', 'same'])
    expect(rows[1]?.replaced).toEqual(['four|seven'])
  })

  it('show a paragraph that moved where it is now, the shorter of two that changed places', () => {
    const rows = rowsOf([MAYOR, HARBOUR, MARKET, WEATHER], [HARBOUR, MARKET, WEATHER, MAYOR])
    expect(rows.map(({ kind, to }) => [kind, to])).toEqual([
      ['same', HARBOUR],
      ['same', MARKET],
      ['same', WEATHER],
      ['moved', MAYOR],
    ])
    expect(kinds(rowsOf([WEATHER, MAYOR], [MAYOR, WEATHER]))).toEqual(['moved', 'same'])
  })

  it('recognise a paragraph that was moved and edited', () => {
    const rows = rowsOf([MAYOR, HARBOUR, MARKET, WEATHER], [HARBOUR, MARKET, WEATHER, MAYOR.replace('four', 'seven')])
    expect(kinds(rows)).toEqual(['same', 'same', 'same', 'movedAndChanged'])
    expect(rows[3]?.replaced).toEqual(['four|seven'])
  })

  it('show what was taken out where it stood, before what was put in there', () => {
    const rows = rowsOf([HARBOUR, MAYOR, MARKET], [HARBOUR, WEATHER, MARKET])
    expect(rows.map(({ kind, from, to }) => [kind, from ?? to])).toEqual([
      ['same', HARBOUR],
      ['removed', MAYOR],
      ['added', WEATHER],
      ['same', MARKET],
    ])
    expect(kinds(rowsOf([HARBOUR, MARKET], [MARKET]))).toEqual(['removed', 'same'])
  })

  it('keep the words of a paragraph together that was split in two, or made of two', () => {
    const split = rowsOf(
      [WEATHER, `${HARBOUR} ${MAYOR}`, MARKET],
      [WEATHER, HARBOUR, MAYOR.replace('four', 'seven'), MARKET],
    )
    expect(split.map(({ kind, part, to }) => [kind, part, to])).toEqual([
      ['same', null, WEATHER],
      ['same', 'split', HARBOUR],
      ['changed', 'split', MAYOR.replace('four', 'seven')],
      ['same', null, MARKET],
    ])
    expect(split[2]?.replaced).toEqual(['four|seven'])
    const joined = rowsOf([HARBOUR, MAYOR, MARKET], [`${HARBOUR} ${MAYOR}`, MARKET])
    expect(joined.map(({ kind, part, from }) => [kind, part, from])).toEqual([
      ['same', 'joined', HARBOUR],
      ['same', 'joined', MAYOR],
      ['same', null, MARKET],
    ])
  })

  it('do not differ where a machine wraps their lines elsewhere', () => {
    const wrapped = (width: number) =>
      [HARBOUR, MAYOR, MARKET, WEATHER].map((one) =>
        one.replace(new RegExp(`(.{${width - 20},${width}}) `, 'gu'), '$1\n'),
      )
    expect(kinds(rowsOf(wrapped(60), wrapped(70)))).toEqual(['same', 'same', 'same', 'same'])
  })

  it('are compared in their front matter too', () => {
    const front = (title: string) => `---\ntitle: ${title}\noutlet: The Harbour Post\n---\n`
    const rows = rowsOf([front('Four hurt') + HARBOUR], [front('Nine hurt') + HARBOUR], front('Four hurt').length)
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'same', 'same'])
    expect(rows[1]?.replaced).toEqual(['Four|Nine'])
  })
})

/** The number of steps is not asked for, only that it ends: what is quadratic here takes minutes. */
describe('texts that are made to be slow to compare', () => {
  const words = (count: number, seed: number) =>
    Array.from({ length: count }, (_, index) => `w${((index + 1) * (seed * 2654435761 + 97)) % 5003}`).join(' ')

  it('are compared when all paragraphs stand in reverse', () => {
    const paragraphs = Array.from({ length: 2_000 }, (_, index) => words(50, index + 1))
    const rows = rowsOf(paragraphs, paragraphs.toReversed())
    expect(rows).toHaveLength(2_000)
    expect(new Set(kinds(rows))).toEqual(new Set(['same', 'moved']))
  })

  it('are compared when thousands of paragraphs are one word, or one of two', () => {
    const same = Array.from({ length: 20_000 }, () => 'No.')
    expect(new Set(kinds(rowsOf(same, same.slice(1))))).toEqual(new Set(['same', 'removed']))
    const either = (seed: number) =>
      Array.from({ length: 20_000 }, (_, index) => ((index * seed) % 7 < 3 ? 'No.' : 'Yes.'))
    expect(rowsOf(either(3), either(5)).length).toBeGreaterThanOrEqual(20_000)
  })

  it('are compared when one endless paragraph stands against thousands of short ones', () => {
    const long = words(50_000, 3)
    const short = Array.from({ length: 10_000 }, (_, index) => words(5, index + 7))
    expect(rowsOf([long], short).length).toBeGreaterThan(5_000)
  })
})
