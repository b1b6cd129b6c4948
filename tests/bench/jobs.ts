import * as v from 'valibot'
import { SHAPES } from './benchTexts'

/** What one child process measures, and what it answers. */
const pairJob = v.object({
  kind: v.literal('pair'),
  subject: v.string(),
  shape: v.picklist(SHAPES),
  words: v.number(),
  seed: v.number(),
  /** Null for generated texts. */
  folder: v.nullable(v.string()),
  effort: v.object({ budgetMs: v.number(), mostRounds: v.number(), oneRunMs: v.number() }),
})
const corpusJob = v.object({
  kind: v.literal('corpus'),
  subject: v.string(),
  sources: v.number(),
  words: v.number(),
  seed: v.number(),
  /** Pairs that a program without an index is timed on, and as many with something in common that it is judged by. */
  samples: v.number(),
})
export const jobSchema = v.variant('kind', [pairJob, corpusJob])
export type Job = v.InferOutput<typeof jobSchema>

const measure = v.object({ medianMs: v.number(), lowerMs: v.number(), upperMs: v.number(), rounds: v.number() })
const finding = v.object({ found: v.nullable(v.number()), astray: v.number() })
export const answerSchema = v.variant('kind', [
  v.object({ kind: v.literal('pair'), measure, floor: measure, finding, characters: v.number() }),
  v.object({
    kind: v.literal('corpus'),
    totalMs: v.nullable(v.number()),
    processorMs: v.number(),
    addMs: v.nullable(v.number()),
    pairMs: v.number(),
    pairsMeasured: v.number(),
    finding: v.nullable(finding),
    peakMegabytes: v.number(),
    spread: v.nullable(measure),
    complete: v.boolean(),
  }),
  v.object({ kind: v.literal('nothing'), reason: v.string() }),
])
export type Answer = v.InferOutput<typeof answerSchema>

/** What a child prints when its texts are ready and the clock may start. */
export const READY = 'ready'
/** What it prints when the first run is done: the limit holds for that one, and the further rounds have their own time. */
export const FIRST_DONE = 'first'
