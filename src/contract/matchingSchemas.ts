import * as v from 'valibot'
import { MATCH_DECISIONS } from '../core/claim/reviewRecord'
import { idSchema, nullableText, offsetSchema, passageInputSchema, rangeSchema, shareSchema } from './schemas'

const milliseconds = v.pipe(v.number(), v.minValue(0))

/** Why two passages are a match, or why not: what they share, and each threshold with what was needed and what there is. */
export const explanationSchema = v.strictObject({
  matched: v.boolean(),
  score: shareSchema,
  /** Equal words in a row, at most. */
  longestRun: offsetSchema,
  /** The words that both have, rarest first. */
  sharedWords: v.array(v.strictObject({ word: v.string(), weight: v.number(), rare: v.boolean() })),
  thresholds: v.array(v.strictObject({ name: v.string(), needed: v.number(), value: v.number(), met: v.boolean() })),
})

/** What all sources of the corpus share. */
export const corpusMatchingSchema = v.strictObject({
  /** Only pairs that share something; `a` stands before `b` in the order of sigla. */
  pairs: v.array(
    v.strictObject({
      a: idSchema,
      b: idSchema,
      passages: offsetSchema,
      regions: offsetSchema,
      /** Words of `a` that lie in passages, each counted once; and of `b`. */
      aWords: offsetSchema,
      bWords: offsetSchema,
    }),
  ),
  /** Those with most sources first. */
  clusters: v.array(
    v.strictObject({
      /** The same for the same members. */
      id: idSchema,
      /** Of the longest member. */
      words: offsetSchema,
      members: offsetSchema,
      /** By siglum. */
      sources: v.array(idSchema),
      excerpt: v.string(),
      /** The earliest source by date of publication; null where no date is known. */
      first: v.nullable(v.strictObject({ sourceId: idSchema, published: v.string() })),
      /** Whether its members are not all in the same words. */
      differs: v.boolean(),
    }),
  ),
  /** What an outlet repeats, or many sources have: set aside like page furniture. */
  boilerplate: v.array(v.strictObject({ sourceId: idSchema, range: rangeSchema, why: v.string() })),
  complete: v.boolean(),
  /** Why it is not complete, for people; null when it is. */
  why: nullableText,
  elapsedMs: milliseconds,
  /** Pairs that were matched now, and pairs whose result was kept from before. */
  matched: offsetSchema,
  kept: offsetSchema,
})

/** One wording as it stands in every source that has it: the earliest first where dates are known, else by siglum. */
export const clusterViewSchema = v.strictObject({
  id: idSchema,
  members: v.array(
    v.strictObject({
      sourceId: idSchema,
      range: rangeSchema,
      text: v.string(),
      /** Some text around it. */
      before: v.string(),
      after: v.string(),
      published: nullableText,
    }),
  ),
})

const pairInputSchema = v.strictObject({ a: passageInputSchema, b: passageInputSchema })
const pairs = v.pipe(v.array(pairInputSchema), v.maxLength(64))
export const matchDecisionInputSchema = v.strictObject({
  what: v.picklist(MATCH_DECISIONS),
  removed: pairs,
  added: pairs,
})
export const budgetSchema = v.nullable(v.pipe(v.number(), v.minValue(0)))

export type Explanation = v.InferOutput<typeof explanationSchema>
export type CorpusMatching = v.InferOutput<typeof corpusMatchingSchema>
export type ClusterView = v.InferOutput<typeof clusterViewSchema>
export type MatchDecisionInput = v.InferOutput<typeof matchDecisionInputSchema>
