import { METADATA_FIELDS, type SourceMetadata } from '../../core/text/metadata'

/**
 * Front matter that holds `metadata`, or '' when nothing is known. Values are written as JSON strings, which YAML reads
 * as they are, whatever stands in them.
 */
export function frontMatterText(metadata: Partial<SourceMetadata>): string {
  const lines = METADATA_FIELDS.flatMap((field) => {
    const value = metadata[field]?.trim()
    return value === undefined || value === '' ? [] : [`${field}: ${JSON.stringify(value)}`]
  })
  return lines.length === 0 ? '' : ['---', ...lines, '---', ''].join('\n')
}
