import type { WorkbenchFailure } from '../../contract/errors'
import type { VersionText } from '../../contract/versionSchemas'
import { splitParagraphs } from '../../core/text/paragraphs'
import { success, type Result } from '../../core/result'
import type { TwoTexts } from './differenceRows'

type Ask = (sourceId: string, textHash: string) => Promise<Result<VersionText, WorkbenchFailure>>

/** Texts of versions that are kept: a pair, and the pair before it; each takes its whole length in memory. */
export const KEPT_TEXTS = 4

/** The texts of versions with their paragraphs, each asked for once: a version never changes. */
export class VersionTexts {
  readonly #ask: Ask
  readonly #kept = new Map<string, TwoTexts['from']>()

  constructor(ask: Ask) {
    this.#ask = ask
  }

  async get(sourceId: string, textHash: string): Promise<Result<TwoTexts['from'], WorkbenchFailure>> {
    const key = `${sourceId} ${textHash}`
    const known = this.#kept.get(key)
    if (known !== undefined) return success(known)
    const answer = await this.#ask(sourceId, textHash)
    if (!answer.ok) return answer
    const { text, body } = answer.value
    const read = { text, paragraphs: splitParagraphs(text, body) }
    this.#kept.set(key, read)
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT_TEXTS)) this.#kept.delete(oldest)
    return success(read)
  }
}
