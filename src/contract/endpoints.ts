import * as v from 'valibot'
import { adjudicationEndpoints } from './adjudicationEndpoints'
import { isBase64 } from './base64'
import { claimEndpoints } from './claimEndpoints'
import { exchangeEndpoints } from './exchangeEndpoints'
import { citeErrors, endpoint, nothing, writeErrors } from './endpoint'
import { historyEndpoints } from './historyEndpoints'
import {
  budgetSchema,
  clusterViewSchema,
  corpusMatchingSchema,
  explanationSchema,
  matchDecisionInputSchema,
} from './matchingSchemas'
import {
  checkSchema,
  comparisonSchema,
  corpusViewSchema,
  idSchema,
  matchSettingsSchema,
  metadataFieldsSchema,
  nameSchema,
  offsetSchema,
  passageInputSchema,
  preferencesSchema,
  reportFormatSchema,
  searchHitSchema,
  sourceTextSchema,
  sourceViewSchema,
} from './schemas'
import { versionEndpoints } from './versionEndpoints'
import { workEndpoints } from './workEndpoints'

/** The one list of what a renderer may ask. Router, client, hosts and the contract tests are derived from it. */
export const endpoints = {
  'app.info': endpoint(
    nothing,
    v.strictObject({
      name: v.string(),
      version: v.string(),
      host: v.picklist(['electron', 'loopback', 'direct']),
      /** Whether this host can show the system's own dialogs for folders and files. */
      dialogs: v.boolean(),
    }),
  ),
  'preferences.get': endpoint(nothing, preferencesSchema),
  'preferences.set': endpoint(v.partial(preferencesSchema), preferencesSchema, ['STORAGE_FAILED']),

  'corpus.get': endpoint(nothing, corpusViewSchema),
  'corpus.open': endpoint(
    v.strictObject({ folder: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) }),
    corpusViewSchema,
    ['FOLDER_UNREADABLE', 'STORAGE_LOCKED', 'STORAGE_UNREADABLE', 'CANCELLED'],
  ),
  /** Asks the person with the system's dialog; null when they cancel it. */
  'corpus.chooseFolder': endpoint(nothing, v.nullable(v.string()), ['NOT_AVAILABLE_HERE']),
  'corpus.rename': endpoint(v.strictObject({ name: nameSchema }), corpusViewSchema, writeErrors),
  'corpus.setMatchSettings': endpoint(matchSettingsSchema, corpusViewSchema, writeErrors),
  'reviewer.rename': endpoint(v.strictObject({ name: nameSchema }), corpusViewSchema, writeErrors),

  'source.text': endpoint(v.strictObject({ sourceId: idSchema }), sourceTextSchema, [
    'SOURCE_UNKNOWN',
    'SOURCE_UNREADABLE',
  ]),
  /**
   * Adds a file to the folder; its name is made safe and never replaces another file. With `versionOf` the bytes are kept
   * as a new version of that source instead, and its file stays as it is.
   */
  'source.importFile': endpoint(
    v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      base64: v.pipe(v.string(), v.check(isBase64, 'is not base64')),
      versionOf: v.optional(idSchema),
    }),
    sourceViewSchema,
    ['SOURCE_NOT_ADDED', 'SOURCE_UNKNOWN', 'TOO_LARGE', ...writeErrors],
  ),
  'source.importText': endpoint(
    v.strictObject({ text: v.pipe(v.string(), v.minLength(1)), metadata: metadataFieldsSchema }),
    sourceViewSchema,
    ['SOURCE_NOT_ADDED', 'TOO_LARGE', ...writeErrors],
  ),
  /** Reads the file again after it changed. */
  'source.reread': endpoint(v.strictObject({ sourceId: idSchema }), sourceViewSchema, [
    'SOURCE_UNKNOWN',
    'SOURCE_UNREADABLE',
    ...writeErrors,
  ]),
  'source.setMetadata': endpoint(
    v.strictObject({ sourceId: idSchema, fields: metadataFieldsSchema }),
    sourceViewSchema,
    ['SOURCE_UNKNOWN', ...writeErrors],
  ),
  /** Rules that a passage is, or is not, page furniture. */
  'source.setFurniture': endpoint(
    v.strictObject({ passage: passageInputSchema, furniture: v.boolean() }),
    sourceTextSchema,
    [...citeErrors],
  ),

  ...versionEndpoints,

  'match.pair': endpoint(v.strictObject({ a: idSchema, b: idSchema, jobId: idSchema }), comparisonSchema, [
    'SOURCE_UNKNOWN',
    'SOURCE_UNREADABLE',
    'CANCELLED',
  ]),
  'match.explain': endpoint(v.strictObject({ a: passageInputSchema, b: passageInputSchema }), explanationSchema, [
    'SOURCE_UNKNOWN',
    'STALE_TEXT',
    'RANGE_OUTSIDE_TEXT',
  ]),
  /** The reviewer's decision about matched passages of two sources; the comparison is asked for again after it. */
  'match.decide': endpoint(matchDecisionInputSchema, v.strictObject({ id: idSchema }), citeErrors),
  'match.withdraw': endpoint(v.strictObject({ decisionId: idSchema }), nothing, ['DECISION_UNKNOWN', ...writeErrors]),
  /** Matches all sources with each other; `budgetMs` is the longest it may take, null for as long as it takes. */
  'corpus.match': endpoint(v.strictObject({ jobId: idSchema, budgetMs: budgetSchema }), corpusMatchingSchema, [
    'CANCELLED',
  ]),
  /** A cluster of the last matching, as it stands in every source. */
  'corpus.cluster': endpoint(v.strictObject({ clusterId: idSchema }), clusterViewSchema, ['CLUSTER_UNKNOWN']),
  /** Throws away what is kept of matching, which is derived only; gives how many results were kept. */
  'corpus.forgetMatching': endpoint(nothing, v.strictObject({ removed: offsetSchema })),
  'job.cancel': endpoint(v.strictObject({ jobId: idSchema }), v.strictObject({ cancelled: v.boolean() })),

  ...claimEndpoints,
  ...exchangeEndpoints,
  ...historyEndpoints,
  ...workEndpoints,
  ...adjudicationEndpoints,

  'search.query': endpoint(
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(1000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
    v.strictObject({ hits: v.array(searchHitSchema), complete: v.boolean() }),
  ),

  'report.render': endpoint(
    v.strictObject({ format: reportFormatSchema }),
    v.strictObject({ fileName: v.string(), mediaType: v.string(), content: v.string() }),
  ),
  /** Asks where to save with the system's dialog and writes there; null when the person cancels. */
  'report.save': endpoint(
    v.strictObject({ format: reportFormatSchema }),
    v.nullable(v.strictObject({ path: v.string() })),
    ['NOT_AVAILABLE_HERE', 'STORAGE_FAILED'],
  ),
  'integrity.verify': endpoint(nothing, v.strictObject({ ok: v.boolean(), checks: v.array(checkSchema) })),
} as const

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
/** What a caller may send. */
export type EndpointInput<N extends EndpointName> = v.InferInput<Endpoints[N]['input']>
/** What a handler gets, after parsing. */
export type ParsedInput<N extends EndpointName> = v.InferOutput<Endpoints[N]['input']>
export type EndpointOutput<N extends EndpointName> = v.InferOutput<Endpoints[N]['output']>

export function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name)
}
