import { METADATA_FIELDS, SOURCE_KINDS, type MetadataField, type SourceMetadata } from '../../../core/text/metadata'

/** What stands in the fields: '' is "not known". */
export type FieldValues = Record<MetadataField, string>
export type EditableField = Exclude<MetadataField, 'kind' | 'digestOf'>

export const FIELD_LABELS: Readonly<Record<EditableField, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  byline: 'By',
  published: 'Published',
  url: 'Address',
  retrieved: 'Retrieved',
}

export function fieldsOf(metadata: SourceMetadata | null): FieldValues {
  const value = (field: MetadataField): string => metadata?.[field] ?? ''
  return {
    title: value('title'),
    outlet: value('outlet'),
    byline: value('byline'),
    published: value('published'),
    url: value('url'),
    retrieved: value('retrieved'),
    kind: value('kind'),
    digestOf: value('digestOf'),
  }
}

/** What differs from what is known; an emptied field becomes "not known". */
export function changedFields(known: SourceMetadata, values: FieldValues): Partial<SourceMetadata> {
  const wanted = toMetadata(values)
  return Object.fromEntries(
    METADATA_FIELDS.filter((field) => (known[field] ?? '') !== (wanted[field] ?? '')).map((field) => [
      field,
      wanted[field],
    ]),
  )
}

export function toMetadata(values: FieldValues): SourceMetadata {
  const given = (field: MetadataField): string | null => (values[field].trim() === '' ? null : values[field].trim())
  return {
    title: given('title'),
    outlet: given('outlet'),
    byline: given('byline'),
    published: given('published'),
    url: given('url'),
    retrieved: given('retrieved'),
    kind: SOURCE_KINDS.find((kind) => kind === values.kind) ?? null,
    digestOf: given('digestOf'),
  }
}
