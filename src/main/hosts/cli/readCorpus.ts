import { join, resolve } from 'node:path'
import { WorkbenchError } from '../../../contract/errors'
import { findRecord, listRecords, type ReviewRecords } from '../../../core/claim/recordTable'
import type { RegisteredSource } from '../../../core/claim/reviewRecord'
import { recogniseSources } from '../../../core/text/recogniseSources'
import { assignSigla } from '../../../core/text/sigla'
import type { CorpusPort, ReadSource, SetAsideFile } from '../../services/ports'
import { NO_EARLIER_TEXTS, withEarlierTexts } from '../../services/earlierTexts'
import type { OpenSource } from '../../services/session'
import { readMissing, shownReading, withChangeNotice } from '../../services/readings'
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
  const present = await recognise(
    ports.corpus,
    { dataFolder, records, readings: reading.value.sources },
    ports.clock.now(),
  )
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

type Read = {
  readonly dataFolder: string
  readonly records: ReviewRecords
  readonly readings: readonly ReadSource[]
}

async function recognise(
  corpus: CorpusPort,
  { dataFolder, records, readings }: Read,
  now: string,
): Promise<OpenSource[]> {
  const registered = listRecords(records, 'source')
  const { known, added } = recogniseSources(registered, readings)
  const sigla = assignSigla(registered, added)
  const sources: OpenSource[] = []
  for (const file of readings) {
    const before = known.get(file.path)
    const { reading, state, fileSha256 } = await shownReading(corpus, dataFolder, { file, registered: before })
    const version = { sha256: file.sha256, textHash: file.article.textHash, readAt: now }
    const fresh: RegisteredSource = {
      id: corpus.sourceIdOf(file.path),
      siglum: sigla.get(file.path) ?? '?',
      path: file.path,
      importedAt: now,
      versions: [version],
    }
    sources.push({
      registered: before === undefined ? fresh : { ...before, path: file.path },
      reading: withChangeNotice(reading, { registered: before, fileSha256 }),
      state,
      readAt: now,
      fileSha256,
      earlier: NO_EARLIER_TEXTS,
    })
  }
  return sources
}
