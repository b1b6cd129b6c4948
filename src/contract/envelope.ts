import * as v from 'valibot'
import { ERROR_CODES, type WorkbenchFailure } from './errors'

/** Every reply on every host. */
export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WorkbenchFailure }

export const envelopeSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.picklist(ERROR_CODES),
      message: v.string(),
      details: v.optional(v.record(v.string(), v.unknown())),
    }),
  }),
])
