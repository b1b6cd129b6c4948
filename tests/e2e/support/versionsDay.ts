import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { textOf, writeFolder } from './inventedTexts'
import { dragOver } from './paneText'
import { ReviewerAtWork } from './reviewer'
import { expect, type LaunchOptions, type RunningWorkbench } from './workbench'

export const NUMBER = 'The officers fired four shots in the yard before noon.'
export const NUMBER_NOW = 'The officers fired seven shots in the yard before noon.'
export const MOVED = 'A neighbour heard the helicopter and went to the window.'
/** Stands twice in the later version, and in neither place among its old neighbours. */
const ECHOED = 'The city had been asked about the yard and gave no answer at all.'
const GONE = 'The mayor was in another town that week, her office said.'
export const OTHER = 'Nobody else was in the yard that evening, the city said.'

const TITLE = 'The morning paper on the yard'
export const FIRST = textOf(TITLE, [0, NUMBER, 1, 2, MOVED, 3, OTHER, 4, ECHOED, 5, 6, GONE, 7, 8, 9])
export const SECOND = textOf(TITLE, [0, MOVED, NUMBER_NOW, 1, 2, 3, OTHER, 4, ECHOED, 5, 6, GONE, 7, 8, 9])
const LATER = [0, MOVED, NUMBER_NOW, 1, 2, 3, OTHER, 4, 5, 6, 7, ECHOED, 8, 20, 21, ECHOED, 9]
/** More than one word and one paragraph are others in it. */
export const REWRITTEN = textOf(TITLE, LATER)
export const EVENING = textOf('The evening paper on the yard', [40, NUMBER, 41, OTHER, 42])

export const SHOTS = 'Four shots were fired.'
export const NEIGHBOUR = 'A neighbour was a witness.'

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

/** A reviewer who cites a number and a paragraph of a source whose file then changes on the disk. */
export class VersionsDay extends ReviewerAtWork {
  readonly folder: string

  constructor(workbench: RunningWorkbench, folder: string) {
    super(workbench)
    this.folder = folder
  }

  static async start(launch: Launch, scratch: string, size?: LaunchOptions['size']): Promise<VersionsDay> {
    const folder = await writeFolder(join(scratch, 'The yard'), { 'a-morning.txt': FIRST, 'b-evening.txt': EVENING })
    return VersionsDay.again(launch, scratch, folder, size)
  }

  static async again(
    launch: Launch,
    scratch: string,
    folder: string,
    size?: LaunchOptions['size'],
  ): Promise<VersionsDay> {
    const options = { folder, configDir: join(scratch, 'config'), ...(size === undefined ? {} : { size }) }
    const day = new VersionsDay(await launch(options), folder)
    await expect(day.pane(2)).toBeVisible()
    return day
  }

  /** Makes a claim of words that a pointer selects. */
  async claim(pane: number, words: string, statement: string, name?: string): Promise<void> {
    await dragOver(this.page, this.pane(pane), words)
    await this.page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: /^Claim/ })
      .click()
    const field = this.page.getByRole('textbox', { name: 'Statement to be checked' })
    await expect(field).toHaveValue(words)
    if (name !== undefined) await this.giveName(name)
    await field.fill(statement)
    await this.page.getByRole('button', { name: /^Save the claim/ }).click()
    await expect(this.page.getByRole('button', { name: statement, exact: true })).toBeVisible()
  }

  async citeBoth(): Promise<void> {
    await this.begin()
    await this.openPair(/morning paper/, /evening paper/)
    await this.claim(1, NUMBER, SHOTS, 'Ada Reviewer')
    await this.claim(1, MOVED, NEIGHBOUR)
  }

  /** Words of every kind: changed, moved, found twice now, and taken out. */
  async citeAll(): Promise<void> {
    await this.begin()
    await this.openPair(/morning paper/, /evening paper/)
    await this.claim(1, ECHOED, 'The city was asked.', 'Ada Reviewer')
    await this.claim(1, GONE, 'The mayor was away.')
    await this.claim(1, MOVED, NEIGHBOUR)
    await this.claim(1, NUMBER, SHOTS)
  }

  async showClaim(): Promise<void> {
    if (await this.page.getByRole('button', { name: 'Show details' }).isVisible())
      await this.page.keyboard.press('Control+Alt+B')
    await this.show('Claims')
    const statement = this.page.getByRole('button', { name: SHOTS, exact: true })
    if ((await statement.getAttribute('aria-expanded')) !== 'true') await statement.click()
  }

  /** Keeps all as cited, one key each. */
  async settleAll(): Promise<void> {
    const cards = this.settling().getByRole('article')
    await expect(cards.first()).toBeVisible()
    for (let left = await cards.count(); left > 0; left -= 1) {
      await expect(this.settling().locator('article:focus')).toBeVisible()
      await this.page.keyboard.press('p')
      await expect(cards).toHaveCount(left - 1)
    }
  }

  /** As an editor or a synchronised folder writes it, while the program is open. */
  async changeTheFile(text = SECOND): Promise<void> {
    await writeFile(join(this.folder, 'a-morning.txt'), text)
  }

  /** What the file holds now. */
  present(): Promise<string> {
    return readFile(join(this.folder, 'a-morning.txt'), 'utf8')
  }

  announcement(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'A has changed' })
  }

  settling(): Locator {
    return this.page.getByRole('region', { name: 'Settling' })
  }

  versions(): Locator {
    return this.page.getByRole('region', { name: 'Versions' })
  }
}
