import { listRecords } from '../../core/claim/recordTable'
import type { RegisteredSource, ReviewRecords } from '../../core/claim/reviewRecord'
import type { CorpusPort, ReadSource } from './ports'
import { NO_EARLIER_TEXTS } from './earlierTexts'
import type { OpenSource } from './session'

/** A file that is another than when it was last read here says so; `registered` is the source as it stood before this reading. */
export function withChangeNotice(reading: ReadSource, registered: RegisteredSource | undefined): ReadSource {
  const last = registered?.versions.at(-1)
  if (last === undefined || last.sha256 === reading.sha256) return reading
  const message = `${reading.path} has changed since it was read on ${last.readAt.slice(0, 10)}. Passages that were cited from it were looked up again.`
  return { ...reading, problems: [...reading.problems, { code: 'CHANGED', message }] }
}

type Place = { readonly dataFolder: string; readonly present: ReadonlyMap<string, OpenSource> }

/** Sources that evidence or notes cite and whose file is gone, as their last snapshot has them. */
export async function readMissing(
  corpus: Pick<CorpusPort, 'readSnapshot' | 'readBytes'>,
  records: ReviewRecords,
  { dataFolder, present }: Place,
): Promise<OpenSource[]> {
  const citing = [...listRecords(records, 'evidence'), ...listRecords(records, 'note')]
  const cited = new Set(citing.flatMap((one) => one.passages.map((passage) => passage.sourceId)))
  const missing: OpenSource[] = []
  for (const registered of listRecords(records, 'source')) {
    const last = registered.versions.at(-1)
    if (present.has(registered.id) || !cited.has(registered.id) || last === undefined) continue
    const bytes = await corpus.readSnapshot(dataFolder, last.sha256)
    const reading = bytes === null ? null : corpus.readBytes(registered.path, bytes)
    if (reading === null || !reading.ok) continue
    missing.push({
      registered,
      reading: reading.value,
      state: 'missing',
      readAt: last.readAt,
      earlier: NO_EARLIER_TEXTS,
    })
  }
  return missing
}
