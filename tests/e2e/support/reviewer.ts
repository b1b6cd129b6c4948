import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { RunningWorkbench } from './workbench'

export type ReportFormat = 'Markdown' | 'HTML' | 'JSON' | 'CSV'

/** What a reviewer does, in their words. Everything goes through names that a screen reader would say. */
export class ReviewerAtWork {
  readonly page: Page
  readonly details: Locator
  readonly #workbench: RunningWorkbench

  constructor(workbench: RunningWorkbench) {
    this.#workbench = workbench
    this.page = workbench.page
    this.details = this.page.getByRole('complementary', { name: 'Details' })
  }

  quit(): Promise<void> {
    return this.#workbench.quit()
  }

  /** Leaves the guide of the first day. */
  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leave the guide' }).click()
    await expect(this.page.getByRole('region', { name: 'Guide' })).toBeHidden()
  }

  /** Answers the question for the reviewer's name, which comes with the first claim or note. */
  async giveName(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name)
    await this.page.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(this.page.getByRole('textbox', { name: 'Your name' })).toBeHidden()
  }

  pane(number: number): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^Pane ${number}: `) })
  }

  /** Puts a source, known by words of its title, into a pane. */
  async openInPane(number: number, title: RegExp): Promise<void> {
    const picker = this.pane(number).getByRole('combobox')
    if (title.test((await picker.getAttribute('aria-label')) ?? '')) return
    await picker.click()
    await this.page.getByRole('option', { name: title }).click()
    await expect(this.pane(number)).toHaveAccessibleName(title)
  }

  async openPair(a: RegExp, b: RegExp): Promise<void> {
    await this.openInPane(1, a)
    await this.openInPane(2, b)
  }

  passages(): Locator {
    return this.details
      .getByRole('list', { name: 'Passages' })
      .getByRole('listitem')
      .filter({ has: this.page.locator('[data-passage]') })
  }

  async choosePassage(words: string | RegExp): Promise<void> {
    await this.passages().filter({ hasText: words }).first().getByRole('button').first().click()
  }

  async show(tab: 'Passages' | 'Claims' | 'Notes'): Promise<void> {
    await this.details.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  }

  async view(name: 'Compare' | 'Claims' | 'Report'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click()
  }

  /** Makes a claim of the chosen pair; both sides become evidence. */
  async claimFromPair(passage: string | RegExp, statement: string, reviewerName?: string): Promise<void> {
    await this.show('Passages')
    await this.choosePassage(passage)
    await this.details.getByRole('button', { name: /^Make a claim/ }).click()
    const text = this.page.getByRole('textbox', { name: 'Statement to be checked' })
    await expect(text).toBeVisible()
    if (reviewerName !== undefined) await this.giveName(reviewerName)
    await text.fill(statement)
    await this.page.getByRole('button', { name: /^Save the claim/ }).click()
    await expect(this.details.getByRole('button', { name: statement, exact: true })).toBeVisible()
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Saving' })).toHaveText(/Saved/)
  }

  /** Exports one format the way this host does it and gives what was written. */
  async exportReport(format: ReportFormat, folder: string): Promise<string> {
    await this.view('Report')
    await this.page.getByRole('tab', { name: format, exact: true }).click()
    const save = this.page.getByRole('button', { name: /^Save/ }).first()
    return this.captureExport(format, folder, () => save.click())
  }

  /** What is written when `save` presses the button, however it does. */
  async captureExport(format: ReportFormat, folder: string, save: () => Promise<void>): Promise<string> {
    const path = join(folder, `report-${format}`)
    const app = this.#workbench.electronApp
    if (app === null) {
      const [download] = await Promise.all([this.page.waitForEvent('download'), save()])
      await download.saveAs(path)
    } else {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path)
      await save()
      await expect(this.page.getByText(`Report saved: ${path}`)).toBeVisible()
    }
    return readFile(path, 'utf8')
  }
}
