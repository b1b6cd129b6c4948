import type { Page } from '@playwright/test'
import type { Transport } from '../../../src/contract/client'

/**
 * The transport that a host's own page has: the bridge of Electron's preload script, or calls to the loopback host with
 * the page's cookie. Events are not handed on.
 */
export function pageTransport(page: Page): Transport {
  return {
    invoke: (endpoint, input) =>
      page.evaluate(
        async ([name, value]) => {
          const bridge = Reflect.get(window, 'crossreadTransport') as Transport | undefined
          if (bridge !== undefined) return bridge.invoke(name, value)
          const response = await fetch(`/api/${name}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(value),
          })
          return (await response.json()) as unknown
        },
        [endpoint, input] as const,
      ),
    subscribe: () => () => undefined,
  }
}
