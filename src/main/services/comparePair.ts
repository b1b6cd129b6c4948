import type { Comparison } from '../../contract/schemas'
import { decisionsByPair, decisionsOf, pairKey } from './matchDecisions'
import { openSession, openSource, repeatedIn, type ServiceContext } from './session'
import { matchSettingsOf, setAsideOf } from './sourceViews'

/** Finds the passages that two sources share and how their wording differs; runs off the main thread and can be cancelled. */
export async function compareSources(
  context: ServiceContext,
  input: { a: string; b: string; jobId: string },
): Promise<Comparison> {
  const session = openSession(context)
  const records = session.store.records()
  const [a, b] = [openSource(session, input.a), openSource(session, input.b)]
  const decided = decisionsByPair(records).get(pairKey(input.a, input.b)) ?? []
  const decisions = decisionsOf(decided, { a, b })
  const label = `Comparing ${a.registered.siglum} with ${b.registered.siglum}`
  const { jobId } = input
  try {
    const result = await context.jobs.matchPair(
      {
        jobId,
        label,
        a: { text: a.reading.article.text, setAside: setAsideOf(a, records, repeatedIn(context, a)) },
        b: { text: b.reading.article.text, setAside: setAsideOf(b, records, repeatedIn(context, b)) },
        settings: matchSettingsOf(records),
        decisions: decisions.placed,
      },
      (done) => context.emit({ kind: 'job-progress', jobId, label, done }),
    )
    return {
      a: input.a,
      b: input.b,
      aTextHash: a.reading.article.textHash,
      bTextHash: b.reading.article.textHash,
      passages: [...result.passages],
      regions: [...result.regions],
      decisions: decisions.views,
      complete: result.complete,
      elapsedMs: result.elapsedMs,
    }
  } finally {
    context.emit({ kind: 'job-ended', jobId })
  }
}
