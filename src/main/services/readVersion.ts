import type { RegisteredSource, RegisteredVersion } from '../../core/claim/reviewRecord'
import { failure, success, type Result } from '../../core/result'
import type { CorpusPort, ReadSource } from './ports'

export type Snapshots = Pick<CorpusPort, 'readSnapshot' | 'readBytes'>

/** What a source may be read as when its name has changed since, or when a version came in under another name. */
const OTHER_NAMES = ['.txt', '.md', '.html']

/**
 * A version of a source from its snapshot, read as it was when it came in; or why it cannot be, in a sentence for people.
 * Only a reading that gives the very text that was registered is that version.
 */
export async function readVersion(
  corpus: Snapshots,
  dataFolder: string,
  { source, version }: { readonly source: Pick<RegisteredSource, 'path'>; readonly version: RegisteredVersion },
): Promise<Result<ReadSource, string>> {
  const bytes = await corpus.readSnapshot(dataFolder, version.sha256)
  if (bytes === null)
    return failure('The copy that was kept of it is missing, or its fingerprint is not that of the bytes that came in.')
  for (const ending of ['', ...OTHER_NAMES]) {
    const read = corpus.readBytes(source.path + ending, bytes)
    if (read.ok && read.value.article.textHash === version.textHash)
      return success({ ...read.value, path: source.path })
  }
  return failure('The copy that was kept of it does not give the text that was read then.')
}
