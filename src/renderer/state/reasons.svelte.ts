import type { PassageInput } from '../../contract/schemas'
import type { Explanation } from '../../contract/matchingSchemas'
import type { WorkbenchFailure } from '../../contract/errors'
import { sameRange } from '../../core/text/textRange'
import type { Workbench } from './workbench.svelte'

/** Two stretches that are asked about together, one of each text of a join. */
export type PassagePair = { readonly a: PassageInput; readonly b: PassageInput }
export type Answer =
  | { readonly kind: 'asking' }
  | { readonly kind: 'told'; readonly explanation: Explanation }
  | { readonly kind: 'failed'; readonly failure: WorkbenchFailure }

/** Why two stretches are matched, or why they are not: what was asked last, and the answer. */
export class Reasons {
  readonly #workbench: Workbench
  #about = $state.raw<PassagePair | null>(null)
  #answer = $state.raw<Answer>({ kind: 'asking' })

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  get about(): PassagePair | null {
    return this.#about
  }
  get answer(): Answer {
    return this.#answer
  }

  async ask(pair: PassagePair): Promise<void> {
    if (this.#about !== null && samePair(this.#about, pair) && this.#answer.kind !== 'failed') return
    this.#about = pair
    this.#answer = { kind: 'asking' }
    await this.again()
  }

  /** Asks once more about the same two: the settings or the texts' surroundings are others now. */
  async again(): Promise<void> {
    const about = this.#about
    if (about === null) return
    const answer = await this.#workbench.ask('match.explain', about)
    if (this.#about !== about) return
    this.#answer = answer.ok ? { kind: 'told', explanation: answer.value } : { kind: 'failed', failure: answer.error }
  }

  forget(): void {
    this.#about = null
  }
}

export function samePair(one: PassagePair, two: PassagePair): boolean {
  return samePassage(one.a, two.a) && samePassage(one.b, two.b)
}

function samePassage(one: PassageInput, two: PassageInput): boolean {
  return one.sourceId === two.sourceId && one.textHash === two.textHash && sameRange(one.range, two.range)
}
