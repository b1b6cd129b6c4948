import { renameCorpus, renameReviewer, setMatchSettings } from '../../core/claim/sourceChanges'
import { WorkbenchError } from '../../contract/errors'
import type { CorpusView } from '../../contract/schemas'
import type { Handlers } from '../../contract/router'
import type { ReviewAction, ReviewFailure } from '../../core/claim/reviewAction'
import type { Result } from '../../core/result'
import { adjudicationHandlers } from './adjudicationHandlers'
import { commitAction, currentReviewer } from './changeReview'
import { claimHandlers } from './claimHandlers'
import { compareSources } from './comparePair'
import { historyHandlers } from './historyHandlers'
import { forgetMatching, matchOpenCorpus, showCluster } from './corpusMatching'
import { decideAboutMatch, withdrawDecision } from './matchDecisions'
import { exchangeHandlers } from './exchangeHandlers'
import { explainPassages } from './explainPassages'
import { openCorpus } from './openCorpus'
import { renderCorpusReport, saveCorpusReport, verifyOpenCorpus } from './reports'
import { searchEverything } from './search'
import { openSession, openSource, repeatedIn, type CorpusSession, type ServiceContext } from './session'
import { correctMetadata, importFile, importText, rereadSource, ruleFurniture } from './sources'
import { bySiglum, matchSettingsOf, toCorpusView, toSourceTextView } from './sourceViews'
import { versionHandlers } from './versionHandlers'
import { shownRecords } from './visibleReview'
import { workHandlers } from './workHandlers'

/** One handler for every endpoint of the contract. */
export function createHandlers(context: ServiceContext): Handlers {
  return {
    ...aboutProgram(context),
    ...aboutCorpus(context),
    ...aboutSources(context),
    ...claimHandlers(context),
    ...workHandlers(context),
    ...aboutReports(context),
    ...adjudicationHandlers(context),
    ...historyHandlers(context),
    ...exchangeHandlers(context),
  }
}

type Part<Prefix extends string> = { [N in keyof Handlers as N extends `${Prefix}.${string}` ? N : never]: Handlers[N] }

function aboutProgram(context: ServiceContext): Part<'app' | 'preferences' | 'job'> {
  const { host, installation } = context
  return {
    'app.info': () =>
      Promise.resolve({ name: 'Crossread', version: host.version, host: host.kind, dialogs: host.dialogs !== null }),
    'preferences.get': () => Promise.resolve(installation.preferences()),
    'preferences.set': async (preferences) => {
      const now = await installation.setPreferences(withoutUndefined(preferences))
      context.emit({ kind: 'preferences-changed' })
      return now
    },
    'job.cancel': ({ jobId }) => {
      const reading = context.readings.get(jobId)
      reading?.abort()
      return Promise.resolve({ cancelled: reading !== undefined || context.jobs.cancel(jobId) })
    },
  }
}

function aboutCorpus(context: ServiceContext): Part<'corpus' | 'reviewer'> {
  return {
    'corpus.get': () => Promise.resolve(toCorpusView(context, openSession(context))),
    'corpus.open': async ({ folder }) => toCorpusView(context, await openCorpus(context, folder)),
    'corpus.chooseFolder': () => {
      if (context.host.dialogs === null) throw notHere('a dialog for folders')
      return context.host.dialogs.chooseFolder()
    },
    'corpus.rename': ({ name }) =>
      changeCorpus(context, (session) => {
        const records = session.store.records()
        return renameCorpus(records, { name, defaults: matchSettingsOf(records) })
      }),
    'corpus.setMatchSettings': (match) =>
      changeCorpus(context, (session) => setMatchSettings(session.store.records(), { match })),
    'corpus.match': (input) => matchOpenCorpus(context, input),
    'corpus.cluster': ({ clusterId }) => Promise.resolve(showCluster(context, clusterId)),
    'corpus.forgetMatching': () => forgetMatching(context),
    'reviewer.rename': async ({ name }) => {
      const { readOnly } = openSession(context).store
      await context.installation.setReviewerName(name)
      // The name belongs to the installation; a review that is open for reading just does not hear of it.
      if (readOnly !== null) return toCorpusView(context, openSession(context))
      return changeCorpus(context, (session) => renameReviewer(session.store.records(), currentReviewer(context)))
    },
  }
}

function aboutSources(context: ServiceContext): Part<'source' | 'citation' | 'match' | 'search'> {
  return {
    ...versionHandlers(context),
    'source.text': ({ sourceId }) => {
      const session = openSession(context)
      const source = openSource(session, sourceId)
      return Promise.resolve(toSourceTextView(source, session.store.records(), repeatedIn(context, source)))
    },
    'source.importFile': ({ versionOf = null, ...file }) => importFile(context, { ...file, versionOf }),
    'source.importText': ({ text, metadata }) => importText(context, { text, metadata: withoutUndefined(metadata) }),
    'source.reread': ({ sourceId }) => rereadSource(context, sourceId),
    'source.setMetadata': ({ sourceId, fields }) =>
      correctMetadata(context, { sourceId, fields: withoutUndefined(fields) }),
    'source.setFurniture': (input) => ruleFurniture(context, input),
    'match.pair': (input) => compareSources(context, input),
    'match.explain': (input) => explainPassages(context, input),
    'match.decide': (input) => decideAboutMatch(context, input),
    'match.withdraw': ({ decisionId }) => withdrawDecision(context, decisionId),
    'search.query': (input) => {
      const session = openSession(context)
      const sources = bySiglum([...session.sources.values()])
      return Promise.resolve(searchEverything(input, sources, shownRecords(session)))
    },
  }
}

function aboutReports(context: ServiceContext): Part<'report' | 'integrity'> {
  return {
    'report.render': ({ format }) => Promise.resolve(renderCorpusReport(context, format)),
    'report.save': ({ format }) => {
      if (context.host.dialogs === null) throw notHere('a dialog for saving')
      return saveCorpusReport(context, context.host.dialogs, format)
    },
    'integrity.verify': async () => {
      const checks = await verifyOpenCorpus(context)
      return { ok: checks.every((check) => check.ok), checks }
    },
  }
}

async function changeCorpus(
  context: ServiceContext,
  make: (session: CorpusSession) => Result<ReviewAction, ReviewFailure>,
): Promise<CorpusView> {
  const session = openSession(context)
  await commitAction(context, session, make(session))
  context.emit({ kind: 'corpus-changed' })
  return toCorpusView(context, session)
}

function notHere(what: string): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_AVAILABLE_HERE',
    message: `This window runs in a browser, which has no ${what.replace(/^a /, '')} for Crossread.`,
  })
}

type WithoutUndefined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** A field that is sent as undefined is one that was not sent. */
function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  // eslint-disable-next-line no-restricted-syntax -- fromEntries forgets the keys that it was given
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as WithoutUndefined<T>
}
