import * as v from 'valibot'
import { endpoints, type EndpointName } from '../../contract/endpoints'
import { applyPatch, createdSchema, reviewPatchSchema, type ReviewPatch } from '../../contract/reviewPatch'
import type { ReviewView } from '../../contract/reviewSchemas'
import {
  corpusViewSchema,
  sourceTextSchema,
  sourceViewSchema,
  type CorpusView,
  type SourceTextView,
  type SourceView,
} from '../../contract/schemas'
import { TextCache } from './textCache'

/** The page's copy of what the host holds. Never edited in place: what did not change stays the same object. */
export class Mirror {
  readonly #texts = new TextCache()
  #corpus = $state.raw<CorpusView | null>(null)
  #review = $state.raw<ReviewView | null>(null)
  #sources = $derived(byId(this.#corpus?.sources ?? []))

  get corpus(): CorpusView | null {
    return this.#corpus
  }

  get review(): ReviewView | null {
    return this.#review
  }

  source(id: string): SourceView | null {
    return this.#sources.get(id) ?? null
  }

  setCorpus(corpus: CorpusView | null): void {
    if (corpus?.folder !== this.#corpus?.folder) this.#texts.clear()
    this.#corpus = corpus
  }

  setReview(review: ReviewView | null): void {
    this.#review = review
  }

  /** Takes over what changed. False when changes before it are not known, so that they have to be asked for. */
  takePatch(patch: ReviewPatch): boolean {
    const after = applyPatch(this.#review, patch)
    if (after !== null) this.#review = after
    return after !== null
  }

  text(sourceId: string, ask: () => Promise<SourceTextView>): Promise<SourceTextView> {
    return this.#texts.get(this.source(sourceId), ask)
  }

  /** Takes over whatever an answer says of corpus, review, a source or a text. False as `takePatch`. */
  keep(name: EndpointName, output: unknown): boolean {
    const schema = endpoints[name].output
    if (schema === reviewPatchSchema && v.is(reviewPatchSchema, output)) return this.takePatch(output)
    if (schema === createdSchema && v.is(createdSchema, output)) return this.takePatch(output.review)
    if (schema === corpusViewSchema && v.is(corpusViewSchema, output)) this.setCorpus(output)
    else if (schema === sourceViewSchema && v.is(sourceViewSchema, output)) this.#keepSource(output)
    else if (schema === sourceTextSchema && v.is(sourceTextSchema, output)) this.#texts.keep(output)
    return true
  }

  #keepSource(source: SourceView): void {
    if (this.#corpus === null) return
    const known = this.#sources.has(source.id)
    const sources = known
      ? this.#corpus.sources.map((other) => (other.id === source.id ? source : other))
      : [...this.#corpus.sources, source]
    this.#corpus = { ...this.#corpus, sources }
  }
}

function byId(sources: readonly SourceView[]): ReadonlyMap<string, SourceView> {
  return new Map(sources.map((source) => [source.id, source]))
}
