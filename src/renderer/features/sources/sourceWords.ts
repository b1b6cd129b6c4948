import type { SourceView } from '../../../contract/schemas'

export function titleOf(source: SourceView): string {
  return source.metadata.title ?? source.path
}

/** `CapRadio, 2018-04`, or `Digest of CapRadio, 2018-04`: what is known of outlet and date; the path when nothing is. */
export function bylineOf(source: SourceView): string {
  const { outlet, published, digestOf } = source.metadata
  const from = digestOf === null ? outlet : `Digest of ${digestOf}`
  const known = [from, published].filter((part) => part !== null && part !== '')
  return known.length === 0 ? source.path : known.join(', ')
}

/** What a row says besides its title, in words; null when all is well. */
export function stateOf(source: SourceView): { readonly label: string; readonly explained: string } | null {
  if (source.state === 'changed')
    return {
      label: 'changed on disk',
      explained:
        'The file is not what it was when it was read. What you see is the kept copy, until you read it again.',
    }
  if (source.state === 'missing')
    return {
      label: 'file missing',
      explained: 'The file is not in the folder any more. What you see is the copy that was kept when it was read.',
    }
  return null
}

/** True when every word of the query stands in title, outlet, path or siglum. */
export function sourceMatches(source: SourceView, query: string): boolean {
  const { title, outlet, byline, digestOf } = source.metadata
  const words = [source.siglum, title, outlet, byline, digestOf, source.path].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part))
}
