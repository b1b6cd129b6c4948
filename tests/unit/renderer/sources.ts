import type { SourceView } from '../../../src/contract/schemas'
import { EMPTY_METADATA } from '../../../src/core/text/metadata'

/** A source as the interface gets it; only what a test is about need be said. */
export function source(
  siglum: string,
  changes: Partial<SourceView> & { readonly published?: string | null } = {},
): SourceView {
  const { published = null, ...rest } = changes
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id: siglum.toLowerCase(),
    siglum,
    path: `${siglum}.txt`,
    format: 'text',
    sha256: '0'.repeat(64),
    textHash: '1'.repeat(64),
    length: 1000,
    words: 200,
    encoding: 'utf-8',
    metadata: { ...EMPTY_METADATA, title: `Title ${siglum}`, published },
    titleGuessed: false,
    problems: [],
    state: 'current',
    importedAt: at,
    readAt: at,
    ...rest,
  }
}
