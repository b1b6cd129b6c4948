import { join } from 'node:path'
import { createClient, type WorkbenchClient } from '../../../src/contract/client'
import type { PassageInput } from '../../../src/contract/schemas'
import type { Stance, Verdict } from '../../../src/core/claim/reviewRecord'
import { pageTransport } from './pageTransport'
import { ReviewerAtWork } from './reviewer'
import { expect, type LaunchOptions, type RunningWorkbench } from './workbench'

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

/** A reviewer on an installation of their own, who has left the guide and given a name. */
export class ReviewerOfTwo extends ReviewerAtWork {
  readonly client: WorkbenchClient

  private constructor(workbench: RunningWorkbench) {
    super(workbench)
    this.client = createClient(pageTransport(workbench.page))
  }

  static async sit(
    launch: Launch,
    scratch: string,
    who: { readonly name: string; readonly again?: boolean; readonly size?: { width: number; height: number } },
  ): Promise<ReviewerOfTwo> {
    const { name, again = false, size } = who
    const configDir = join(scratch, `config-${name}`)
    const folder = join(scratch, 'sources')
    const reviewer = new ReviewerOfTwo(
      await launch(size === undefined ? { folder, configDir } : { folder, configDir, size }),
    )
    await expect(reviewer.pane(1)).toBeVisible()
    if (again) return reviewer
    await reviewer.begin()
    await reviewer.client.call('reviewer.rename', { name })
    return reviewer
  }

  /** The words where they first stand in the source at that path. */
  async cite(path: string, words: string): Promise<PassageInput> {
    const source = (await this.client.call('corpus.get', {})).sources.find((one) => one.path === path)
    if (source === undefined) throw new Error(`there is no source ${path}`)
    const { text, textHash } = await this.client.call('source.text', { sourceId: source.id })
    const start = text.indexOf(words)
    if (start === -1) throw new Error(`${path} does not say ${words}`)
    return { sourceId: source.id, textHash, range: { start, endExclusive: start + words.length } }
  }

  async claim(statement: string, path: string, words: string, stance: Stance = 'supports'): Promise<string> {
    const evidence = [{ stance, passages: [await this.cite(path, words)] }]
    return (await this.client.call('claim.create', { statement, evidence })).id
  }

  async decide(claimId: string, verdict: Verdict, reason: string): Promise<void> {
    await this.client.call('claim.decide', { claimId, verdict, reason })
  }

  /** To where reviewers agree and disagree, by the palette. */
  async agreement(): Promise<void> {
    await this.page.keyboard.press('Control+K')
    await this.page.keyboard.type('agreement: blind')
    await this.page.getByRole('option', { name: /Agreement: blind review/ }).click()
    await expect(this.page.getByRole('heading', { name: 'Agreement', level: 2 })).toBeVisible()
  }

  part(name: 'Disagreements' | 'Numbers' | 'Settled'): Promise<void> {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  }
}
