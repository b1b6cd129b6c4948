import { endpoints } from '../../src/contract/endpoints'
import { WorkbenchError } from '../../src/contract/errors'
import { createRouter, type Handlers, type Router } from '../../src/contract/router'

/** A real router of which only the given endpoints do something; the rest say that they are not there. */
export function smallRouter(handlers: Partial<Handlers>, onBug: (error: unknown) => void = () => undefined): Router {
  const rest = Object.keys(endpoints).map((name) => [
    name,
    () =>
      Promise.reject(new WorkbenchError({ code: 'NOT_AVAILABLE_HERE', message: `${name} is not part of this test.` })),
  ])
  return createRouter({ ...(Object.fromEntries(rest) as Handlers), ...handlers }, onBug)
}
