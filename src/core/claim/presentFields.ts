import { METADATA_FIELDS, type MetadataField, type SourceMetadata } from '../text/metadata'

/** Some fields of metadata; one that is `undefined` counts as not given. */
export type GivenMetadata = { readonly [F in MetadataField]?: SourceMetadata[F] | undefined }

/** The fields that are given, `null` ("not known") among them. */
export function presentFields(given: GivenMetadata): Partial<SourceMetadata> {
  const fields: { -readonly [F in MetadataField]?: SourceMetadata[F] } = {}
  for (const field of METADATA_FIELDS) copyField(fields, given, field)
  return fields
}

function copyField<F extends MetadataField>(
  to: { [G in F]?: SourceMetadata[G] },
  from: { readonly [G in F]?: SourceMetadata[G] | undefined },
  field: F,
): void {
  const value = from[field]
  if (value !== undefined) to[field] = value
}
