import { join, resolve } from 'node:path'
import { WorkbenchError } from '../../../contract/errors'
import { findRecord, listRecords } from '../../../core/claim/recordTable'
import type { RegisteredSource, ReviewRecords } from '../../../core/claim/reviewRecord'
import { recogniseSources } from '../../../core/text/recogniseSources'
import { assignSigla } from '../../../core/text/sigla'
import type { CorpusPort, ReadSource, SetAsideFile } from '../../services/ports'
import { NO_EARLIER_TEXTS, withEarlierTexts } from '../../services/earlierTexts'
import type { OpenSource } from '../../services/session'
import { readMissing, withChangeNotice } from '../../services/readings'
import { bySiglum } from '../../services/sourceViews'
import type { CommandLinePorts } from './commandLinePorts'

/** A corpus as the command line sees it: read, not opened. Nothing is locked and nothing is written. */
export type CorpusAsRead = {
  readonly folder: string
  readonly name: string
  readonly dataFolder: string
  /** By siglum. Sources that were never registered have the siglum that they would get now. */
  readonly sources: readonly OpenSource[]
  /** Sources that evidence or notes cite and whose file is gone, as their last snapshot has them. */
  readonly missing: readonly OpenSource[]
  readonly setAside: readonly SetAsideFile[]
  readonly records: ReviewRecords
  /** What storage had to say. */
  readonly messages: readonly string[]
}

export function dataFolderOf(folder: string, given: string | undefined): string {
  return given === undefined ? join(resolve(folder), '.crossread') : resolve(given)
}

/** @throws {WorkbenchError} FOLDER_UNREADABLE, STORAGE_UNREADABLE */
export async function readCorpus(
  ports: Pick<CommandLinePorts, 'corpus' | 'storage' | 'clock'>,
  folderGiven: string,
  dataGiven: string | undefined,
): Promise<CorpusAsRead> {
  const folder = resolve(folderGiven)
  const reading = await ports.corpus.readFolder(folder)
  if (!reading.ok) throw new WorkbenchError(reading.error)
  const dataFolder = dataFolderOf(folder, dataGiven)
  const review = await ports.storage.readReview(dataFolder)
  if (!review.ok) throw new WorkbenchError(review.error)
  const { records, messages } = review.value
  const present = recognise(ports.corpus, records, reading.value.sources, ports.clock.now())
  const missing = await readMissing(ports.corpus, records, {
    dataFolder,
    present: new Map(present.map((source) => [source.registered.id, source])),
  })
  return {
    folder,
    name:
      findRecord(records, 'settings', 'corpus')?.name ??
      folder.split(/[\\/]/u).findLast((part) => part !== '') ??
      folder,
    dataFolder,
    sources: bySiglum(await withEarlierTexts(ports.corpus, records, { dataFolder, sources: present })),
    missing: await withEarlierTexts(ports.corpus, records, { dataFolder, sources: missing }),
    setAside: reading.value.setAside,
    records,
    messages,
  }
}

function recognise(
  corpus: CorpusPort,
  records: ReviewRecords,
  readings: readonly ReadSource[],
  now: string,
): OpenSource[] {
  const registered = listRecords(records, 'source')
  const { known, added } = recogniseSources(registered, readings)
  const sigla = assignSigla(registered, added)
  return readings.map((reading) => {
    const before = known.get(reading.path)
    if (before !== undefined) {
      const source = { ...before, path: reading.path }
      return {
        registered: source,
        reading: withChangeNotice(reading, before),
        state: 'current',
        readAt: now,
        earlier: NO_EARLIER_TEXTS,
      }
    }
    const version = { sha256: reading.sha256, textHash: reading.article.textHash, readAt: now }
    const source: RegisteredSource = {
      id: corpus.sourceIdOf(reading.path),
      siglum: sigla.get(reading.path) ?? '?',
      path: reading.path,
      importedAt: now,
      versions: [version],
    }
    return { registered: source, reading, state: 'current', readAt: now, earlier: NO_EARLIER_TEXTS }
  })
}
