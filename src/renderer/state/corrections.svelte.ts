import type { MatchDecisionInput } from '../../contract/matchingSchemas'
import type { ComparedPassage, Comparison } from '../../contract/schemas'
import type { TextRange } from '../../core/text/textRange'
import type { PassagePair } from './reasons.svelte'
import type { Workbench } from './workbench.svelte'

type Ranges = { readonly a: TextRange; readonly b: TextRange }
type Options = {
  readonly comparison: () => Comparison | null
  /** Compares again what the decision is about; resolves when the panes show it. */
  readonly compareAgain: () => Promise<void>
  readonly choose: (wanted: Ranges | null) => void
}

/** What the reviewer decides about matched passages of the active join. Each decision can be undone. */
export class Corrections {
  readonly #workbench: Workbench
  readonly #options: Options
  #busy = $state(false)

  constructor(workbench: Workbench, options: Options) {
    this.#workbench = workbench
    this.#options = options
  }

  get busy(): boolean {
    return this.#busy
  }

  /** `next` is chosen afterwards. A match that was added by hand is taken back rather than rejected. */
  async reject(passage: ComparedPassage, next: ComparedPassage | null): Promise<void> {
    const comparison = this.#options.comparison()
    if (comparison === null) return
    const added = comparison.decisions.find((one) => one.id === passage.decisionId && one.what === 'add')
    if (added !== undefined) return this.withdraw(added.id)
    const removed = [pairOf(comparison, passage)]
    await this.#decide({ what: 'reject', removed, added: [] }, 'Passage rejected', next)
  }

  async add(pair: PassagePair): Promise<void> {
    const added = { a: pair.a.range, b: pair.b.range }
    await this.#decide({ what: 'add', removed: [], added: [pair] }, 'Match added', added)
  }

  async split(passage: ComparedPassage, pieces: readonly Ranges[]): Promise<void> {
    const comparison = this.#options.comparison()
    if (comparison === null) return
    const removed = [pairOf(comparison, passage)]
    const added = pieces.map((piece) => pairOf(comparison, piece))
    await this.#decide({ what: 'split', removed, added }, `Passage split into ${pieces.length}`, pieces[0] ?? null)
  }

  async join(passages: readonly ComparedPassage[]): Promise<void> {
    const comparison = this.#options.comparison()
    if (comparison === null || passages.length < 2) return
    const whole = { a: spanOf(passages.map(({ a }) => a)), b: spanOf(passages.map(({ b }) => b)) }
    const removed = passages.map((passage) => pairOf(comparison, passage))
    const added = [pairOf(comparison, whole)]
    await this.#decide({ what: 'join', removed, added }, `${passages.length} passages joined`, whole)
  }

  async withdraw(decisionId: string): Promise<void> {
    this.#busy = true
    const answer = await this.#workbench.perform('match.withdraw', { decisionId })
    if (answer !== null) await this.#options.compareAgain()
    this.#busy = false
  }

  async #decide(decision: MatchDecisionInput, done: string, next: Ranges | null): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    const answer = await this.#workbench.perform('match.decide', decision, done)
    if (answer !== null) {
      await this.#options.compareAgain()
      this.#options.choose(next)
    }
    this.#busy = false
  }
}

/** From the first beginning to the last end. */
export function spanOf(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map((range) => range.start)),
    endExclusive: Math.max(...ranges.map((range) => range.endExclusive)),
  }
}

function pairOf(comparison: Comparison, { a, b }: Ranges): { a: PassagePair['a']; b: PassagePair['b'] } {
  return {
    a: { sourceId: comparison.a, textHash: comparison.aTextHash, range: a },
    b: { sourceId: comparison.b, textHash: comparison.bTextHash, range: b },
  }
}
