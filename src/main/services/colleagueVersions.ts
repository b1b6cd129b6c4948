import { shownInstead } from '../../core/claim/sourceVersions'
import { withReplacedText } from './earlierTexts'
import { importedNotice } from './readings'
import { readVersion } from './readVersion'
import type { CorpusSession, OpenSource, ServiceContext } from './session'

/**
 * The source as it is registered now: with the version that a colleague brought in, where its file here is the one that it
 * was brought in for. A version whose copy has not arrived yet is shown when it has.
 */
export async function withColleaguesVersion(
  { corpus }: Pick<ServiceContext, 'corpus'>,
  { dataFolder, store }: CorpusSession,
  source: OpenSource,
): Promise<OpenSource> {
  const { registered, reading, fileSha256 } = source
  const version = shownInstead(registered, { sha256: fileSha256 })
  if (version === null || version.sha256 === reading.sha256) return source
  const read = await readVersion(corpus, dataFolder, { source: registered, version })
  if (!read.ok) return source
  const problems = [...read.value.problems, importedNotice(version)]
  const shown = { ...source, reading: { ...read.value, path: reading.path, problems }, readAt: version.readAt }
  return withReplacedText(corpus, store.records(), { dataFolder, source: shown, before: source })
}
