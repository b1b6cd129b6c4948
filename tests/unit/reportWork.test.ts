import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/core/report/buildReport'
import { renderCsv } from '../../src/core/report/renderCsv'
import { renderHtml } from '../../src/core/report/renderHtml'
import { renderJson } from '../../src/core/report/renderJson'
import { renderMarkdown } from '../../src/core/report/renderMarkdown'
import type { ReportModel } from '../../src/core/report/reportModel'
import { parseCsv } from '../support/parseCsv'
import { ANN, at, BEN, cited, claim, decision, evidence, note, reportInput, source } from '../support/reportInput'

const CLAIM = { type: 'claim', id: 'c1' } as const

/** A claim on which everything was done that can be, by a reviewer who knew and by one who did not. */
function worked(): ReportModel {
  return buildReport(
    reportInput({
      sources: [source('one', 'A')],
      claims: [
        claim('c1', { statement: 'Nine people', updatedAt: at(60) }),
        claim('c2', { statement: 'Ten of them', createdAt: at(11) }),
        claim('c3', { statement: 'Not merged', createdAt: at(12) }),
      ],
      decisions: [
        decision('d1', 'c1', { verdict: 'disputed', verdictNameId: 'vn', at: at(30) }),
        decision('d2', 'c2', { verdict: 'verified', at: at(31) }),
        decision('d3', 'c1', { verdict: 'verified', at: at(61), reason: 'Behind the seal' }),
      ],
      evidence: [
        evidence('e1', 'c1', { passages: [cited('one', 'ten')] }),
        evidence('e2', 'c2', { passages: [cited('one', 'people')] }),
      ],
      notes: [note('n1', { passages: [cited('one', 'ten')] })],
      others: {
        verdictName: { vn: { id: 'vn', name: 'Misleading', means: 'disputed' } },
        work: { c1: { id: 'c1', state: 'in-progress', assignee: BEN, at: at(45), by: ANN } },
        confirmation: { k1: { id: 'k1', claimId: 'c1', decisionId: 'd1', at: at(46), by: ANN } },
        seal: {
          z1: {
            id: 'z1',
            claimId: 'c1',
            sealed: true,
            statement: 'Ten people',
            decisionId: 'd1',
            reason: 'Checked twice',
            at: at(50),
            by: ANN,
          },
        },
        merging: { c2: { id: 'c2', into: 'c1', reason: 'The same ten', at: at(40), by: ANN } },
        splitting: { c3: { id: 'c3', from: 'gone', at: at(12), by: ANN } },
        tag: { t1: { id: 't1', name: 'Call back', colour: 'violet', shape: 'diamond' } },
        tagging: { g1: { id: 'g1', tagId: 't1', on: CLAIM } },
        reply: {
          r1: { id: 'r1', on: CLAIM, body: 'Who counted?', createdAt: at(70), createdBy: BEN, updatedAt: at(70) },
        },
        thread: { c1: { id: 'c1', resolved: true, at: at(65), by: ANN } },
      },
    }),
  )
}

describe('a report on claims that were worked on', () => {
  const model = worked()
  const [first, second] = model.claims

  it('lists a merged claim under the one that shows it, and counts what is shown', () => {
    expect(model.claims.map(({ id }) => id)).toEqual(['c1', 'c3'])
    expect(model.counts).toMatchObject({ claims: 2, sealed: 1, confirmed: 1, replies: 1, evidence: 2 })
    expect(model.counts.byVerdict).toEqual({ unverified: 1, verified: 0, disputed: 1 })
    expect(first?.evidence.map(({ fromClaimId }) => fromClaimId)).toEqual([null, 'c2'])
    expect(second?.splitFrom).toEqual({ claimId: 'gone', statement: '' })
  })

  it('gives the verdict and the words that were sealed, and beside them what was written behind the seal', () => {
    expect(first).toMatchObject({ statement: 'Ten people', verdict: 'disputed', verdictName: 'Misleading' })
    expect(first?.sealed).toMatchObject({ reason: 'Checked twice', wordedAnew: 'Nine people' })
    expect(first?.history.map(({ id, afterSeal }) => [id, afterSeal])).toEqual([
      ['d1', false],
      ['d2', false],
      ['d3', true],
    ])
  })

  it('says what was written behind a seal, what work is not done and which replies nobody settled', () => {
    const gaps = Object.fromEntries(model.notChecked.map(({ kind, about }) => [kind, about.map(({ id }) => id)]))
    expect(gaps).toMatchObject({
      'written-after-seal': ['c1'],
      'work-unfinished': ['c1'],
      'replies-open': ['c1'],
      'evidence-after-verdict': ['c1'],
    })
  })

  it('names everyone who had a part in it', () => {
    expect(model.reviewers).toEqual([ANN, BEN])
  })

  it.each([
    ['Markdown', renderMarkdown],
    ['HTML', renderHtml],
  ])('states all of it in %s', (_, render) => {
    const text = render(model)
      .replace(/<[^>]+>/gu, '')
      .replace(/\\([()])/gu, '$1')
    for (const said of [
      'disputed (Misleading)',
      'Verdict confirmed: by Ann',
      'Work: in progress, assigned to Ben',
      'Checked twice',
      'Worded anew by a reviewer who had not seen the seal: Nine people',
      'The same ten',
      'from the merged claim “Ten of them”',
      'written while the claim was sealed, by a reviewer who had not seen that, and does not count',
      'Tags: ◆ Call back',
      'Who counted?',
      'Nobody has settled these replies.',
      'Split off from: a claim that was removed since',
      'Misleading (counts as disputed)',
    ])
      expect(text).toContain(said)
  })

  it('states all of it in CSV, after the columns that were there before', () => {
    const [header = [], ...rows] = parseCsv(renderCsv(model))
    const row = rows.find(([record]) => record === 'claim') ?? []
    expect(Object.fromEntries(header.map((column, place) => [column, row[place]]))).toMatchObject({
      verdict: 'disputed',
      verdict_name: 'Misleading',
      work: 'in-progress',
      assignee: 'Ben',
      confirmed: `${at(46)} by Ann`,
      sealed_at: at(50),
      seal_reason: 'Checked twice',
      tags: 'Call back',
      replies: `Ben, ${at(70)}: Who counted?`,
      replies_settled: '',
      merged_from: 'c2 “Ten of them”: The same ten',
    })
    expect(header.indexOf('verdict_name')).toBeGreaterThan(header.indexOf('state_details'))
  })

  it('gives names of verdicts and marks in JSON', () => {
    const json = JSON.parse(renderJson(model)) as ReportModel
    expect(json.verdictNames).toEqual([{ id: 'vn', name: 'Misleading', means: 'disputed' }])
    expect(json.claims[0]).toMatchObject({ work: { state: 'in-progress' }, tags: [{ name: 'Call back' }] })
  })
})
