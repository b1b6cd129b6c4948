import type { CorpusRow, PairRow } from './rows'
import type { Plan } from './plan'
import { FLOOR, OURS } from './subjects'

const SHAPE_NAMES = {
  unrelated: 'unrelated texts',
  shared: '5 % shared, in another order',
  edited: 'a lightly edited copy',
} as const

/** One shape at one size; times as medians with the quartiles, and as ratios to the floor and to ours. */
export function pairTable(rows: readonly PairRow[], limitMs: number): string {
  const [first] = rows
  if (first === undefined) return ''
  const ours = rows.find(({ subject }) => subject === OURS)?.outcome
  const oursInFloors = ours?.kind === 'pair' ? ours.measure.medianMs / ours.floor.medianMs : null
  const lines = rows.map(({ subject, outcome, skipped }) => {
    if (outcome.kind === 'over') {
      const why = skipped ? `over ${limitMs / 1000} s at a smaller size` : `over ${limitMs / 1000} s`
      return [subject, why, '', '', '', '', '']
    }
    if (outcome.kind !== 'pair') return [subject, outcome.kind === 'nothing' ? outcome.reason : '', '', '', '', '', '']
    const { measure, floor, finding } = outcome
    const inFloors = measure.medianMs / floor.medianMs
    return [
      subject,
      milliseconds(measure.medianMs),
      `${milliseconds(measure.lowerMs)} – ${milliseconds(measure.upperMs)} (${measure.rounds})`,
      times(inFloors),
      oursInFloors === null ? '' : times(inFloors / oursInFloors),
      subject === FLOOR ? '' : percent(finding.found),
      subject === FLOOR ? '' : percent(finding.astray),
    ]
  })
  const title = `\n${first.texts} texts, ${SHAPE_NAMES[first.shape]}, ${first.words.toLocaleString('en-US')} words each`
  return columns(title, ['', 'median', 'middle half (rounds)', 'x floor', 'x ours', 'found', 'astray'], lines)
}

export function corpusTable(rows: readonly CorpusRow[], { corpusWords: words, samples }: Plan): string {
  const [first] = rows
  if (first === undefined) return ''
  const pairs = (first.sources * (first.sources - 1)) / 2
  const lines = rows.map(({ subject, outcome }) => {
    if (outcome.kind === 'over') return [subject, `over ${outcome.limitMs / 1000} s`, '', '', '', '', '', '']
    if (outcome.kind !== 'corpus')
      return [subject, outcome.kind === 'nothing' ? outcome.reason : '', '', '', '', '', '', '']
    const { totalMs, processorMs, addMs, pairMs, finding, peakMegabytes, complete } = outcome
    return [
      subject,
      totalMs === null ? 'no index: a sample' : milliseconds(totalMs) + (complete ? '' : ', incomplete'),
      totalMs === null ? '' : milliseconds(processorMs),
      addMs === null ? '' : milliseconds(addMs),
      milliseconds(pairMs),
      finding === null ? '' : percent(finding.found),
      finding === null ? '' : percent(finding.astray),
      `${peakMegabytes.toFixed(0)} MB`,
    ]
  })
  const sample = `where a sample is named, ${samples} random pairs were timed (median) and ${samples} linked pairs judged`
  const title = `\na corpus of ${first.sources.toLocaleString('en-US')} generated articles of ${words} words, ${pairs.toLocaleString('en-US')} pairs; ${sample}`
  return columns(title, ['', 'all pairs', 'processor', 'one more', 'a pair', 'found', 'astray', 'memory'], lines)
}

function columns(title: string, head: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [head, ...lines]
  // A long reason may run over the columns after it, which are empty then.
  const widths = head.map((_, column) =>
    Math.max(...all.map((line) => (line[2] === '' && column === 1 ? 0 : (line[column] ?? '').length))),
  )
  const drawn = all.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
  return [title, ...drawn.map((line) => line.trimEnd())].join('\n')
}

export function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(value >= 10_000 ? 0 : 1)} s`
  return `${value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2)} ms`
}

function times(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`
}
