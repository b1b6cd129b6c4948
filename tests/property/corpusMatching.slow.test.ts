import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { sha256Of } from '../../src/main/corpus/hashing'
import { CorpusMatcher } from '../../src/main/jobs/corpusMatcher'
import type { CorpusJob, CorpusResult, CorpusText } from '../../src/main/services/ports'

/** Wording that sources share: quotations, moved paragraphs, other scripts and everything that breaks text. */
const SHARED = [
  '“We will not leave the harbour before the lanterns are lit,” the keeper said.',
  'We will never leave the harbour before the lanterns are lit, he told them.',
  'The council voted eleven to four to close the ferry landing for good in March.',
  '\u{1F50E} The gauge at Old Mill bridge showed cafe\u0301 tables floating past at dawn.',
  '\u05E9\u05DC\u05D5\u05DD \u05DC\u05DB\u05DC \u05D4\u05D0\u05E0\u05E9\u05D9\u05DD \u05E9\u05D1\u05D0\u05D5 \u05D0\u05DC \u05D4\u05E0\u05DE\u05DC \u05D1\u05D1\u05D5\u05E7\u05E8.',
  'The\u00A0tide\u00A0came\u00A0in over the sea\u00ADwall before anybody heard a siren.',
  'Follow us for more news of the coast.',
]
const WORDS = [
  'garden',
  'lorry',
  'orchard',
  'painter',
  'river',
  'school',
  'teacher',
  'window',
  'the',
  'of',
  'and',
  'in',
]
const paragraph = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...SHARED) },
  fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 14 }).map((words) => `${words.join(' ')}.`),
)
const body = fc
  .tuple(fc.array(paragraph, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n\n', '\r\n', '\n'))
  .map(([paragraphs, between]) => paragraphs.join(between))
const sources: fc.Arbitrary<CorpusText[]> = fc
  .array(fc.tuple(body, fc.constantFrom(null, 'Gazette', 'Herald'), fc.constantFrom(null, '2018-04-03', '2019')), {
    minLength: 2,
    maxLength: 7,
  })
  .map((texts) => texts.map(([text, outlet, published], at) => sourceOf(`s-${at}`, text, outlet, published)))

function sourceOf(id: string, text: string, outlet: string | null, published: string | null): CorpusText {
  return { id, text, textHash: sha256Of(text), setAside: [], outlet, published, kept: [] }
}

const FREE = { shouldStop: () => false, onProgress: () => undefined }

function jobOf(texts: readonly CorpusText[], more: Partial<CorpusJob> = {}): CorpusJob {
  const settings = DEFAULT_MATCH_SETTINGS
  const job = { jobId: 'j', label: 'Matching', sources: texts, settings, decisions: [], budgetMs: null }
  return { ...job, cacheFolder: null, withPassages: true, ...more }
}

function match(texts: readonly CorpusText[], matcher = new CorpusMatcher(() => 0)): CorpusResult {
  return matcher.match(jobOf(texts), FREE)
}

/** What was found, without how: the numbers of what was matched now, and the time. */
function found({ pairs, matchings, clusters, boilerplate, complete }: CorpusResult) {
  return { pairs, matchings, clusters, boilerplate, complete }
}

/** What was found with sources by their ids, in an order of its own. */
function byId(texts: readonly CorpusText[], { pairs, clusters, boilerplate }: CorpusResult) {
  const idOf = (source: number) => texts[source]?.id ?? ''
  return {
    pairs: pairs
      .map(({ a, b, aWords, bWords, passages, regions }) => [
        ...[`${idOf(a)} ${aWords}`, `${idOf(b)} ${bWords}`].sort(),
        passages,
        regions,
      ])
      .sort(),
    clusters: clusters
      .map(({ id, words, differs, excerpt, members }) => ({
        ...{ id, words, differs, excerpt },
        members: members.map(({ source, range }) => `${idOf(source)} ${range.start} ${range.endExclusive}`).sort(),
      }))
      .sort((one, two) => (one.id < two.id ? -1 : 1)),
    boilerplate: boilerplate.map(({ source, range, why }) => `${idOf(source)} ${range.start} ${why}`).sort(),
  }
}

describe('matching a corpus', () => {
  it('finds the same pairs and clusters whatever the order of sources', () => {
    const shuffled = sources.chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
    )
    fc.assert(
      fc.property(shuffled, ([texts, others]) => {
        expect(byId(others, match(others))).toEqual(byId(texts, match(texts)))
      }),
      { numRuns: 60 },
    )
  })

  it('finds the same after sources came, went and changed as from scratch', () => {
    fc.assert(
      fc.property(fc.array(sources, { minLength: 2, maxLength: 4 }), (stages) => {
        const matcher = new CorpusMatcher(() => 0)
        for (const texts of stages) expect(found(match(texts, matcher))).toEqual(found(match(texts)))
      }),
      { numRuns: 40 },
    )
  })

  it('finds the same with results from the disk as without, and matches nothing anew then', () => {
    fc.assert(
      fc.property(sources, sources, (first, second) => {
        const cacheFolder = mkdtempSync(join(tmpdir(), 'crossread-kept-'))
        try {
          const writer = new CorpusMatcher(() => 0)
          writer.match(jobOf(first, { cacheFolder }), FREE)
          writer.keep()
          const same = new CorpusMatcher(() => 0).match(jobOf(first, { cacheFolder }), FREE)
          expect([found(same), same.matched]).toEqual([found(match(first)), 0])
          const other = new CorpusMatcher(() => 0)
          expect(found(other.match(jobOf(second, { cacheFolder }), FREE))).toEqual(found(match(second)))
        } finally {
          rmSync(cacheFolder, { recursive: true })
        }
      }),
      { numRuns: 25 },
    )
  })

  it('says that it is not complete whenever it was stopped, lists nothing that is not there, and goes on where it was', () => {
    fc.assert(
      fc.property(sources, fc.integer({ min: 0, max: 12 }), (texts, steps) => {
        const whole = match(texts)
        const matcher = new CorpusMatcher(() => 0)
        let left = steps
        const part = matcher.match(jobOf(texts), { ...FREE, shouldStop: () => left-- <= 0 })
        expect(part.complete).toBe(part.why === null)
        if (left >= 0) expect(found(part)).toEqual(found(whole))
        for (const pair of part.pairs) expect(whole.pairs).toContainEqual(pair)
        const rest = match(texts, matcher)
        expect(found(rest)).toEqual(found(whole))
        expect(part.matched + rest.matched).toBe(whole.matched)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps to its budget, by the clock', () => {
    const texts = Array.from({ length: 6 }, (_, at) =>
      sourceOf(`s-${at}`, `${SHARED[0]} ${SHARED[2]} ${at}`, null, null),
    )
    for (const budgetMs of [0, 3, 9, 14, 1000]) {
      let ms = 0
      const result = new CorpusMatcher(() => ms++).match(jobOf(texts, { budgetMs }), FREE)
      expect(result.complete).toBe(budgetMs === 1000)
      expect(result.why === null).toBe(result.complete)
      if (!result.complete) expect(result.why).toMatch(/^The time was up (when|after) \d+ of \d+/)
    }
  })
})
