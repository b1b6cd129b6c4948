import * as v from 'valibot'
import { describeIssues } from './describeIssues'
import { endpoints, isEndpointName, type EndpointName, type EndpointOutput, type ParsedInput } from './endpoints'
import type { Envelope } from './envelope'
import { WorkbenchError, type ErrorCode, type WorkbenchFailure } from './errors'

/** One handler for every endpoint: leaving one out does not compile. */
export type Handlers = { readonly [N in EndpointName]: (input: ParsedInput<N>) => Promise<EndpointOutput<N>> }

export interface Router {
  /** Parses the input, runs the handler and never throws: whatever happens comes back as an envelope. */
  call(endpoint: string, input: unknown): Promise<Envelope<unknown>>
}

/** `onBug` hears of errors that no one expected; their text does not leave the program. */
export function createRouter(handlers: Handlers, onBug: (error: unknown, endpoint: string) => void): Router {
  return {
    async call(name, input) {
      if (!isEndpointName(name))
        return fail('UNKNOWN_ENDPOINT', `There is no endpoint called ${JSON.stringify(name.slice(0, 80))}.`)
      try {
        return await run(handlers, name, input)
      } catch (error) {
        if (error instanceof WorkbenchError) return { ok: false, error: toFailure(error) }
        onBug(error, name)
        return fail(
          'INTERNAL',
          'Something went wrong inside Crossread. Nothing that was saved is lost; please try again.',
        )
      }
    },
  }
}

async function run<N extends EndpointName>(handlers: Handlers, name: N, input: unknown): Promise<Envelope<unknown>> {
  const parsed = v.safeParse(endpoints[name].input, input ?? {})
  if (!parsed.success) return fail('BAD_INPUT', `${name}: ${describeIssues(parsed.issues)}`)
  const handler: (input: never) => Promise<unknown> = handlers[name]
  // eslint-disable-next-line no-restricted-syntax -- the table pairs schema and handler by name; TypeScript cannot follow a generic lookup
  return { ok: true, value: await handler(parsed.output as never) }
}

function fail(code: ErrorCode, message: string): Envelope<never> {
  return { ok: false, error: { code, message } }
}

function toFailure(error: WorkbenchError): WorkbenchFailure {
  return error.details === undefined
    ? { code: error.code, message: error.message }
    : { code: error.code, message: error.message, details: error.details }
}
