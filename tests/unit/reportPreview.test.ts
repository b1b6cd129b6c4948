import { describe, expect, it } from 'vitest'
import type { CorpusView, SourceView } from '../../src/contract/schemas'
import { parseCsv } from '../../src/renderer/features/report/parseCsv'
import { summarise } from '../../src/renderer/features/report/reportSummary'
import { shownCited, shownClaim, shownDecision, shownEvidence, shownReview } from '../support/shownReview'

describe('the CSV preview', () => {
  it('reads commas, quotes and line ends inside quoted cells', () => {
    expect(parseCsv('a,b\r\n"x, ""y""","1\r\n2"\r\nz,\r\n', 10)).toEqual({
      header: ['a', 'b'],
      rows: [
        ['x, "y"', '1\r\n2'],
        ['z', ''],
      ],
      total: 2,
    })
  })

  it('keeps the first rows and counts all', () => {
    const text = `\uFEFFn\n${Array.from({ length: 500 }, (_, row) => row).join('\n')}`
    const table = parseCsv(text, 200)
    expect([table.header, table.rows.length, table.rows.at(-1), table.total]).toEqual([['n'], 200, ['199'], 500])
  })

  it('holds nothing of an empty text', () => {
    expect(parseCsv('', 10)).toEqual({ header: [], rows: [], total: 0 })
  })
})

describe('the summary beside the preview', () => {
  const source = { id: 'a', state: 'current' } as SourceView
  const corpus = { sources: [source, { ...source, id: 'b', state: 'missing' }], setAside: [{}] } as CorpusView
  const passages = [shownCited({ state: 'lost', why: 'Gone.' })]
  const review = shownReview({
    claims: [
      shownClaim({
        id: '1',
        verdict: 'verified',
        history: [shownDecision()],
        evidence: [shownEvidence({ passages })],
      }),
      shownClaim({ id: '2' }),
    ],
  })

  it('counts what the report holds and leaves out what it has none of', () => {
    expect(summarise(corpus, review).holds.map((line) => line.words)).toEqual([
      '2 sources with details and fingerprints',
      '2 claims: 1 verified, 0 disputed, 1 unverified',
      '1 verdict with its reason',
      '1 passage quoted as evidence',
    ])
  })

  it('says what was not checked', () => {
    expect(summarise(corpus, review).notChecked.map((line) => line.id)).toEqual([
      'unverified',
      'bare',
      'adrift',
      'uncited',
      'changed',
      'aside',
    ])
  })
})
