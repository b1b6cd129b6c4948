import * as v from 'valibot'
import type { ErrorCode } from './errors'

type AnySchema = v.GenericSchema
type Endpoint<Input extends AnySchema, Output extends AnySchema> = {
  readonly input: Input
  readonly output: Output
  /** What it may answer besides BAD_INPUT, NO_CORPUS and INTERNAL, which any may. */
  readonly errors: readonly ErrorCode[]
}

/** One entry of the table of endpoints. */
export function endpoint<Input extends AnySchema, Output extends AnySchema>(
  input: Input,
  output: Output,
  errors: readonly ErrorCode[] = [],
): Endpoint<Input, Output> {
  return { input, output, errors }
}

/** The input of an endpoint that needs none. */
export const nothing = v.strictObject({})
/** What an endpoint that changes the review may answer. */
export const writeErrors = ['READ_ONLY', 'STORAGE_FAILED'] as const
/** What an endpoint that cites passages may answer. */
export const citeErrors = ['SOURCE_UNKNOWN', 'STALE_TEXT', 'RANGE_OUTSIDE_TEXT', ...writeErrors] as const
/** What an endpoint that changes claims may answer. */
export const changeErrors = ['CLAIM_UNKNOWN', 'CLAIM_MERGED', 'CLAIM_SEALED', ...writeErrors] as const
