import type { Anchor } from '../../src/core/anchor/anchor'
import { NO_RECORDS, type ReviewRecords } from '../../src/core/claim/recordTable'
import type { Claim, Decision, Evidence, Note } from '../../src/core/claim/reviewRecord'
import type { ReportInput } from '../../src/core/report/buildReport'
import type { ReportSource, ResolvedPassage } from '../../src/core/report/reportModel'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { EMPTY_METADATA } from '../../src/core/text/metadata'

export const ANN = { id: 'ann', name: 'Ann' }
export const BEN = { id: 'ben', name: 'Ben' }

/** A time on the day of all these records, `minute` minutes after nine. */
export function at(minute: number): string {
  return new Date(Date.UTC(2024, 2, 1, 9, minute)).toISOString()
}

export function source(id: string, siglum: string, fields: Partial<ReportSource> = {}): ReportInput['sources'][number] {
  return {
    id,
    siglum,
    path: `${id}.txt`,
    format: 'text',
    sha256: siglum.charCodeAt(0).toString(16).padStart(64, '0'),
    textHash: siglum.charCodeAt(0).toString(16).padStart(64, 'f'),
    length: 100,
    words: 20,
    encoding: 'UTF-8',
    metadata: { ...EMPTY_METADATA, title: `The report of ${id}` },
    titleGuessed: false,
    problems: [],
    state: 'current',
    importedAt: at(0),
    readAt: at(1),
    ...fields,
  }
}

export function claim(id: string, fields: Partial<Claim> = {}): Claim {
  return { id, statement: `The statement of ${id}`, createdAt: at(10), createdBy: ANN, updatedAt: at(10), ...fields }
}

export function decision(id: string, claimId: string, fields: Partial<Decision> = {}): Decision {
  return {
    id,
    claimId,
    verdict: 'verified',
    verdictNameId: null,
    reason: `The reason of ${id}`,
    at: at(30),
    by: BEN,
    ...fields,
  }
}

export function evidence(id: string, claimId: string, fields: Partial<Evidence> = {}): Evidence {
  return { id, claimId, stance: 'supports', passages: [], createdAt: at(20), createdBy: ANN, ...fields }
}

export function note(id: string, fields: Partial<Note> = {}): Note {
  return {
    id,
    body: `The body of ${id}`,
    passages: [],
    createdAt: at(40),
    createdBy: BEN,
    updatedAt: at(40),
    ...fields,
  }
}

export function cited(sourceId: string, exact: string): { sourceId: string; anchor: Anchor } {
  return {
    sourceId,
    anchor: {
      textHash: 'a'.repeat(64),
      position: { start: 0, endExclusive: exact.length },
      quote: { prefix: '', exact, suffix: '' },
    },
  }
}

export type Records = {
  claims?: readonly Claim[]
  decisions?: readonly Decision[]
  evidence?: readonly Evidence[]
  notes?: readonly Note[]
  /** Tables of other types, whole. */
  others?: Partial<ReviewRecords>
}

/** What a report is built from; every cited passage is found as it was cited, at 7, unless `resolve` says otherwise. */
export function reportInput(
  parts: Records & Partial<Pick<ReportInput, 'corpus' | 'sources' | 'setAside' | 'resolve'>> = {},
): ReportInput {
  const byId = <T extends { id: string }>(records: readonly T[] = []): Record<string, T> =>
    Object.fromEntries(records.map((record) => [record.id, record]))
  return {
    corpus: parts.corpus ?? { name: 'Sacramento', folder: '/reviews/sacramento' },
    program: { name: 'Crossread', version: '1.2.3' },
    madeAt: '2024-03-02T08:00:00.000Z',
    settings: DEFAULT_MATCH_SETTINGS,
    sources: parts.sources ?? [],
    setAside: parts.setAside ?? [],
    records: {
      ...NO_RECORDS,
      claim: byId(parts.claims),
      decision: byId(parts.decisions),
      evidence: byId(parts.evidence),
      note: byId(parts.notes),
      ...parts.others,
    },
    resolve: parts.resolve ?? ((passage) => found(passage.anchor.quote.exact)),
  }
}

export function found(text: string, fields: Partial<ResolvedPassage> = {}): ResolvedPassage {
  const end = 7 + Array.from(text).length
  return {
    state: 'exact',
    why: 'The words stand in one place only.',
    changes: [],
    start: 7,
    end,
    paragraph: 2,
    text,
    prefix: 'before ',
    suffix: ' after',
    settledBy: null,
    ...fields,
  }
}

export function notFound(state: ResolvedPassage['state'], why: string | null = null): ResolvedPassage {
  const nowhere = { start: null, end: null, paragraph: null, text: null, prefix: '', suffix: '' }
  return { state, why, changes: [], ...nowhere, settledBy: null }
}

/** Text that means something to HTML, Markdown, CSV, spreadsheets, terminals or bidirectional layout. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror="alert(2)">',
  '"quoted", with | pipes, \'single\' and `code`',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\tafter a tab',
  "'=already guarded",
  '# a heading\n- an entry\n1. another\n> a quote\n---\n```\ncode\n```',
  'one line\r\nand another\r\n\r\nand a paragraph',
  'שלום «עולם» \u202eabc\u202c ‏',
  '👩🏽‍🚀 e\u0301 \u{1d11e}',
  '[link](javascript:alert(1)) ![picture](x) <https://example.org> www.example.org a@example.org',
  '*stars* _lines_ ~~waves~~ **more** &amp; &#60; \\',
  '</style></title></blockquote>--></html>',
  '    four spaces\n\ttab',
  'null\u0000bell\u0007',
  '{{ mustache }} ${template} <%= erb %>',
]

/** A corpus in which every text that is not ours is `text`. */
export function hostileInput(text: string): ReportInput {
  const reviewer = { id: 'eve', name: text }
  const passages = [cited('one', text), cited('two', `${text} changed`)]
  return reportInput({
    corpus: { name: text, folder: text },
    sources: [
      source('one', 'A', {
        path: text,
        encoding: text,
        metadata: {
          title: text,
          outlet: text,
          byline: text,
          published: text,
          url: text,
          retrieved: text,
          kind: 'news',
          digestOf: text,
        },
        problems: [{ code: 'ODD', message: text }],
      }),
      source('two', 'B'),
    ],
    setAside: [{ path: text, code: 'BINARY', message: text }],
    claims: [claim('c1', { statement: text, createdBy: reviewer }), claim('c2', { statement: text })],
    decisions: [decision('d1', 'c1', { reason: text, by: reviewer, verdictNameId: 'vn' })],
    evidence: [evidence('e1', 'c1', { passages, createdBy: reviewer })],
    notes: [note('n1', { body: text, passages: [cited('one', text)], createdBy: reviewer })],
    others: hostileWork(text, reviewer),
  })
}

/** All that can be said of the work on a claim, in the same text. */
function hostileWork(text: string, by: { readonly id: string; readonly name: string }): Partial<ReviewRecords> {
  const reply = { body: text, createdAt: at(50), createdBy: by, updatedAt: at(51) }
  return {
    verdictName: { vn: { id: 'vn', name: text, means: 'verified' } },
    work: { c1: { id: 'c1', state: 'ready', assignee: by, at: at(45), by } },
    confirmation: { k1: { id: 'k1', claimId: 'c1', decisionId: 'd1', at: at(46), by: { id: 'fay', name: text } } },
    seal: {
      z1: { id: 'z1', claimId: 'c1', sealed: true, statement: text, decisionId: 'd1', reason: text, at: at(47), by },
    },
    merging: { c2: { id: 'c2', into: 'c1', reason: text, at: at(44), by } },
    splitting: { c1: { id: 'c1', from: 'c2', at: at(43), by } },
    tag: { t1: { id: 't1', name: text, colour: 'red', shape: 'star' } },
    tagging: {
      g1: { id: 'g1', tagId: 't1', on: { type: 'claim', id: 'c1' } },
      g2: { id: 'g2', tagId: 't1', on: { type: 'note', id: 'n1' } },
    },
    reply: {
      r1: { id: 'r1', on: { type: 'claim', id: 'c1' }, ...reply },
      r2: { id: 'r2', on: { type: 'note', id: 'n1' }, ...reply },
    },
  }
}
