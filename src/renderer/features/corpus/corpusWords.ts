import type { CorpusMatching } from '../../../contract/matchingSchemas'
import type { SourceView } from '../../../contract/schemas'
import { shareOf, type MatrixCell, type MatrixMeasure } from '../../state/corpusMatrix'

const separated = new Intl.NumberFormat('en')

/** A matrix has thousands of small numbers in view, which need no separator: asking for one costs most of the drawing. */
function shown(number: number): string {
  return Number.isInteger(number) && number < 1000 ? String(number) : separated.format(number)
}

/** "1 word", "2 words", "1,204 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${shown(count)} ${count === 1 ? one : many}`
}

/** "20 %"; what is there but would round to nothing is "<1 %". */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<1 %'
  return `${shown(Math.floor(share * 100))} %`
}

/** "12 ms", "3.4 s". */
export function duration(ms: number): string {
  return ms < 1000 ? `${shown(Math.round(ms))} ms` : `${shown(Math.round(ms / 100) / 10)} s`
}

export function titleOf(source: SourceView | null): string {
  return source?.metadata.title ?? source?.path ?? 'a source that is gone'
}

/** The outlet, or whose report a digest is of, or the title: what tells one row of a cluster from the next. */
export function outletOf(source: SourceView | null): string {
  if (source === null) return 'a source that is gone'
  const { digestOf, outlet } = source.metadata
  return digestOf === null ? (outlet ?? titleOf(source)) : `Digest of ${digestOf}`
}

/** The figure in a cell, as the measure wants it. */
export function figureOf(cell: MatrixCell, row: SourceView, measure: MatrixMeasure): string {
  return measure === 'words' ? shown(cell.words) : percent(shareOf(cell.words, row))
}

/** Both directions of a pair in a sentence: "120 of the 600 words of A also stand in C (20 %), …". */
export function pairSentence(row: SourceView, column: SourceView, cell: MatrixCell | null, complete: boolean): string {
  const [a, b] = [row.siglum, column.siglum]
  if (row.id === column.id) return `${a} itself`
  if (cell === null) return `${a} and ${b}: ${complete ? 'nothing shared' : 'nothing found so far'}`
  const straight = `${part(cell.words, row)} of ${a} also ${cell.words === 1 ? 'stands' : 'stand'} in ${b}`
  const back = `${part(cell.back, column)} of ${b} in ${a}`
  const shares = [percent(shareOf(cell.words, row)), percent(shareOf(cell.back, column))]
  const regions = cell.regions === 0 ? 'no region of reuse' : counted(cell.regions, 'region', 'regions') + ' of reuse'
  return `${straight} (${shares[0] ?? ''}), and ${back} (${shares[1] ?? ''}): ${counted(cell.passages, 'passage')}, ${regions}`
}

function part(words: number, source: SourceView): string {
  return `${shown(words)} of the ${counted(source.words, 'word')}`
}

/** The steps of the legend, in words: "1 to 24", "800 and more". */
export function stepRanges(steps: readonly number[], measure: MatrixMeasure): readonly string[] {
  return steps.map((least, index) => {
    const next = steps[index + 1]
    if (measure === 'words')
      return next === undefined ? `${shown(least)} or more` : `${shown(least)}–${shown(next - 1)}`
    const from = index === 0 ? '0' : String(Math.round(least * 100))
    return next === undefined ? `${from} % or more` : `${from}–${Math.round(next * 100)} %`
  })
}

/** What was found, in figures that were all counted: pairs, passages, clusters, and how long it took. */
export function matchingFacts(matching: CorpusMatching, sources: number): string {
  const passages = matching.pairs.reduce((sum, pair) => sum + pair.passages, 0)
  const all = (sources * (sources - 1)) / 2
  const took =
    matching.matched === 0 && matching.kept > 0 ? 'kept from before' : `matched in ${duration(matching.elapsedMs)}`
  return [
    counted(sources, 'source'),
    `${shown(matching.pairs.length)} of ${counted(all, 'pair')} share wording`,
    counted(passages, 'passage'),
    took,
  ].join(' · ')
}

/** How much of what stands around a passage is shown on each side, in UTF-16 units: enough to know the sentence by. */
export const CONTEXT_LENGTH = 44

/** The last words of what stands before, on one line, begun at a word. */
export function lastWords(before: string): string {
  const line = before.replace(/\s+/gu, ' ').trimStart()
  if (line.length <= CONTEXT_LENGTH) return line
  const cut = line.slice(-CONTEXT_LENGTH)
  return `…${cut.slice(Math.max(0, cut.indexOf(' ') + 1)).replace(/^[\uDC00-\uDFFF]/u, '')}`
}

/** The first words of what stands after, on one line, ended at a word. */
export function firstWords(after: string): string {
  const line = after.replace(/\s+/gu, ' ').trimEnd()
  if (line.length <= CONTEXT_LENGTH) return line
  const cut = line.slice(0, CONTEXT_LENGTH)
  const space = cut.lastIndexOf(' ')
  const whole = (space > 0 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '')
  return `${whole.replace(/[\s.,;:–—-]+$/u, '')}…`
}
