import { DEFAULT_MATCH_SETTINGS, type MatchableText } from '../../../core/match/passageMatch'
import type { ReadSource } from '../../services/ports'
import type { CommandLinePorts } from './commandLinePorts'
import { exportMatching, type ExportedMatching } from './exportMatching'

/** A file that was read, as it is matched: the same object for as long as it is kept, so that its words are read once. */
export type SourceToMatch = { readonly source: ReadSource; readonly text: MatchableText }

export type PairOfSources = {
  readonly a: { readonly path: string } & SourceToMatch
  readonly b: { readonly path: string } & SourceToMatch
}

type FileHead = { readonly path: string; readonly sha256: string; readonly textHash: string; readonly length: number }

/** What `crossread match` prints, after CONTRACTS.md. */
export type MatchedPair = { readonly a: FileHead; readonly b: FileHead } & ExportedMatching & {
    readonly complete: boolean
    readonly elapsedMs: number
  }

export function matchPair({ a, b }: PairOfSources, ports: Pick<CommandLinePorts, 'matchPair'>): MatchedPair {
  const result = ports.matchPair(a.text, b.text, DEFAULT_MATCH_SETTINGS)
  return {
    a: head(a.path, a.source),
    b: head(b.path, b.source),
    ...exportMatching(a.source.article, b.source.article, result),
    complete: result.complete,
    elapsedMs: result.elapsedMs,
  }
}

export function sourceToMatch(source: ReadSource): SourceToMatch {
  const { text, furniture } = source.article
  return { source, text: { text, setAside: furniture.map((mark) => mark.range) } }
}

function head(path: string, source: ReadSource): FileHead {
  const { textHash, offsets } = source.article
  return { path, sha256: source.sha256, textHash, length: offsets.decodedLength }
}
