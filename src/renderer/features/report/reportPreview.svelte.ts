import type { EndpointOutput } from '../../../contract/endpoints'
import type { ReportFormat } from '../../../contract/schemas'
import type { Workbench } from '../../state/workbench.svelte'

export type RenderedReport = EndpointOutput<'report.render'> & { readonly format: ReportFormat }

/** Changes come in bursts (a claim, its verdict): the preview waits this long for the next before it renders again. */
export const SETTLE_MS = 250

/** The report as it would be saved now. The one shown stays until the next is ready. */
export class ReportPreview {
  readonly #workbench: Workbench
  #rendered = $state.raw<RenderedReport | null>(null)
  #failure = $state<string | null>(null)
  #busy = $state(false)
  #turn = 0

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  get rendered(): RenderedReport | null {
    return this.#rendered
  }

  /** What the host said when it could not render; null when it could. */
  get failure(): string | null {
    return this.#failure
  }

  get busy(): boolean {
    return this.#busy
  }

  /** Renders after the reviewer has settled; at once when another format is asked for. */
  want(format: ReportFormat): () => void {
    const waitMs = this.#rendered?.format === format ? SETTLE_MS : 0
    const timer = setTimeout(() => void this.render(format), waitMs)
    return () => clearTimeout(timer)
  }

  async render(format: ReportFormat): Promise<void> {
    const turn = ++this.#turn
    this.#busy = true
    try {
      const rendered = await this.#workbench.client.call('report.render', { format })
      if (turn !== this.#turn) return
      this.#rendered = { ...rendered, format }
      this.#failure = null
    } catch (error) {
      if (turn !== this.#turn) return
      this.#failure = error instanceof Error ? error.message : 'The report could not be made.'
    }
    this.#busy = false
  }
}
