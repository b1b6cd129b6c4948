import { diffEdits } from '../../../core/diff/diffPassage'
import type { Edit } from '../../../core/diff/passageDiff'
import type { MatchKind, PairMatching } from '../../../core/match/passageMatch'
import type { Article } from '../../../core/text/article'
import type { TextRange } from '../../../core/text/textRange'

/** `start` and `end` in code points of the decoded file; `text` is the file between them. */
export type ExportedRange = { readonly start: number; readonly end: number; readonly text: string }

/** Passages and regions as `crossread match` and `crossread corpus` print them, after CONTRACTS.md. */
export type ExportedMatching = {
  readonly passages: readonly {
    readonly kind: MatchKind
    readonly quotation: boolean
    readonly score: number
    readonly a: ExportedRange
    readonly b: ExportedRange
    readonly edits: readonly Edit[]
  }[]
  readonly regions: readonly {
    readonly kind: MatchKind
    readonly score: number
    readonly a: ExportedRange
    readonly b: ExportedRange
    readonly passages: readonly number[]
  }[]
}

export function exportMatching(
  a: Article,
  b: Article,
  { passages, regions }: Pick<PairMatching, 'passages' | 'regions'>,
): ExportedMatching {
  const exported = passages.map((passage) => {
    const inA = exportRange(a, passage.a)
    const inB = exportRange(b, passage.b)
    const { kind, quotation, score } = passage
    // From the decoded texts, not from the matcher's segments: only so are line ends and accents replayed as the files have them.
    return { kind, quotation, score, a: inA, b: inB, edits: diffEdits(inA.text, inB.text) }
  })
  const sorted = exported.toSorted(compareExported)
  const places = new Map(sorted.map((passage, place) => [passage, place]))
  const placeOf = (index: number) => {
    const passage = exported[index]
    return passage === undefined ? [] : (places.get(passage) ?? [])
  }
  return {
    passages: sorted,
    regions: regions
      .map(({ kind, score, ...region }) => ({
        kind,
        score,
        a: exportRange(a, region.a),
        b: exportRange(b, region.b),
        passages: region.passages.flatMap(placeOf).sort((one, two) => one - two),
      }))
      .sort(compareExported),
  }
}

export function exportRange(article: Article, range: TextRange): ExportedRange {
  const { start, end } = article.offsets.toDecoded(range)
  return { start, end, text: article.offsets.decodedText(range) }
}

type Pair = { readonly a: ExportedRange; readonly b: ExportedRange }

function compareExported(one: Pair, other: Pair): number {
  return (
    one.a.start - other.a.start || one.b.start - other.b.start || one.a.end - other.a.end || one.b.end - other.b.end
  )
}
