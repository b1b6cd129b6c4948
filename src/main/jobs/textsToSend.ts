import { assert } from '../../core/assert'
import type { CorpusText } from '../services/ports'
import type { SentText } from './workerMessages'

/** The sources of a job with the texts that the worker does not have yet, each once. */
export function textsToSend(sources: readonly CorpusText[], known: ReadonlySet<string>): SentText[] {
  const sent = new Set(known)
  return sources.map((source) => {
    if (sent.has(source.textHash)) return { ...source, text: null }
    sent.add(source.textHash)
    return source
  })
}

/** Puts the texts together again in the worker; what is not in the present job is let go. */
export class ReceivedTexts {
  #texts: ReadonlyMap<string, string> = new Map()

  receive(sources: readonly SentText[]): CorpusText[] {
    const texts = new Map<string, string>()
    for (const { textHash, text } of sources) {
      const known = text ?? texts.get(textHash) ?? this.#texts.get(textHash)
      assert(known !== undefined, 'a text that is not sent was sent before')
      texts.set(textHash, known)
    }
    this.#texts = texts
    return sources.map((source) => ({ ...source, text: texts.get(source.textHash) ?? '' }))
  }
}
