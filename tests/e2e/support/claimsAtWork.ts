import { createClient, type WorkbenchClient } from '../../../src/contract/client'
import type { PassageInput } from '../../../src/contract/schemas'
import { pageTransport } from './pageTransport'
import type { RunningWorkbench } from './workbench'

/** The program as its own page asks it: what a reviewer did before a test begins is not what the test is about. */
export function clientOf(workbench: RunningWorkbench): WorkbenchClient {
  return createClient(pageTransport(workbench.page))
}

/** A claim of these words of a source, which are its evidence; gives its id. */
export async function claimOn(
  client: WorkbenchClient,
  statement: string,
  ...cited: readonly (readonly [path: RegExp, words: string])[]
): Promise<string> {
  const passages = await Promise.all(cited.map(([path, words]) => cite(client, path, words)))
  const evidence = passages.map((passage) => ({ stance: 'supports' as const, passages: [passage] }))
  return (await client.call('claim.create', { statement, evidence })).id
}

/** The first place of these words in the source at a path. */
export async function cite(client: WorkbenchClient, path: RegExp, words: string): Promise<PassageInput> {
  const { sources } = await client.call('corpus.get', {})
  const source = sources.find((one) => path.test(one.path))
  if (source === undefined) throw new Error(`no source is called ${String(path)}`)
  const { text, textHash } = await client.call('source.text', { sourceId: source.id })
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`${source.path} does not say “${words}”`)
  return { sourceId: source.id, textHash, range: { start, endExclusive: start + words.length } }
}
