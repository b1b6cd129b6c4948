import type { Explanation } from '../../contract/matchingSchemas'
import type { PassageInput } from '../../contract/schemas'
import { cite } from './citations'
import { openSession, openSource, repeatedIn, type ServiceContext } from './session'
import { matchSettingsOf, setAsideOf } from './sourceViews'

/**
 * Why two passages match, or why they do not.
 * @throws {WorkbenchError} SOURCE_UNKNOWN, STALE_TEXT, RANGE_OUTSIDE_TEXT
 */
export async function explainPassages(
  context: ServiceContext,
  input: { a: PassageInput; b: PassageInput },
): Promise<Explanation> {
  const session = openSession(context)
  const records = session.store.records()
  for (const passage of [input.a, input.b]) cite(session, passage)
  const [a, b] = [openSource(session, input.a.sourceId), openSource(session, input.b.sourceId)]
  const explained = await context.jobs.explainPair({
    jobId: context.clock.newId(),
    label: `Explaining ${a.registered.siglum} and ${b.registered.siglum}`,
    a: { text: a.reading.article.text, setAside: setAsideOf(a, records, repeatedIn(context, a)) },
    b: { text: b.reading.article.text, setAside: setAsideOf(b, records, repeatedIn(context, b)) },
    aRange: input.a.range,
    bRange: input.b.range,
    settings: matchSettingsOf(records),
  })
  return {
    ...explained,
    sharedWords: explained.sharedWords.map((word) => ({ ...word })),
    thresholds: explained.thresholds.map((threshold) => ({ ...threshold })),
  }
}
