import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/core/report/buildReport'
import { renderJson } from '../../src/core/report/renderJson'
import {
  cited,
  claim,
  decision,
  evidence,
  found,
  HOSTILE_TEXTS,
  hostileInput,
  notFound,
  reportInput,
  source,
} from '../support/reportInput'

type Passage = {
  state: string
  text: string | null
  cited: { exact: string }
  target: { source: string; selector: object[] }
}
type Report = {
  schema: number
  claims: {
    statement: string
    history: object[]
    evidence: { passages: Passage[]; difference: object[] | null; segments: object[] | null }[]
  }[]
  [key: string]: unknown
}

function parse(text: string): Report {
  return JSON.parse(text) as Report
}

describe('the JSON report', () => {
  it('says which shape it has and holds every part', () => {
    const model = buildReport(reportInput({ sources: [source('one', 'A')] }))
    const report = parse(renderJson(model))
    expect(Object.keys(report)).toEqual([
      'schema',
      'kind',
      'program',
      'madeAt',
      'corpus',
      'settings',
      'verification',
      'offsets',
      'counts',
      'reviewers',
      'sources',
      'setAside',
      'claims',
      'notes',
      'verdictNames',
      'notChecked',
    ])
    expect(report).toMatchObject({
      schema: 1,
      verification: { state: 'unchecked' },
      settings: { smallestPassageWords: 5, leastScore: 0, kinds: ['identical', 'near', 'reworded'] },
    })
    expect(report['sources']).toEqual(JSON.parse(JSON.stringify(model.sources)))
  })

  it('points at a found passage by quote and by place', () => {
    const report = parse(
      renderJson(
        buildReport(
          reportInput({
            sources: [source('one', 'A')],
            claims: [claim('c1')],
            decisions: [decision('d1', 'c1')],
            evidence: [evidence('e1', 'c1', { passages: [cited('one', 'é and 👩🏽‍🚀')] })],
            resolve: () => found('e\u0301 and 👩🏽‍🚀'),
          }),
        ),
      ),
    )
    expect(report.claims[0]?.evidence[0]?.passages[0]?.target).toEqual({
      source: 'one.txt',
      selector: [
        { type: 'TextQuoteSelector', exact: 'e\u0301 and 👩🏽‍🚀', prefix: 'before ', suffix: ' after' },
        { type: 'TextPositionSelector', start: 7, end: 18 },
      ],
    })
    expect(report.claims[0]?.history).toHaveLength(1)
  })

  it('gives the difference of a pair twice: to the character, and as it is shown', () => {
    const passages = [cited('one', "you're okay now"), cited('two', 'you’re O.K. now')]
    const report = parse(
      renderJson(buildReport(reportInput({ claims: [claim('c1')], evidence: [evidence('e1', 'c1', { passages })] }))),
    )
    expect(report.claims[0]?.evidence[0]).toMatchObject({
      difference: [
        { op: 'delete', text: "you're okay" },
        { op: 'insert', text: 'you’re O.K.' },
        { op: 'equal', text: ' now' },
      ],
      segments: [
        { kind: 'equal', a: "you're ", b: 'you’re ' },
        { kind: 'replaced', a: 'okay', b: 'O.K.' },
        { kind: 'equal', a: ' now', b: ' now' },
      ],
    })
  })

  it('points at lost words by the quote as cited alone', () => {
    const report = parse(
      renderJson(
        buildReport(
          reportInput({
            claims: [claim('c1')],
            evidence: [evidence('e1', 'c1', { passages: [cited('one', 'lost words')] })],
            resolve: () => notFound('lost', 'The words were taken out.'),
          }),
        ),
      ),
    )
    expect(report.claims[0]?.evidence[0]?.passages[0]).toMatchObject({
      state: 'lost',
      why: 'The words were taken out.',
      changes: [],
      text: null,
      target: { selector: [{ type: 'TextQuoteSelector', exact: 'lost words', prefix: '', suffix: '' }] },
    })
  })

  it.each(HOSTILE_TEXTS)('gives %j back whole', (text) => {
    const report = parse(renderJson(buildReport(hostileInput(text))))
    expect(report.claims[0]?.statement).toBe(text)
    expect(report.claims[0]?.evidence[0]?.passages.map((passage) => passage.cited.exact)).toEqual([
      text,
      `${text} changed`,
    ])
    expect(report['corpus']).toEqual({ name: text, folder: text })
  })
})
