import type { WorkbenchClient } from '../../contract/client'
import { endpoints, type EndpointName } from '../../contract/endpoints'
import { createdSchema, reviewPatchSchema } from '../../contract/reviewPatch'
import { unlessNoCorpus } from './failures'
import type { Mirror } from './mirror.svelte'

/**
 * Keeps the page's review up with the host's, asking only for what changed. What a call of this page changed comes with its
 * answer, so the host's word of it is followed when no call is on its way any more.
 */
export class ReviewFollower {
  readonly #client: WorkbenchClient
  readonly #mirror: Mirror
  /** The latest revision that the host is known to have. */
  #told = 0
  #calls = 0
  #asking: Promise<void> | null = null

  constructor(client: WorkbenchClient, mirror: Mirror) {
    this.#client = client
    this.#mirror = mirror
  }

  /** Runs a call; other news waits for its answer where that brings what changed. */
  async during<T>(name: EndpointName, call: () => Promise<T>): Promise<T> {
    const { output } = endpoints[name]
    if (output !== reviewPatchSchema && output !== createdSchema) return call()
    this.#calls += 1
    try {
      return await call()
    } finally {
      this.#calls -= 1
    }
  }

  /** The host has this revision; null is "another than before". */
  heard(revision: number | null): void {
    this.#told = Math.max(this.#told, revision ?? this.#held + 1)
  }

  /** Asks for what is lacking, unless a call is on its way that may bring it. Rejects as the client does. */
  catchUp(): Promise<void> {
    if (this.#calls > 0 || this.#told <= this.#held) return Promise.resolve()
    this.#asking ??= this.#ask().finally(() => (this.#asking = null))
    return this.#asking
  }

  /** The whole review, whatever was known of it. */
  async reset(): Promise<void> {
    const review = this.#mirror.corpus === null ? null : await unlessNoCorpus(this.#client.call('review.get', {}))
    this.#told = review?.revision ?? 0
    this.#mirror.setReview(review)
  }

  get #held(): number {
    return this.#mirror.review?.revision ?? 0
  }

  async #ask(): Promise<void> {
    do {
      // What is told from now on may be later than what is answered.
      this.#told = 0
      const patch = await unlessNoCorpus(this.#client.call('review.since', { revision: this.#held }))
      // Between two folders there is none; opening the next one tells again.
      if (patch === null) return
      this.#told = Math.max(this.#told, patch.revision)
      this.#mirror.takePatch(patch)
    } while (this.#told > this.#held && this.#calls === 0)
  }
}
