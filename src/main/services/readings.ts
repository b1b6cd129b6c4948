import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import type { RegisteredSource, RegisteredVersion } from '../../core/claim/reviewRecord'
import { latestOfFile, shownInstead } from '../../core/claim/sourceVersions'
import type { Result } from '../../core/result'
import type { ReadSource, SourceProblem } from './ports'
import { NO_EARLIER_TEXTS } from './earlierTexts'
import { readVersion, type Snapshots } from './readVersion'
import type { OpenSource } from './session'

/** The code of the notice that a file is another than it was. */
export const CHANGED = 'CHANGED'

/** A file that is another than when it was last read here says so; `registered` is the source as it stood before this reading. */
export function withChangeNotice(
  reading: ReadSource,
  { registered, fileSha256 }: { readonly registered: RegisteredSource | undefined; readonly fileSha256: string },
): ReadSource {
  const last = registered === undefined ? null : latestOfFile(registered)
  if (last === null || last.sha256 === fileSha256) return reading
  const message = `${reading.path} has changed since it was read on ${last.readAt.slice(0, 10)}. Passages that were cited from it were looked up again.`
  return { ...reading, problems: [...reading.problems, { code: CHANGED, message }] }
}

/** What is shown of a source whose file was read. */
export type ShownReading = Pick<OpenSource, 'reading' | 'state' | 'fileSha256'> & {
  /** The version that it has then: a new one, or the latest that is registered where the file is not taken up. */
  readonly version: Pick<RegisteredVersion, 'sha256' | 'textHash'> & { readonly imported: boolean }
}

/**
 * What is shown of a source whose file was read: the version that a reviewer brought in, for as long as the file is the one
 * that it was brought in for; what was read last, where the file has no text any more; or the file itself.
 */
export async function shownReading(
  corpus: Snapshots,
  dataFolder: string,
  { file, registered }: { readonly file: ReadSource; readonly registered: RegisteredSource | undefined },
): Promise<ShownReading> {
  const { sha256, article } = file
  const itself = { reading: file, state: 'current', fileSha256: sha256 } as const
  const fresh = { ...itself, version: { sha256, textHash: article.textHash, imported: false } }
  const latest = registered?.versions.at(-1)
  if (registered === undefined || latest === undefined) return fresh
  const version = { sha256: latest.sha256, textHash: latest.textHash, imported: latest.imported ?? false }
  const brought = shownInstead(registered, file)
  const ofFile = latestOfFile(registered)
  const isEmptied = brought === null && isEmpty(file) && ofFile !== null && ofFile.sha256 !== sha256
  if (brought === null && !isEmptied) return fresh
  const read = await readVersion(corpus, dataFolder, { source: registered, version: latest })
  if (brought !== null && read.ok)
    return { ...itself, version, reading: withNotice({ ...read.value, path: file.path }, importedNotice(brought)) }
  // What somebody brought in stays the latest version, though its copy is damaged or has not arrived here yet.
  if (brought !== null) return { ...itself, version, reading: withNotice(file, unshownNotice(file, brought, read)) }
  if (!read.ok || isEmpty(read.value) || ofFile === null) return fresh
  const shown = withNotice({ ...read.value, path: file.path }, emptyNotice(file, latest))
  return { reading: shown, state: 'changed', fileSha256: ofFile.sha256, version }
}

export function isEmpty({ problems }: ReadSource): boolean {
  return problems.some(({ code }) => code === 'EMPTY')
}

export function withNotice(reading: ReadSource, notice: SourceProblem): ReadSource {
  return { ...reading, problems: [...reading.problems, notice] }
}

/** Why a file that changed was not read again; what was read before is shown for as long as that is so. */
export const NOT_TAKEN = 'CHANGED_NOT_READ'

/** That a file was emptied: an editor that saves does that for a moment, and an empty text would have every citation lost. */
export function emptyNotice(
  { path }: Pick<ReadSource, 'path'>,
  { readAt }: Pick<RegisteredVersion, 'readAt'>,
): SourceProblem {
  return notTaken(`${path} has changed and has no text now.`, readAt)
}

/** `why` in a sentence; what was read at `readAt` is shown. */
export function notTaken(why: string, readAt: string): SourceProblem {
  return { code: NOT_TAKEN, message: `${why} What was read on ${readAt.slice(0, 10)} is shown.` }
}

function unshownNotice(
  { path }: ReadSource,
  { readAt }: RegisteredVersion,
  read: Result<ReadSource, string>,
): SourceProblem {
  const why = read.ok ? '' : ` ${read.error}`
  const message = `The version of ${path} that was brought in on ${readAt.slice(0, 10)} cannot be shown.${why} The file in the folder is shown.`
  return { code: 'VERSION_UNREADABLE', message }
}

/** The code of the notice that a version is shown in place of the file. */
export const IMPORTED = 'IMPORTED_VERSION'

/** That what is shown is not the file in the folder. */
export function importedNotice({ readAt }: Pick<RegisteredVersion, 'readAt'>): SourceProblem {
  const message = `A version that was brought in on ${readAt.slice(0, 10)} is shown. The file in the folder is an earlier one, and stays as it is; when it changes, it is shown.`
  return { code: IMPORTED, message }
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
