import { listRecords } from '../../core/claim/recordTable'
import type { RegisteredSource, RegisteredVersion, ReviewRecords } from '../../core/claim/reviewRecord'
import { latestOfFile, shownInstead } from '../../core/claim/sourceVersions'
import type { ReadSource, SourceProblem } from './ports'
import { NO_EARLIER_TEXTS } from './earlierTexts'
import { readVersion, type Snapshots } from './readVersion'
import type { OpenSource } from './session'

/** The code of the notice that a file is another than it was. */
export const CHANGED = 'CHANGED'

/** A file that is another than when it was last read here says so; `registered` is the source as it stood before this reading. */
export function withChangeNotice(
  reading: ReadSource,
  {
    registered,
    file,
  }: { readonly registered: RegisteredSource | undefined; readonly file: { readonly sha256: string } },
): ReadSource {
  const last = registered === undefined ? null : latestOfFile(registered)
  if (last === null || last.sha256 === file.sha256) return reading
  const message = `${reading.path} has changed since it was read on ${last.readAt.slice(0, 10)}. Passages that were cited from it were looked up again.`
  return { ...reading, problems: [...reading.problems, { code: CHANGED, message }] }
}

/**
 * What is shown of a source whose file was read: the version that a reviewer brought in, for as long as the file is the one
 * that it was brought in for, or the file itself.
 */
export async function shownReading(
  corpus: Snapshots,
  dataFolder: string,
  { reading, registered }: { readonly reading: ReadSource; readonly registered: RegisteredSource | undefined },
): Promise<ReadSource> {
  const version = registered === undefined ? null : shownInstead(registered, reading)
  if (registered === undefined || version === null) return reading
  const read = await readVersion(corpus, dataFolder, { source: registered, version })
  if (read.ok) return { ...read.value, path: reading.path, problems: [...read.value.problems, importedNotice(version)] }
  const message = `The version of ${reading.path} that was brought in on ${version.readAt.slice(0, 10)} cannot be shown: ${read.error} The file in the folder is shown.`
  return { ...reading, problems: [...reading.problems, { code: 'VERSION_UNREADABLE', message }] }
}

/** That what is shown is not the file in the folder. */
export function importedNotice({ readAt }: Pick<RegisteredVersion, 'readAt'>): SourceProblem {
  const message = `A version that was brought in on ${readAt.slice(0, 10)} is shown. The file in the folder is an earlier one, and stays as it is; when it changes, it is shown.`
  return { code: 'IMPORTED_VERSION', message }
}

type Place = { readonly dataFolder: string; readonly present: ReadonlyMap<string, OpenSource> }

/** Sources that evidence or notes cite and whose file is gone, as their last snapshot has them. */
export async function readMissing(
  corpus: Snapshots,
  records: ReviewRecords,
  { dataFolder, present }: Place,
): Promise<OpenSource[]> {
  const citing = [...listRecords(records, 'evidence'), ...listRecords(records, 'note')]
  const cited = new Set(citing.flatMap((one) => one.passages.map((passage) => passage.sourceId)))
  const missing: OpenSource[] = []
  for (const registered of listRecords(records, 'source')) {
    const last = registered.versions.at(-1)
    if (present.has(registered.id) || !cited.has(registered.id) || last === undefined) continue
    const reading = await readVersion(corpus, dataFolder, { source: registered, version: last })
    if (!reading.ok) continue
    missing.push({
      registered,
      reading: reading.value,
      state: 'missing',
      readAt: last.readAt,
      fileSha256: (latestOfFile(registered) ?? last).sha256,
      earlier: NO_EARLIER_TEXTS,
    })
  }
  return missing
}
