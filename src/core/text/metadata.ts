export const SOURCE_KINDS = ['news', 'opinion', 'primary record', 'transcript', 'other'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const METADATA_FIELDS = [
  'title',
  'outlet',
  'byline',
  'published',
  'url',
  'retrieved',
  'kind',
  'digestOf',
] as const
export type MetadataField = (typeof METADATA_FIELDS)[number]

/** What is known of a source. `null` is "not known"; nothing is filled in by guess but the title, and that is said. */
export type SourceMetadata = {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  /** As the source gives it: a date or date and time, not reinterpreted. */
  readonly published: string | null
  readonly url: string | null
  readonly retrieved: string | null
  readonly kind: SourceKind | null
  /** Set in the sample corpus: the outlet whose report this text digests. */
  readonly digestOf: string | null
}

export const EMPTY_METADATA: SourceMetadata = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  url: null,
  retrieved: null,
  kind: null,
  digestOf: null,
}
