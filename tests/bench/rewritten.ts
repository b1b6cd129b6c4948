import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { readText, type ReadText } from '../../src/core/match/readText'
import { Vocabulary } from '../../src/core/match/vocabulary'
import type { TextRange } from '../../src/core/text/textRange'
import * as v from 'valibot'
import { findEightGrams } from './eightGrams'
import type { Stretch } from './stretches'
import { readWords } from './words'

/** Share of the characters of both sentences that must lie in stretches that pair them. */
const RECALLED_SHARE = 0.5
/** Least cosine and Dice of two sentences that the sentence method pairs, as Sanchez-Perez, Sidorov and Gelbukh published them. */
const LEAST_COSINE = 0.33
const LEAST_DICE = 0.33

const rowSchema = v.object({
  doc: v.string(),
  a: v.string(),
  b: v.string(),
  a_start: v.number(),
  a_len: v.number(),
  b_start: v.number(),
  b_len: v.number(),
  identical: v.boolean(),
})
type Row = v.InferOutput<typeof rowSchema>
type Method = { readonly name: string; readonly find: (a: string, b: string) => readonly Stretch[] }

const METHODS: readonly Method[] = [
  { name: 'plain 8-gram index', find: (a, b) => findEightGrams([readWords(a), readWords(b)]).get('0 1') ?? [] },
  { name: 'sentence method alone', find: similarSentences },
  { name: 'Crossread, passages', find: (a, b) => matched(a, b).passages },
  {
    name: 'Crossread, passages and regions',
    find: (a, b) => [...matched(a, b).passages, ...matched(a, b).regions],
  },
]

/**
 * How many of the sentences that say the same in other words each method pairs. `folder` holds a folder of texts for each
 * level and `sentence-aligned-*.jsonl`, whose offsets are code points of the file, byte order mark included.
 */
export function measureRewritten(folder: string): string[] {
  if (!existsSync(folder)) return [`Skipped: there is no folder ${folder}.`]
  const lines: string[] = []
  for (const file of readdirSync(folder).filter((name) => /^sentence-aligned-.*\.jsonl$/.test(name))) {
    const rows = readRows(join(folder, file))
    const changed = rows.filter((row) => !row.identical)
    lines.push(
      '',
      `${file}: ${rows.length} pairs of sentences, ${changed.length} of them not letter for letter the same`,
    )
    for (const method of METHODS) {
      const found = recalled(folder, rows, method)
      const share = (wanted: readonly Row[]): string =>
        (wanted.filter((row) => found.has(row)).length / Math.max(1, wanted.length)).toFixed(3)
      lines.push(`  ${method.name.padEnd(32)} all ${share(rows)}   changed ${share(changed)}`)
    }
  }
  return lines
}

function readRows(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => v.parse(rowSchema, JSON.parse(line)))
}

function recalled(folder: string, rows: readonly Row[], method: Method): Set<Row> {
  const found = new Set<Row>()
  for (const doc of new Set(rows.map((row) => row.doc))) {
    const ofDoc = rows.filter((row) => row.doc === doc)
    const first = ofDoc[0]!
    const [a, b] = [readFile(join(folder, first.a, `${doc}.txt`)), readFile(join(folder, first.b, `${doc}.txt`))]
    const stretches = method.find(a, b)
    for (const row of ofDoc) {
      const aRange = unitsOf(a, row.a_start, row.a_len)
      const bRange = unitsOf(b, row.b_start, row.b_len)
      const between = stretches.filter((one) => overlap(one.a, aRange) > 0 && overlap(one.b, bRange) > 0)
      const aShare = covered(
        aRange,
        between.map((one) => one.a),
      )
      const bShare = covered(
        bRange,
        between.map((one) => one.b),
      )
      if (Math.min(aShare, bShare) >= RECALLED_SHARE) found.add(row)
    }
  }
  return found
}

const remembered = new Map<string, string>()

function readFile(path: string): string {
  const known = remembered.get(path) ?? readFileSync(path, 'utf8')
  remembered.set(path, known)
  return known
}

/** Code points to UTF-16. */
function unitsOf(text: string, start: number, length: number): TextRange {
  const points = [...text]
  const from = points.slice(0, start).join('').length
  return { start: from, endExclusive: from + points.slice(start, start + length).join('').length }
}

function overlap(one: TextRange, other: TextRange): number {
  return Math.min(one.endExclusive, other.endExclusive) - Math.max(one.start, other.start)
}

function covered(range: TextRange, ranges: readonly TextRange[]): number {
  let characters = 0
  let reached = range.start
  for (const one of ranges.toSorted((a, b) => a.start - b.start)) {
    const end = Math.min(one.endExclusive, range.endExclusive)
    characters += Math.max(0, end - Math.max(reached, one.start))
    reached = Math.max(reached, end)
  }
  return characters / (range.endExclusive - range.start)
}

function matched(a: string, b: string): ReturnType<typeof matchPair> {
  return matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, DEFAULT_MATCH_SETTINGS)
}

type Sentence = { readonly range: TextRange; readonly counts: ReadonlyMap<number, number> }

/** Pairs of sentences whose tf-isf vectors have a cosine, and whose words a Dice coefficient, above the published bounds. */
function similarSentences(a: string, b: string): Stretch[] {
  const vocabulary = new Vocabulary()
  const sides = [a, b].map((text) => sentencesOf(readText({ text, setAside: [] }, vocabulary)))
  const standsIn = new Map<number, number>()
  const all = sides.flat()
  for (const { counts } of all) for (const word of counts.keys()) standsIn.set(word, (standsIn.get(word) ?? 0) + 1)
  const weight = (word: number): number => Math.log(all.length / (standsIn.get(word) ?? 1))
  const stretches: Stretch[] = []
  for (const one of sides[0]!) {
    for (const other of sides[1]!) {
      if (dice(one, other) > LEAST_DICE && cosine(one, other, weight) > LEAST_COSINE)
        stretches.push({ a: one.range, b: other.range })
    }
  }
  return stretches
}

function sentencesOf(read: ReadText): Sentence[] {
  return [...read.sentenceFirsts.subarray(0, -1)].map((first, index) => {
    const next = read.sentenceFirsts[index + 1]!
    const counts = new Map<number, number>()
    for (const stem of read.stems.subarray(first, next)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    return { range: { start: read.starts[first]!, endExclusive: read.ends[next - 1]! }, counts }
  })
}

function dice(one: Sentence, other: Sentence): number {
  const common = [...one.counts.keys()].filter((word) => other.counts.has(word)).length
  return (2 * common) / (one.counts.size + other.counts.size)
}

function cosine(one: Sentence, other: Sentence, weight: (word: number) => number): number {
  const size = (counts: Sentence['counts']): number =>
    Math.hypot(...[...counts].map(([word, count]) => count * weight(word)))
  let product = 0
  for (const [word, count] of one.counts) product += count * (other.counts.get(word) ?? 0) * weight(word) ** 2
  return product === 0 ? 0 : product / (size(one.counts) * size(other.counts))
}
