import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/core/report/buildReport'
import { CSV_COLUMNS, csvCell, renderCsv } from '../../src/core/report/renderCsv'
import { csvRecords, parseCsv } from '../support/parseCsv'
import {
  at,
  cited,
  claim,
  decision,
  evidence,
  found,
  HOSTILE_TEXTS,
  hostileInput,
  note,
  notFound,
  reportInput,
  source,
} from '../support/reportInput'

describe('the CSV report', () => {
  it('has one header, CRLF after every line and a row for each source, claim, evidence passage and note passage', () => {
    const csv = renderCsv(
      buildReport(
        reportInput({
          sources: [source('one', 'A'), source('two', 'B')],
          claims: [claim('c1')],
          decisions: [decision('d1', 'c1')],
          evidence: [evidence('e1', 'c1', { passages: [cited('one', 'alpha beta'), cited('two', 'alpha gamma')] })],
          notes: [note('n1', { passages: [cited('one', 'alpha')] })],
        }),
      ),
    )
    const rows = parseCsv(csv)
    expect(rows[0]).toEqual([...CSV_COLUMNS])
    expect(rows.map((row) => row[0])).toEqual(['record', 'source', 'source', 'claim', 'evidence', 'evidence', 'note'])
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('says beside every source what counted as a shared passage', () => {
    const settings = { smallestPassageWords: 8, leastScore: 0.3, kinds: ['identical'] as const }
    const input = { ...reportInput({ sources: [source('one', 'A')], claims: [claim('c1')] }), settings }
    const [first, second] = csvRecords(renderCsv(buildReport(input)))
    expect(first?.['match_settings']).toBe(
      'Fewest shared words of a passage: 8; Kinds of passages shown: identical; Least score shown: 0.3',
    )
    expect(second?.['match_settings']).toBe('')
  })

  it('gives an evidence row its place, fingerprints, stance, claim, partner and difference', () => {
    const [, , , first, second] = csvRecords(
      renderCsv(
        buildReport(
          reportInput({
            sources: [source('one', 'A'), source('two', 'B')],
            claims: [claim('c1')],
            decisions: [decision('d1', 'c1', { verdict: 'disputed' })],
            evidence: [
              evidence('e1', 'c1', {
                stance: 'contradicts',
                passages: [cited('one', 'eight times'), cited('two', 'seven times')],
              }),
            ],
          }),
        ),
      ),
    )
    expect(first).toMatchObject({
      record: 'evidence',
      id: 'e1',
      claim_id: 'c1',
      siglum: 'A',
      path: 'one.txt',
      sha256: source('one', 'A').sha256,
      textHash: source('one', 'A').textHash,
      start: '7',
      end: '18',
      paragraph: '2',
      quote: 'eight times',
      cited_quote: 'eight times',
      state: 'exact',
      stance: 'contradicts',
      verdict: 'disputed',
      reviewer: 'Ann',
      created_at: at(20),
      statement: 'The statement of c1',
      passage_id: 'e1/1',
      paired_with: 'e1/2',
      difference: '[-eight-] times',
    })
    expect(second).toMatchObject({
      siglum: 'B',
      passage_id: 'e1/2',
      paired_with: 'e1/1',
      difference: '{+seven+} times',
    })
  })

  it('says in words that only quotation marks differ', () => {
    const passages = [cited('one', '"It is"'), cited('two', '“It is”')]
    const records = csvRecords(renderCsv(buildReport(reportInput({ notes: [note('n1', { passages })] }))))
    expect(records.map((record) => record['difference'])).toEqual([
      'only quotation marks or spacing differ',
      'only quotation marks or spacing differ',
    ])
  })

  it('gives a claim row its verdict, reason, reviewer, times and history', () => {
    const [row] = csvRecords(
      renderCsv(
        buildReport(
          reportInput({
            claims: [claim('c1')],
            decisions: [
              decision('d1', 'c1', { verdict: 'disputed', reason: 'one\nwitness', at: at(30) }),
              decision('d2', 'c1', { verdict: 'verified', reason: 'two', at: at(31) }),
            ],
          }),
        ),
      ),
    )
    expect(row).toMatchObject({
      record: 'claim',
      id: 'c1',
      statement: 'The statement of c1',
      verdict: 'verified',
      reason: 'two',
      reviewer: 'Ben',
      created_at: at(10),
      decided_at: at(31),
      history: `${at(30)} disputed by Ben: one\nwitness\n${at(31)} verified by Ben: two`,
      not_checked: 'claim-without-evidence; verdict-without-evidence',
    })
  })

  it('has a line for each difference in words that changed', () => {
    const changes = [
      { class: 'number', from: 'eight', to: 'seven' },
      { class: 'hedge', from: '', to: '=perhaps' },
    ] as const
    const input = reportInput({
      notes: [note('n1', { passages: [cited('one', 'eight shots')] })],
      resolve: () => found('=perhaps seven shots', { state: 'changed', changes }),
    })
    expect(csvRecords(renderCsv(buildReport(input)))[0]).toMatchObject({
      state: 'changed',
      state_details: 'A number changed: eight, now seven\nA hedge was put in: =perhaps',
    })
  })

  it('leaves places empty for words that were not found, and quotes them as they were cited', () => {
    const records = csvRecords(
      renderCsv(
        buildReport(
          reportInput({
            claims: [claim('c1')],
            evidence: [evidence('e1', 'c1', { passages: [cited('one', 'no more')] })],
            resolve: () => notFound('lost', 'The words were taken out.'),
          }),
        ),
      ),
    )
    expect(records[1]).toMatchObject({
      state: 'lost',
      start: '',
      end: '',
      quote: 'no more',
      state_details: 'The words were taken out.',
      not_checked: 'evidence-lost',
    })
  })

  it.each(HOSTILE_TEXTS)('gives %j back whole from every cell, and lets none begin as a formula', (text) => {
    const csv = renderCsv(buildReport(hostileInput(text)))
    for (const row of parseCsv(csv)) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u)
    const [first, , claimRow, evidenceRow, , noteRow] = csvRecords(csv)
    expect(first).toMatchObject({ path: text, title: text, outlet: text, url: text, encoding: text, problems: text })
    expect(claimRow).toMatchObject({ statement: text, reason: text, reviewer: text })
    expect(evidenceRow).toMatchObject({ quote: text, cited_quote: text, reviewer: text })
    expect(noteRow).toMatchObject({ body: text, quote: text })
  })

  it('guards only what a spreadsheet would run', () => {
    expect(['=1', '+1', '-1', '@a', "'=1", "'tis", 'a=1', '', '–'].map((text) => csvCell(text))).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "''=1",
      "'tis",
      'a=1',
      '',
      '–',
    ])
    expect(csvCell(-1)).toBe('-1')
  })

  it('is a header alone for a corpus with nothing in it', () => {
    expect(parseCsv(renderCsv(buildReport(reportInput())))).toEqual([[...CSV_COLUMNS]])
  })

  it('has a row for each of 1,000 claims', () => {
    const claims = Array.from({ length: 1000 }, (_, index) => claim(`c${index}`))
    const records = csvRecords(renderCsv(buildReport(reportInput({ claims }))))
    expect(records.filter((record) => record['record'] === 'claim')).toHaveLength(1000)
  })
})
