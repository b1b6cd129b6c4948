import * as v from 'valibot'
import { DIFFERENCE_KINDS } from '../core/diff/passageDiff'
import { MATCH_KINDS } from '../core/match/passageMatch'
import { MATCH_DECISIONS, STANCES, VERDICTS } from '../core/claim/reviewRecord'
import { SOURCE_KINDS } from '../core/text/metadata'

export const offsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
export const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex is expected'))
export const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
export const timeSchema = v.pipe(v.string(), v.isoTimestamp())
export const nullableText = v.nullable(v.string())

export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id of letters, digits, - and _ is expected'),
)
/** Text that a person writes: never empty, never longer than a long article. */
const writing = (what: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, `${what} must not be empty`),
    v.maxLength(100_000, `${what} is longer than 100,000 characters`),
  )

export const rangeSchema = v.pipe(
  v.strictObject({ start: offsetSchema, endExclusive: offsetSchema }),
  v.check((range) => range.start <= range.endExclusive, 'a range must not end before it starts'),
)
export const metadataSchema = v.strictObject({
  title: nullableText,
  outlet: nullableText,
  byline: nullableText,
  published: nullableText,
  url: nullableText,
  retrieved: nullableText,
  kind: v.nullable(v.picklist(SOURCE_KINDS)),
  digestOf: nullableText,
})
export const metadataFieldsSchema = v.partial(metadataSchema)
export const verdictSchema = v.picklist(VERDICTS)
export const stanceSchema = v.picklist(STANCES)
export const reviewerSchema = v.strictObject({ id: idSchema, name: v.string() })
const matchKinds = v.pipe(v.array(v.picklist(MATCH_KINDS)), v.readonly())
/** Settings that were stored before kinds could be chosen have none: then all are listed. */
export const matchSettingsSchema = v.strictObject({
  smallestPassageWords: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(50)),
  leastScore: shareSchema,
  kinds: v.optional(matchKinds, [...MATCH_KINDS]),
})
const matchSettingsViewSchema = v.strictObject({ ...matchSettingsSchema.entries, kinds: matchKinds })
export const anchorSchema = v.strictObject({
  textHash: hashSchema,
  position: rangeSchema,
  quote: v.strictObject({ prefix: v.string(), exact: v.string(), suffix: v.string() }),
})
export const citedPassageSchema = v.strictObject({ sourceId: idSchema, anchor: anchorSchema })

// What the renderer is shown.
export const problemSchema = v.strictObject({ code: v.string(), message: v.string() })
export const setAsideSchema = v.strictObject({ path: v.string(), code: v.string(), message: v.string() })
export const sourceViewSchema = v.strictObject({
  id: idSchema,
  siglum: v.string(),
  path: v.string(),
  format: v.picklist(['text', 'markdown', 'html']),
  sha256: hashSchema,
  textHash: hashSchema,
  /** Code points of the decoded file or extracted text. */
  length: offsetSchema,
  words: offsetSchema,
  encoding: v.string(),
  metadata: metadataSchema,
  titleGuessed: v.boolean(),
  problems: v.array(problemSchema),
  /** changed: the file's bytes are others than were read; missing: the file is gone, shown from its snapshot. */
  state: v.picklist(['current', 'changed', 'missing']),
  importedAt: timeSchema,
  readAt: timeSchema,
})
export const corpusViewSchema = v.strictObject({
  folder: v.string(),
  name: v.string(),
  dataFolder: v.string(),
  readOnly: v.nullable(v.string()),
  reviewer: v.strictObject({ id: idSchema, name: v.string() }),
  sources: v.array(sourceViewSchema),
  /** Files that were not opened, each with its reason. */
  setAside: v.array(setAsideSchema),
  /** What storage has to say: documents that were rebuilt or kept aside. */
  messages: v.array(v.string()),
  match: matchSettingsViewSchema,
  sample: v.boolean(),
})
export const furnitureViewSchema = v.strictObject({
  range: rangeSchema,
  why: v.string(),
  decidedBy: v.picklist(['rule', 'reviewer']),
})
export const sourceTextSchema = v.strictObject({
  sourceId: idSchema,
  textHash: hashSchema,
  text: v.string(),
  body: rangeSchema,
  /** In order, without overlap; front matter is not among them, since `body` leaves it out. */
  furniture: v.array(furnitureViewSchema),
})
export const segmentSchema = v.strictObject({ kind: v.picklist(DIFFERENCE_KINDS), a: rangeSchema, b: rangeSchema })
export const comparedPassageSchema = v.strictObject({
  /** The same for the same ranges of the same two texts. */
  id: v.string(),
  kind: v.picklist(MATCH_KINDS),
  quotation: v.boolean(),
  score: shareSchema,
  a: rangeSchema,
  b: rangeSchema,
  segments: v.array(segmentSchema),
  /** How many segments are not equal. */
  differences: offsetSchema,
  /** The reviewer's decision that put it there; null when it was found. */
  decisionId: v.nullable(idSchema),
})
export const regionSchema = v.strictObject({
  kind: v.picklist(MATCH_KINDS),
  score: shareSchema,
  a: rangeSchema,
  b: rangeSchema,
  /** Indices into `passages`, in order. */
  passages: v.array(offsetSchema),
})
const decidedPairSchema = v.strictObject({
  /** Where the words are now; null where they are not found without doubt. */
  a: v.nullable(rangeSchema),
  b: v.nullable(rangeSchema),
  /** The words as they were when it was decided. */
  aText: v.string(),
  bText: v.string(),
  /** Why they are not found without doubt, in words; null where they are. */
  aWhy: nullableText,
  bWhy: nullableText,
})
export const matchDecisionViewSchema = v.strictObject({
  id: idSchema,
  what: v.picklist(MATCH_DECISIONS),
  /** lost: some of its words are not found without doubt any more, and it is not applied. */
  state: v.picklist(['placed', 'lost']),
  removed: v.array(decidedPairSchema),
  added: v.array(decidedPairSchema),
  at: timeSchema,
  by: reviewerSchema,
})
export const comparisonSchema = v.strictObject({
  a: idSchema,
  b: idSchema,
  aTextHash: hashSchema,
  bTextHash: hashSchema,
  passages: v.array(comparedPassageSchema),
  regions: v.array(regionSchema),
  /** Of these two sources, oldest first; `a` and `b` as in this comparison. */
  decisions: v.array(matchDecisionViewSchema),
  complete: v.boolean(),
  elapsedMs: v.pipe(v.number(), v.minValue(0)),
})
export const searchHitSchema = v.strictObject({
  kind: v.picklist(['source', 'text', 'claim', 'note']),
  /** The source, claim or note. */
  id: idSchema,
  /** The source's siglum where there is one. */
  siglum: nullableText,
  title: v.string(),
  /** Text around the hit, and where the hit is in it. */
  excerpt: v.string(),
  hit: rangeSchema,
  /** Where the hit is in the source's text; null for claims and notes. */
  range: v.nullable(rangeSchema),
})
export const preferencesSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  textScale: v.pipe(v.number(), v.minValue(0.8), v.maxValue(1.6)),
  singleKeys: v.boolean(),
  linkScrolling: v.boolean(),
  guideSeen: v.boolean(),
  /** Keys that the reviewer changed: command to key, such as `claim.create` to `Shift+C`. */
  keys: v.record(v.string(), v.string()),
})
export const checkSchema = v.strictObject({ what: v.string(), ok: v.boolean(), message: v.string() })
export const reportFormatSchema = v.picklist(['md', 'html', 'json', 'csv'])

// What the renderer sends.
export const passageInputSchema = v.strictObject({
  sourceId: idSchema,
  /** The text that the range was chosen in; another one is refused. */
  textHash: hashSchema,
  range: v.pipe(
    rangeSchema,
    v.check((range) => range.endExclusive > range.start, 'an empty selection cannot be cited'),
  ),
})
export const evidenceInputSchema = v.strictObject({
  stance: stanceSchema,
  passages: v.pipe(v.array(passageInputSchema), v.minLength(1), v.maxLength(8)),
})
export const statementSchema = writing('the statement')
export const reasonSchema = writing('the reason')
export const noteBodySchema = writing('the note')
export const replyBodySchema = writing('the reply')
export const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'the name must not be empty'), v.maxLength(200))

export type SourceView = v.InferOutput<typeof sourceViewSchema>
export type CorpusView = v.InferOutput<typeof corpusViewSchema>
export type FurnitureView = v.InferOutput<typeof furnitureViewSchema>
export type SourceTextView = v.InferOutput<typeof sourceTextSchema>
export type ComparedPassage = v.InferOutput<typeof comparedPassageSchema>
export type ComparedRegion = v.InferOutput<typeof regionSchema>
export type MatchDecisionView = v.InferOutput<typeof matchDecisionViewSchema>
export type Comparison = v.InferOutput<typeof comparisonSchema>
export type SearchHit = v.InferOutput<typeof searchHitSchema>
export type Preferences = v.InferOutput<typeof preferencesSchema>
export type Check = v.InferOutput<typeof checkSchema>
export type ReportFormat = v.InferOutput<typeof reportFormatSchema>
export type PassageInput = v.InferOutput<typeof passageInputSchema>
export type EvidenceInput = v.InferOutput<typeof evidenceInputSchema>
