import { diffEdits } from '../../../core/diff/diffPassage'
import type { Edit } from '../../../core/diff/passageDiff'
import { DEFAULT_MATCH_SETTINGS, type MatchableText, type MatchKind } from '../../../core/match/passageMatch'
import type { Article } from '../../../core/text/article'
import type { TextRange } from '../../../core/text/textRange'
import type { ReadSource } from '../../services/ports'
import type { CommandLinePorts } from './commandLinePorts'

export type PairOfSources = {
  readonly a: { readonly path: string; readonly source: ReadSource }
  readonly b: { readonly path: string; readonly source: ReadSource }
}

/** `start` and `end` in code points of the decoded file; `text` is the file between them. */
type ExportedRange = { readonly start: number; readonly end: number; readonly text: string }
type FileHead = { readonly path: string; readonly sha256: string; readonly textHash: string; readonly length: number }

/** What `crossread match` prints, after CONTRACTS.md. */
export type MatchedPair = {
  readonly a: FileHead
  readonly b: FileHead
  readonly passages: readonly {
    readonly kind: MatchKind
    readonly quotation: boolean
    readonly score: number
    readonly a: ExportedRange
    readonly b: ExportedRange
    readonly edits: readonly Edit[]
  }[]
  readonly complete: boolean
  readonly elapsedMs: number
}

export function matchPair({ a, b }: PairOfSources, ports: Pick<CommandLinePorts, 'comparePair'>): MatchedPair {
  const result = ports.comparePair(matchable(a.source.article), matchable(b.source.article), DEFAULT_MATCH_SETTINGS)
  const passages = result.passages.map((passage) => {
    const inA = exportRange(a.source.article, passage.a)
    const inB = exportRange(b.source.article, passage.b)
    const { kind, quotation, score } = passage
    // From the decoded texts, not from the matcher's segments: only so are line ends and accents replayed as the files have them.
    return { kind, quotation, score, a: inA, b: inB, edits: diffEdits(inA.text, inB.text) }
  })
  return {
    a: head(a.path, a.source),
    b: head(b.path, b.source),
    passages: passages.sort(
      (one, other) =>
        one.a.start - other.a.start ||
        one.b.start - other.b.start ||
        one.a.end - other.a.end ||
        one.b.end - other.b.end,
    ),
    complete: result.complete,
    elapsedMs: result.elapsedMs,
  }
}

function matchable(article: Article): MatchableText {
  return { text: article.text, setAside: article.furniture.map((mark) => mark.range) }
}

function exportRange(article: Article, range: TextRange): ExportedRange {
  const { start, end } = article.offsets.toDecoded(range)
  return { start, end, text: article.offsets.decodedText(range) }
}

function head(path: string, source: ReadSource): FileHead {
  const { textHash, offsets } = source.article
  return { path, sha256: source.sha256, textHash, length: offsets.decodedLength }
}
