import { performance } from 'node:perf_hooks'
import { resolveAnchors } from '../../../src/core/anchor/resolveAnchors'
import { hasSameWords } from '../../../src/core/anchor/keyedTokens'
import { sliceRange, type TextRange } from '../../../src/core/text/textRange'
import { editCases, versionCases, type Case, type Truth } from './cases'
import { measureGrowth, timeLikeness } from './growth'
import { attachByLikeness } from './hypothesisMethod'

/** How far a place may be from the one that was marked, in UTF-16 units, where words were edited. */
const EDITED_WITHIN = 5

/** What a method made of an anchor: attached without a word, shown as changed, or neither. */
type Found = { readonly attached: TextRange | null; readonly shown: TextRange | null }
type Method = { readonly name: string; readonly find: (one: Case) => readonly Found[] }

/** Calls `print` with the tables. */
export function benchAnchors(
  { edits, versions: versionsFolder }: { readonly edits: string; readonly versions: string | null },
  print: (line: string) => void,
): void {
  print('Many anchors in one text of 100,000 words (one word in 40 changed, a tenth of the paragraphs moved)')
  const rows = measureGrowth()
  const floor = rows[0]?.medianMs ?? 0
  for (const { anchors, medianMs, states } of rows) {
    const each = anchors === 0 ? '' : `${(((medianMs - floor) * 1_000) / anchors).toFixed(0)} µs each beside the index`
    print(`  ${String(anchors).padStart(6)}  ${medianMs.toFixed(0).padStart(6)} ms  ${each.padEnd(32)} ${states}`)
  }
  print(`  the Hypothesis method, over a sample of the same anchors: ${timeLikeness().toFixed(1)} ms each`)
  const methods = [ours('Crossread, the new text alone', false), ours('Crossread, both texts', true), THEIRS]
  compare('The edits of tests/fixtures/anchors', editCases(edits), methods, print)
  const versions = versionsFolder === null ? [] : versionCases(versionsFolder)
  if (versions.length === 0) print('\nVersions of texts are left out: name a folder with anchors.jsonl.')
  else compare('Versions of texts', versions, methods, print)
}

function ours(name: string, withOld: boolean): Method {
  return {
    name,
    find: ({ old, now, anchors }) =>
      resolveAnchors({ text: now, textHash: 'new', from: withOld ? old : null }, anchors).map((one) => ({
        attached: one.state === 'exact' || one.state === 'moved' ? one.range : null,
        shown: one.state === 'changed' ? one.range : null,
      })),
  }
}

const THEIRS: Method = {
  name: 'Hypothesis method',
  find: ({ now, anchors }) =>
    anchors.map(({ quote, position }) => {
      const found = attachByLikeness(now, { ...quote, position: position.start })
      return { attached: found === null ? null : { start: found.start, endExclusive: found.end }, shown: null }
    }),
}

type Tally = {
  anchors: number
  right: number
  wrong: number
  lost: number
  held: number
  near: number
  unmarked: number
  ms: number
}

function compare(
  title: string,
  cases: readonly Case[],
  methods: readonly Method[],
  print: (line: string) => void,
): void {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].sort()
  for (const { name, find } of methods) {
    print(`\n${title}: ${name}`)
    print(
      `  ${'kind'.padEnd(16)} anchors  attached right  attached wrong  lost  told  place within ${EDITED_WITHIN}  same words      ms`,
    )
    const all = emptyTally()
    for (const kind of kinds) {
      const tally = emptyTally()
      for (const one of cases.filter((each) => each.kind === kind)) {
        const started = performance.now()
        const found = find(one)
        tally.ms += performance.now() - started
        found.forEach((result, nth) => count(tally, one, nth, result))
      }
      print(tallyLine(kind, tally))
      for (const key of ['anchors', 'right', 'wrong', 'lost', 'held', 'near', 'unmarked', 'ms'] as const)
        all[key] += tally[key]
    }
    print(tallyLine('all', all))
  }
}

function count(tally: Tally, { old, now, anchors, truths }: Case, nth: number, { attached, shown }: Found): void {
  const truth: Truth = truths[nth] ?? { what: 'tell', range: null }
  const anchor = anchors[nth]
  tally.anchors++
  const place = attached ?? shown
  if (place !== null && truth.range !== null && isNear(place, truth.range)) tally.near++
  if (attached === null) {
    if (truth.what === 'attach') tally.lost++
    else tally.held++
    return
  }
  // Marked as edited, and yet only the typography differs: attached there, the words are the cited ones.
  const same = anchor !== undefined && hasSameWords(sliceRange(old, anchor.position), sliceRange(now, attached))
  const isThere = truth.range !== null && isNear(attached, truth.range)
  const right = isThere && (truth.what === 'attach' || same)
  if (right) tally.right++
  else if (truth.what === 'unmarked' && same) tally.unmarked++
  else tally.wrong++
}

function isNear(one: TextRange, other: TextRange): boolean {
  return (
    Math.abs(one.start - other.start) <= EDITED_WITHIN &&
    Math.abs(one.endExclusive - other.endExclusive) <= EDITED_WITHIN
  )
}

function emptyTally(): Tally {
  return { anchors: 0, right: 0, wrong: 0, lost: 0, held: 0, near: 0, unmarked: 0, ms: 0 }
}

function tallyLine(kind: string, { anchors, right, wrong, lost, held, near, unmarked, ms }: Tally): string {
  const columns: readonly (readonly [string, number])[] = [
    [String(anchors), 7],
    [String(right), 14],
    [String(wrong), 14],
    [String(lost), 4],
    [String(held), 4],
    [String(near), 14],
    [String(unmarked), 10],
    [ms.toFixed(0), 6],
  ]
  return `  ${kind.padEnd(16)} ${columns.map(([text, width]) => text.padStart(width)).join('  ')}`
}
