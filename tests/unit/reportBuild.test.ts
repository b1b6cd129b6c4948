import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/core/report/buildReport'
import type { GapKind, ReportModel } from '../../src/core/report/reportModel'
import {
  ANN,
  at,
  BEN,
  cited,
  claim,
  decision,
  evidence,
  found,
  note,
  notFound,
  reportInput,
  source,
} from '../support/reportInput'

function gapsOf(model: ReportModel): Partial<Record<GapKind, string[]>> {
  return Object.fromEntries(model.notChecked.map((gap) => [gap.kind, gap.about.map((one) => one.id)]))
}

describe('a report', () => {
  it('gives a claim the verdict, reason and reviewer of its latest decision, whatever the order and form of the times', () => {
    const model = buildReport(
      reportInput({
        claims: [claim('c1')],
        decisions: [
          // 10:00 at +02:00 is 8:00 UTC, before the other two, though it reads as the latest.
          decision('d3', 'c1', { at: '2024-03-01T10:00:00.000+02:00', verdict: 'disputed', reason: 'first', by: ANN }),
          decision('d1', 'c1', { at: at(50), verdict: 'verified', reason: 'last', by: BEN }),
          decision('d2', 'c1', { at: at(40), verdict: 'unverified', reason: 'middle', by: ANN }),
        ],
      }),
    )
    const [only] = model.claims
    expect(only?.history.map((one) => one.reason)).toEqual(['first', 'middle', 'last'])
    expect(only).toMatchObject({ verdict: 'verified', reason: 'last', decidedBy: BEN, decidedAt: at(50) })
  })

  it('calls a claim without decisions unverified, and names nobody for it', () => {
    const model = buildReport(reportInput({ claims: [claim('c1')] }))
    expect(model.claims[0]).toMatchObject({
      verdict: 'unverified',
      reason: '',
      decidedBy: null,
      decidedAt: null,
      history: [],
    })
  })

  it('numbers claims and notes in the order of their making', () => {
    const model = buildReport(
      reportInput({
        claims: [claim('late', { createdAt: at(12) }), claim('early', { createdAt: at(11) })],
        notes: [note('second', { createdAt: at(42) }), note('first', { createdAt: at(41) })],
      }),
    )
    expect(model.claims.map(({ number, id }) => [number, id])).toEqual([
      [1, 'early'],
      [2, 'late'],
    ])
    expect(model.notes.map(({ number, id }) => [number, id])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ])
  })

  it('counts what it holds', () => {
    const model = buildReport(
      reportInput({
        sources: [source('one', 'A'), source('two', 'B')],
        setAside: [{ path: 'x.txt', code: 'BINARY', message: 'is binary' }],
        claims: [claim('c1'), claim('c2'), claim('c3'), claim('c4')],
        decisions: [
          decision('d1', 'c1'),
          decision('d2', 'c2', { verdict: 'disputed' }),
          decision('d3', 'c3', { verdict: 'verified' }),
        ],
        evidence: [evidence('e1', 'c1', { passages: [cited('one', 'a'), cited('two', 'b')] })],
        notes: [note('n1')],
      }),
    )
    expect(model.counts).toEqual({
      sources: 2,
      setAside: 1,
      claims: 4,
      byVerdict: { unverified: 1, verified: 2, disputed: 1 },
      evidence: 1,
      passages: 2,
      notes: 1,
      sealed: 0,
      confirmed: 0,
      replies: 0,
    })
    expect(model.sources.map((one) => one.citations)).toEqual([1, 1])
  })

  it('marks the difference of a pair so that both wordings can be had from it', () => {
    const model = buildReport(
      reportInput({
        sources: [source('one', 'A'), source('two', 'B')],
        claims: [claim('c1')],
        evidence: [
          evidence('e1', 'c1', {
            passages: [cited('one', "we can't over to get"), cited('two', "we can't go over to get")],
          }),
        ],
      }),
    )
    const difference = model.claims[0]?.evidence[0]?.difference ?? []
    const without = (op: string): string =>
      difference
        .filter((edit) => edit.op !== op)
        .map((edit) => edit.text)
        .join('')
    expect(without('insert')).toBe("we can't over to get")
    expect(without('delete')).toBe("we can't go over to get")
    expect(difference.filter((edit) => edit.op === 'insert').map((edit) => edit.text.trim())).toEqual(['go'])
  })

  it('marks no difference for one passage, nor for three', () => {
    const model = buildReport(
      reportInput({
        claims: [claim('c1')],
        evidence: [
          evidence('e1', 'c1', { passages: [cited('one', 'a')] }),
          evidence('e3', 'c1', { passages: [cited('one', 'a'), cited('one', 'b'), cited('one', 'c')] }),
        ],
      }),
    )
    expect(model.claims[0]?.evidence.map((one) => one.difference)).toEqual([null, null])
  })

  it('shows how words changed since they were cited', () => {
    const model = buildReport(
      reportInput({
        claims: [claim('c1')],
        evidence: [evidence('e1', 'c1', { passages: [cited('one', 'eight shots')] })],
        resolve: () => found('seven shots', { state: 'changed' }),
      }),
    )
    const passage = model.claims[0]?.evidence[0]?.passages[0]
    expect(passage?.cited.exact).toBe('eight shots')
    expect(
      passage?.change
        ?.filter((edit) => edit.op !== 'insert')
        .map((edit) => edit.text)
        .join(''),
    ).toBe('eight shots')
    expect(
      passage?.change
        ?.filter((edit) => edit.op !== 'delete')
        .map((edit) => edit.text)
        .join(''),
    ).toBe('seven shots')
  })

  it('lists sources by siglum, AA after Z', () => {
    const model = buildReport(reportInput({ sources: [source('x', 'AA'), source('y', 'B'), source('z', 'Z')] }))
    expect(model.sources.map((one) => one.siglum)).toEqual(['B', 'Z', 'AA'])
  })

  it('keeps the letter of a source that is gone, and takes no inherited name for a record', () => {
    const input = reportInput({
      claims: [claim('c1')],
      evidence: [
        evidence('e1', 'c1', { passages: [cited('gone', 'x'), cited('constructor', 'y')] }),
        evidence('e2', 'toString'),
      ],
      resolve: () => notFound('gone'),
    })
    const registered = { id: 'gone', siglum: 'Q', path: 'gone.txt', importedAt: at(0), versions: [] }
    const model = buildReport({ ...input, records: { ...input.records, source: { gone: registered } } })
    expect(model.claims[0]?.evidence[0]?.passages.map(({ siglum, path }) => [siglum, path])).toEqual([
      ['Q', 'gone.txt'],
      ['?', ''],
    ])
    expect(gapsOf(model)['evidence-without-claim']).toEqual(['e2'])
  })

  it('says nothing was left unchecked only where that is so', () => {
    const model = buildReport(
      reportInput({
        sources: [source('one', 'A')],
        claims: [claim('c1')],
        decisions: [decision('d1', 'c1')],
        evidence: [evidence('e1', 'c1', { passages: [cited('one', 'a')] })],
        notes: [note('n1', { passages: [cited('one', 'a')] })],
      }),
    )
    expect(model.notChecked).toEqual([])
  })

  it('tells claims that nobody decided from those that were put back to unverified', () => {
    const model = buildReport(
      reportInput({
        claims: [claim('c1', { statement: 'One' }), claim('c2', { statement: 'Two' })],
        decisions: [decision('d1', 'c2', { verdict: 'unverified' })],
      }),
    )
    const gap = model.notChecked.find((one) => one.kind === 'claim-unverified')
    expect(gap?.about.map((one) => one.label)).toEqual(['Claim 1: One (no verdict was given)', 'Claim 2: Two'])
  })

  it('lists everything that was not checked', () => {
    const model = buildReport(
      reportInput({
        sources: [
          source('cited', 'A'),
          source('idle', 'B', { titleGuessed: true }),
          source('edited', 'C', { state: 'changed' }),
        ],
        setAside: [{ path: 'photo.txt', code: 'BINARY', message: 'is binary' }],
        claims: [
          claim('open'),
          claim('bare'),
          claim('put-back'),
          claim('reworded', { updatedAt: at(35) }),
          claim('added-to'),
        ],
        decisions: [
          decision('d1', 'bare'),
          decision('d2', 'put-back', { verdict: 'unverified' }),
          decision('d3', 'reworded'),
          decision('d4', 'added-to'),
        ],
        evidence: [
          evidence('whole', 'reworded', { passages: [cited('cited', 'whole')] }),
          evidence('changed', 'put-back', { passages: [cited('cited', 'changed')] }),
          evidence('lost', 'added-to', {
            passages: [cited('cited', 'whole'), cited('cited', 'lost')],
            createdAt: at(31),
          }),
          evidence('stray', 'removed-claim', { passages: [cited('cited', 'stray')] }),
        ],
        notes: [note('n1', { passages: [cited('cited', 'ambiguous')] })],
        resolve: ({ anchor }) => {
          const { exact } = anchor.quote
          if (exact === 'changed') return found('other words', { state: 'changed' })
          return exact === 'lost' || exact === 'ambiguous' ? notFound(exact) : found(exact)
        },
      }),
    )
    expect(gapsOf(model)).toEqual({
      'claim-unverified': ['open', 'put-back'],
      'claim-without-evidence': ['bare', 'open'],
      'verdict-without-evidence': ['bare'],
      'claim-edited-after-verdict': ['reworded'],
      'evidence-after-verdict': ['added-to'],
      'evidence-changed': ['changed'],
      'evidence-lost': ['lost'],
      'evidence-without-claim': ['stray'],
      'note-passage-changed': ['n1'],
      'source-not-cited': ['idle', 'edited'],
      'source-changed': ['edited'],
      'title-guessed': ['idle'],
      'file-set-aside': ['photo.txt'],
    })
  })
})
