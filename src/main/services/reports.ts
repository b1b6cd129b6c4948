import { reportFile, type ReportFile, type ReportFormat } from '../../core/report/reportFile'
import type { ReportModel } from '../../core/report/reportModel'
import { WorkbenchError } from '../../contract/errors'
import type { Check } from '../../contract/schemas'
import { buildCorpusReport } from './buildCorpusReport'
import type { HostPort } from './ports'
import { openSession, type CorpusSession, type ServiceContext } from './session'
import { bySiglum, corpusNameOf } from './sourceViews'
import { checkPassages, checkSources, type FileNow } from './verifyCorpus'
import { hiddenVerdicts, shownRecords } from './visibleReview'

type Dialogs = NonNullable<HostPort['dialogs']>

/** The report on the open corpus as it stands now. */
export function renderCorpusReport(context: ServiceContext, format: ReportFormat): ReportFile {
  return reportFile(buildOpenReport(context), format)
}

/** Every journal, snapshot, source file and cited passage of the open corpus, checked now. */
export async function verifyOpenCorpus(context: ServiceContext): Promise<Check[]> {
  const session = openSession(context)
  const stored = await context.storage.verify(session.dataFolder)
  const files = new Map<string, FileNow>()
  for (const [id, { reading }] of session.sources) {
    const sha256 = await context.corpus.fingerprint(session.folder, reading.path)
    if (sha256 !== null) files.set(id, { path: reading.path, sha256 })
  }
  const passages = checkPassages(buildOpenReport(context))
  return [...stored, ...checkSources(session.store.records(), files), ...passages]
}

function buildOpenReport(context: ServiceContext): ReportModel {
  const session = openSession(context)
  return buildCorpusReport({
    corpusName: corpusNameOf(session),
    folder: session.folder,
    program: { name: 'Crossread', version: context.host.version },
    madeAt: context.clock.now(),
    sources: bySiglum([...session.sources.values()]),
    setAside: session.setAside,
    records: shownRecords(session),
    hidden: hiddenVerdicts(session),
  })
}

/**
 * Asks where to save the report and writes it there, whole or not at all; null when the person cancels.
 * @throws {WorkbenchError} STORAGE_FAILED when the place is a source, or cannot be written
 */
export async function saveCorpusReport(
  context: ServiceContext,
  dialogs: Dialogs,
  format: ReportFormat,
): Promise<{ path: string } | null> {
  const file = renderCorpusReport(context, format)
  const path = await dialogs.chooseSavePath(file.fileName)
  if (path === null) return null
  await refuseSources(context, openSession(context), path)
  await context.writeWhole(path, file.content)
  return { path }
}

/** The system's dialog lets a person replace any file; a source is never replaced. */
export async function refuseSources(context: ServiceContext, session: CorpusSession, path: string): Promise<void> {
  const inData = await context.corpus.liesIn(session.dataFolder, path)
  if (!inData && !(await isOriginal(context, session, path))) return
  const what = inData
    ? 'lies in the data folder of the review'
    : 'is a source of this corpus, and sources are never changed'
  throw new WorkbenchError({ code: 'STORAGE_FAILED', message: `${path} ${what}. Choose another place.` })
}

/** Also what was set aside: it is no source now, and may be one once it is mended. */
async function isOriginal(context: ServiceContext, session: CorpusSession, path: string): Promise<boolean> {
  const sources = [...session.sources.values()].map((source) => source.reading.path)
  for (const one of [...sources, ...session.setAside.map((file) => file.path)])
    if (await context.corpus.isSameFile(`${session.folder}/${one}`, path)) return true
  return false
}
