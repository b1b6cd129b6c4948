import * as v from 'valibot'
import { SETTLEMENTS } from '../core/claim/reviewRecord'
import { citationPlaceSchema } from './citedSchemas'
import { citeErrors, endpoint, nothing } from './endpoint'
import { reviewPatchSchema } from './reviewPatch'
import { hashSchema, idSchema, rangeSchema } from './schemas'
import { sourceVersionSchema, unsettledSchema, versionComparisonSchema, versionTextSchema } from './versionSchemas'

const versionErrors = ['SOURCE_UNKNOWN', 'VERSION_UNKNOWN', 'VERSION_UNREADABLE'] as const

/** What a renderer may ask about the versions of a source and about cited words that are not as they were cited. */
export const versionEndpoints = {
  /** Oldest first. */
  'source.versions': endpoint(
    v.strictObject({ sourceId: idSchema }),
    v.strictObject({ sourceId: idSchema, versions: v.array(sourceVersionSchema) }),
    ['SOURCE_UNKNOWN'],
  ),
  'source.versionText': endpoint(
    v.strictObject({ sourceId: idSchema, textHash: hashSchema }),
    versionTextSchema,
    versionErrors,
  ),
  'source.compareVersions': endpoint(
    v.strictObject({ sourceId: idSchema, from: hashSchema, to: hashSchema, jobId: idSchema }),
    versionComparisonSchema,
    [...versionErrors, 'CANCELLED'],
  ),
  /** In order of sigla, then of the text. */
  'citation.unsettled': endpoint(nothing, v.array(unsettledSchema)),
  /**
   * follow: the words at `to` are cited from now on; keep: the words as they were cited stand, though the source reads
   * otherwise. `to.textHash` is the text that the reviewer saw, `to.range` what was followed, null to keep.
   */
  'citation.settle': endpoint(
    v.strictObject({
      on: citationPlaceSchema,
      what: v.picklist(SETTLEMENTS),
      to: v.nullable(v.strictObject({ textHash: hashSchema, range: v.nullable(rangeSchema) })),
    }),
    reviewPatchSchema,
    ['EVIDENCE_UNKNOWN', 'NOTE_UNKNOWN', 'CLAIM_SEALED', ...citeErrors],
  ),
} as const
