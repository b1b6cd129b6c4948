import * as v from 'valibot'
import { revisionSchema } from './reviewSchemas'
import { idSchema, offsetSchema } from './schemas'

/** What a host tells its renderers without being asked. After a change they ask for the new state. */
export const eventSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('corpus-changed') }),
  /** Who holds that revision or a later one knows of it already; null where it is not known. */
  v.strictObject({ kind: v.literal('review-changed'), revision: v.nullable(revisionSchema) }),
  v.strictObject({ kind: v.literal('preferences-changed') }),
  /** A file was read again and is another; `touched` is how many cited passages are not in it as they were. */
  v.strictObject({
    kind: v.literal('source-version'),
    sourceId: idSchema,
    siglum: v.string(),
    path: v.string(),
    touched: offsetSchema,
  }),
  /** Others have written something, which is shown from now on; who, and how many actions together. */
  v.strictObject({
    kind: v.literal('colleague-changed'),
    names: v.pipe(v.array(v.string()), v.minLength(1)),
    actions: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.strictObject({
    kind: v.literal('job-progress'),
    jobId: idSchema,
    /** In words: "Matching A with B". */
    label: v.string(),
    /** 0 to 1. */
    done: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  v.strictObject({ kind: v.literal('job-ended'), jobId: idSchema }),
  v.strictObject({
    kind: v.literal('saving'),
    state: v.picklist(['saving', 'saved', 'failed']),
    message: v.nullable(v.string()),
  }),
  /** A command chosen in the system's menu. */
  v.strictObject({ kind: v.literal('command'), command: v.string() }),
])
export type WorkbenchEvent = v.InferOutput<typeof eventSchema>
