import type { Consequence, SourceVersion, VersionComparison } from '../../../contract/versionSchemas'
import type { VersionRow } from '../../../core/diff/versionRows'
import { ANCHOR_WORDS } from '../../state/anchorWords'
import { counted } from './settleWords'

type Counts = VersionComparison['counts']

/** The kinds of change as the summary counts them, each with a sign that needs no colour. */
const COUNTED: readonly { readonly kind: keyof Counts; readonly sign: string; readonly words: string }[] = [
  { kind: 'changed', sign: '≠', words: 'changed' },
  { kind: 'moved', sign: '⇅', words: 'moved' },
  { kind: 'movedAndChanged', sign: '⇅', words: 'moved and changed' },
  { kind: 'added', sign: '+', words: 'put in' },
  { kind: 'removed', sign: '−', words: 'left out' },
]

/** "2 changed", with its sign, for every kind that there is. */
export function countWords(counts: Counts): readonly { readonly sign: string; readonly words: string }[] {
  return COUNTED.filter(({ kind }) => counts[kind] > 0).map(({ kind, sign, words }) => ({
    sign,
    words: `${counts[kind].toLocaleString('en')} ${words}`,
  }))
}

/** What a row's margin says of it; null for an unchanged one. */
export function rowSign({ kind }: Pick<VersionRow, 'kind'>): string | null {
  return COUNTED.find((one) => one.kind === kind)?.sign ?? null
}

type Numbers = { readonly from: number | null; readonly to: number | null }

/** What became of a paragraph, in words: "moved, was ¶ 4"; null where nothing did. */
export function rowLabel(row: VersionRow, numbers: Numbers): string | null {
  const was = numbers.from === null ? '' : `, was ¶ ${numbers.from}`
  const part = row.part === null ? '' : row.part === 'split' ? ', split in two' : ', joined'
  switch (row.kind) {
    case 'same':
      return row.typography ? `typography only${part}` : part === '' ? null : part.slice(2)
    case 'changed':
      return `changed${part}`
    case 'moved':
      return `moved${was}${part}`
    case 'movedAndChanged':
      return `moved and changed${was}${part}`
    case 'added':
      return `put in${part}`
    case 'removed':
      return `left out${part}`
  }
}

/** What stands where a paragraph moved away from: "¶ 6 moved, is ¶ 3 now". */
export function traceWords({ from, to }: Numbers): string {
  return `¶ ${from ?? '?'} moved, is ¶ ${to ?? '?'} now`
}

/** "12 paragraphs unchanged", and how many of them differ in typography alone. */
export function foldWords({ rows, typography }: { readonly rows: number; readonly typography: number }): string {
  const words = `${counted(rows, 'paragraph')} unchanged`
  return typography === 0 ? words : `${words}, ${typography.toLocaleString('en')} in typography only`
}

/** What is known of a version: its size and what cites it, or why it cannot be read. */
export function versionFacts(version: SourceVersion): readonly string[] {
  if (!version.readable) return [version.why ?? 'not readable', ...citedBy(version)]
  const again = version.readings > 1 ? [`read ${counted(version.readings, 'time')}`] : []
  return [counted(version.words, 'word'), ...citedBy(version), ...again, ...(version.imported ? ['imported'] : [])]
}

function citedBy({ citedBy: passages }: SourceVersion): readonly string[] {
  return passages === 0 ? [] : [`${counted(passages, 'passage')} cited in it`]
}

/** How a cited passage came through the change, or that it was settled since they were compared; calm where nothing is left to do. */
export function consequenceWords(
  { state, touched, settled }: Consequence,
  settledSince: boolean,
): {
  readonly sign: string
  readonly words: string
  readonly calm: boolean
} {
  if (settled !== null)
    return { sign: '✓', words: settled.what === 'follow' ? 'followed' : 'kept as cited', calm: true }
  if (settledSince) return { sign: '✓', words: 'settled', calm: true }
  const { sign, words, calm } = ANCHOR_WORDS[state]
  return touched ? { sign, words, calm } : { sign: '●', words: 'untouched', calm: true }
}
