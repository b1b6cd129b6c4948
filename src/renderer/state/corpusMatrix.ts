import type { CorpusMatching } from '../../contract/matchingSchemas'
import type { SourceView } from '../../contract/schemas'
import { compareCodeUnits, siglumPlace } from '../../core/text/sigla'

export const MATRIX_SORTS = ['siglum', 'date', 'shared'] as const
export type MatrixSort = (typeof MATRIX_SORTS)[number]
export const MATRIX_MEASURES = ['words', 'share'] as const
/** What a cell shows: shared words as a number, or as a share of the row's source. */
export type MatrixMeasure = (typeof MATRIX_MEASURES)[number]

/**
 * From which figure on a cell takes the next stronger colour. Fixed rather than taken from the corpus, so that a colour
 * says the same in every corpus; the first is a short quotation, the last most of an article.
 */
export const MATRIX_STEPS: Readonly<Record<MatrixMeasure, readonly number[]>> = {
  words: [1, 10, 40, 120, 400],
  share: [0.00001, 0.05, 0.15, 0.4, 0.8],
}

/** What two sources share, seen from the row. */
export type MatrixCell = {
  /** Words of the row's source that also stand in the column's. */
  readonly words: number
  /** Words of the column's source that also stand in the row's. */
  readonly back: number
  readonly passages: number
  readonly regions: number
}

type Pair = CorpusMatching['pairs'][number]

/** The matching, ready to be looked up cell by cell. */
export class CorpusMatrix {
  readonly #pairs = new Map<string, Map<string, Pair>>()
  readonly #totals = new Map<string, number>()

  constructor(pairs: readonly Pair[]) {
    for (const pair of pairs) {
      const row = this.#pairs.get(pair.a)
      if (row === undefined) this.#pairs.set(pair.a, new Map([[pair.b, pair]]))
      else row.set(pair.b, pair)
      this.#totals.set(pair.a, this.total(pair.a) + pair.aWords)
      this.#totals.set(pair.b, this.total(pair.b) + pair.bWords)
    }
  }

  /** Null when the two share nothing that was found, and for a source with itself. */
  cell(row: string, column: string): MatrixCell | null {
    const straight = this.#pairs.get(row)?.get(column)
    if (straight !== undefined)
      return {
        words: straight.aWords,
        back: straight.bWords,
        passages: straight.passages,
        regions: straight.regions,
      }
    const turned = this.#pairs.get(column)?.get(row)
    if (turned === undefined) return null
    return { words: turned.bWords, back: turned.aWords, passages: turned.passages, regions: turned.regions }
  }

  /** How much a source shares with all others together: its shared words, counted once for each of them. */
  total(sourceId: string): number {
    return this.#totals.get(sourceId) ?? 0
  }

  /** By siglum; by date with the undated last; by how much is shared with most first. */
  order(sources: readonly SourceView[], sort: MatrixSort): readonly SourceView[] {
    const bySiglum = sources.toSorted((one, two) => (siglumPlace(one.siglum) ?? 0) - (siglumPlace(two.siglum) ?? 0))
    if (sort === 'date') return bySiglum.toSorted((one, two) => compareDates(dateOf(one), dateOf(two)))
    if (sort === 'shared') return bySiglum.toSorted((one, two) => this.total(two.id) - this.total(one.id))
    return bySiglum
  }
}

/** 0 for nothing shared, up to 5 for most. */
export function matrixStep(figure: number, measure: MatrixMeasure): number {
  return MATRIX_STEPS[measure].filter((least) => figure >= least).length
}

/** 0 to 1; a source can have words in passages that its count leaves out, such as a title, so never more than 1. */
export function shareOf(words: number, source: SourceView): number {
  return source.words === 0 ? 0 : Math.min(1, words / source.words)
}

/** The year, month and day that a date begins with, as far as it has them; '' when it is none that can be ordered. */
export function sortableDate(published: string | null): string {
  return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]*)?)?)?/.exec(published ?? '')?.[0] ?? ''
}

function dateOf(source: SourceView): string {
  return sortableDate(source.metadata.published)
}

function compareDates(one: string, two: string): number {
  if (one === '' || two === '') return (one === '' ? 1 : 0) - (two === '' ? 1 : 0)
  return compareCodeUnits(one, two)
}
