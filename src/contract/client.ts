import * as v from 'valibot'
import { endpoints, type EndpointInput, type EndpointName, type EndpointOutput } from './endpoints'
import { envelopeSchema } from './envelope'
import { WorkbenchError } from './errors'
import { eventSchema, type WorkbenchEvent } from './events'

/** How calls reach a host and events come back: two functions, one implementation a host. */
export interface Transport {
  /** Resolves with the reply's envelope, unparsed. Rejects only when the host cannot be reached. */
  invoke(endpoint: string, input: unknown): Promise<unknown>
  /** Calls `listener` with every event, unparsed, until the returned function is called. */
  subscribe(listener: (event: unknown) => void): () => void
}

export interface WorkbenchClient {
  /** @throws {WorkbenchError} when the host answers with a failure, or with something that the contract does not know */
  call<N extends EndpointName>(endpoint: N, input: EndpointInput<N>): Promise<EndpointOutput<N>>
  /** Events that the contract does not know are dropped. */
  subscribe(listener: (event: WorkbenchEvent) => void): () => void
}

export function createClient(transport: Transport): WorkbenchClient {
  return {
    async call(endpoint, input) {
      const envelope = v.safeParse(envelopeSchema, await reach(transport, endpoint, input))
      if (!envelope.success)
        throw new WorkbenchError({ code: 'INTERNAL', message: `The answer to ${endpoint} was not understood.` })
      if (!envelope.output.ok) throw new WorkbenchError(envelope.output.error)
      const value = v.safeParse(endpoints[endpoint].output, envelope.output.value)
      if (!value.success)
        throw new WorkbenchError({ code: 'INTERNAL', message: `The answer to ${endpoint} was not understood.` })
      return value.output
    },
    subscribe(listener) {
      return transport.subscribe((event) => {
        const parsed = v.safeParse(eventSchema, event)
        if (parsed.success) listener(parsed.output)
      })
    },
  }
}

async function reach(transport: Transport, endpoint: string, input: unknown): Promise<unknown> {
  try {
    return await transport.invoke(endpoint, input)
  } catch (cause) {
    throw new WorkbenchError(
      {
        code: 'INTERNAL',
        message: 'Crossread’s main program does not answer. What was saved is safe; close the window and start again.',
      },
      { cause },
    )
  }
}
