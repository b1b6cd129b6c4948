import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { textOf, writeFolder } from './support/inventedTexts'
import { dragOver, painted } from './support/paneText'
import { ReviewerAtWork } from './support/reviewer'
import { expect, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const TRAFFIC = 'Lorries crossed it until two in the afternoon.'
const MAYOR = 'The mayor says that the bridge was closed before noon.'

const FILES = {
  'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1, TRAFFIC, 2]),
  'b-evening.txt': textOf('The evening paper on the bridge', [100, CLOSED, 101, MAYOR, 102]),
}
const BRIDGE = 'The bridge was closed at noon.'
const SPOKE = 'The mayor spoke of it.'
const LORRIES = 'Nobody crossed the bridge after noon.'

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

class Desk extends ReviewerAtWork {
  static async open(launch: Launch, scratch: string): Promise<Desk> {
    await writeFolder(join(scratch, 'sources'), FILES)
    const desk = await Desk.return(launch, scratch, 'config')
    await desk.begin()
    await desk.openPair(/morning paper/, /evening paper/)
    return desk
  }

  /** Opens the folder as it was left; each config folder is an installation, and so a reviewer, of its own. */
  static async return(launch: Launch, scratch: string, config: string): Promise<Desk> {
    const desk = new Desk(await launch({ folder: join(scratch, 'sources'), configDir: join(scratch, config) }))
    await expect(desk.pane(2)).toBeVisible()
    return desk
  }

  card(statement: string): Locator {
    return this.details.getByRole('article').filter({ has: this.page.getByRole('button', { name: statement }) })
  }

  /** A selection by mouse, and a button of the toolbar beside it. */
  async withSelected(pane: number, words: string, action: RegExp): Promise<void> {
    await dragOver(this.page, this.pane(pane), words)
    await this.page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: action }).click()
  }

  async claimFromSelection(pane: number, words: string, statement: string, name?: string): Promise<void> {
    await this.withSelected(pane, words, /^Claim/)
    const field = this.page.getByRole('textbox', { name: 'Statement to be checked' })
    await expect(field).toHaveValue(words)
    if (name !== undefined) await this.giveName(name)
    await field.fill(statement)
    await this.page.getByRole('button', { name: /^Save the claim/ }).click()
    await expect(this.card(statement)).toBeVisible()
  }

  async addEvidence(pane: number, words: string, statement: string, stance: string): Promise<void> {
    await this.withSelected(pane, words, /^Evidence/)
    const form = this.details.getByRole('form', { name: 'Add evidence' })
    await form.getByRole('combobox', { name: 'To which claim?' }).fill(statement.slice(0, 12))
    await form.getByRole('option', { name: statement }).click()
    await form.locator('label', { hasText: stance }).click()
    await form.getByRole('button', { name: /^Add the evidence/ }).click()
    await expect(form).toBeHidden()
  }

  async decide(statement: string, verdict: string, reason: string): Promise<void> {
    const card = this.card(statement)
    await card.getByRole('group', { name: 'Verdict' }).getByRole('button', { name: verdict, exact: true }).click()
    const form = card.getByRole('form')
    await form.getByRole('textbox').fill(reason)
    await form.getByRole('button', { name: /^Save/ }).click()
    await expect(form).toBeHidden()
  }

  evidence(statement: string): Locator {
    return this.card(statement).getByRole('region', { name: 'Evidence' }).getByRole('listitem')
  }

  stances(statement: string): Locator {
    return this.evidence(statement).getByRole('button', { name: /^Stance: / })
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+Z')
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+Z')
  }
}

test('makes a claim of selected words, gathers evidence from both sides with its stance, and finds all of it after a restart', async ({
  launch,
  scratch,
}) => {
  const desk = await Desk.open(launch, scratch)
  const { page } = desk
  await desk.claimFromSelection(1, CLOSED, BRIDGE, 'Ada Reviewer')
  await desk.addEvidence(2, MAYOR, BRIDGE, 'qualifies')
  await desk.addEvidence(1, TRAFFIC, BRIDGE, 'contradicts')
  await expect(desk.evidence(BRIDGE)).toHaveCount(3)
  await expect(desk.evidence(BRIDGE).nth(2)).toContainText(TRAFFIC)
  await expect(desk.stances(BRIDGE)).toHaveText([/supports/, /qualifies/, /contradicts/])
  await desk.stances(BRIDGE).nth(1).click()
  await page.getByRole('menuitem', { name: /repeats/ }).click()
  await expect(desk.stances(BRIDGE)).toHaveText([/supports/, /repeats/, /contradicts/])

  await expect.poll(() => painted(desk.pane(1), 'claim-unverified')).toEqual([CLOSED, TRAFFIC])
  await expect.poll(() => painted(desk.pane(2), 'claim-unverified')).toEqual([MAYOR])
  await desk
    .pane(1)
    .getByRole('button', { name: new RegExp(BRIDGE) })
    .first()
    .click()
  await expect(desk.card(BRIDGE).getByRole('button', { name: BRIDGE })).toHaveAttribute('aria-expanded', 'true')

  await desk.withSelected(2, MAYOR, /^Note/)
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the mayor’s office for the hour.')
  await page.getByRole('button', { name: /^Save the note/ }).click()
  await expect(desk.details.getByRole('article', { name: 'Note by Ada Reviewer' })).toContainText(
    'Ask the mayor’s office',
  )
  await expect.poll(() => painted(desk.pane(2), 'note')).toEqual([MAYOR])
  await desk.saved()
  await desk.quit()

  const again = await Desk.return(launch, scratch, 'config')
  await expect.poll(() => painted(again.pane(1), 'claim-unverified')).toEqual([CLOSED, TRAFFIC])
  await expect.poll(() => painted(again.pane(2), 'note')).toEqual([MAYOR])
  await again.show('Claims')
  await again.card(BRIDGE).getByRole('button', { name: BRIDGE }).click()
  await expect(again.stances(BRIDGE)).toHaveText([/supports/, /repeats/, /contradicts/])
  await again.show('Notes')
  await expect(again.details.getByText('Ask the mayor’s office for the hour.')).toBeVisible()
})

test('asks a reason for every verdict, keeps all of them, and shows the last one in the text', async ({
  launch,
  scratch,
}) => {
  const desk = await Desk.open(launch, scratch)
  await desk.claimFromSelection(1, CLOSED, BRIDGE, 'Ada Reviewer')
  const card = desk.card(BRIDGE)
  const verdicts = card.getByRole('group', { name: 'Verdict' })
  await verdicts.getByRole('button', { name: 'verified', exact: true }).click()
  await card.getByRole('button', { name: /^Save as verified/ }).click()
  await expect(card.getByRole('alert')).toHaveText('Write the reason first: a sentence is enough.')
  await expect(verdicts.getByRole('button', { name: 'unverified' })).toHaveAttribute('aria-pressed', 'true')
  await card.getByRole('form').getByRole('textbox').press('Escape')
  await expect(card.getByRole('form')).toBeHidden()

  await desk.decide(BRIDGE, 'verified', 'Both papers say so.')
  await expect.poll(() => painted(desk.pane(1), 'claim-verified')).toEqual([CLOSED])
  await desk.decide(BRIDGE, 'disputed', 'Lorries crossed it later.')
  await expect.poll(() => painted(desk.pane(1), 'claim-disputed')).toEqual([CLOSED])
  expect(await painted(desk.pane(1), 'claim-verified')).toEqual([])
  await desk.decide(BRIDGE, 'unverified', 'Nobody could say when.')
  await card.getByText('History: 3 verdicts').click()
  const history = card.getByRole('list', { name: 'Verdicts, latest first' }).getByRole('listitem')
  await expect(history).toContainText([
    'Nobody could say when.',
    'Lorries crossed it later.',
    'Both papers say so.',
    'made by Ada Reviewer',
  ])

  await desk.undo()
  await expect(card.getByText('History: 2 verdicts')).toBeVisible()
  await expect(verdicts.getByRole('button', { name: 'disputed' })).toHaveAttribute('aria-pressed', 'true')
  await desk.undo()
  await expect(verdicts.getByRole('button', { name: 'verified', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await desk.redo()
  await desk.redo()
  await expect(card.getByText('History: 3 verdicts')).toBeVisible()
  await expect(verdicts.getByRole('button', { name: 'unverified' })).toHaveAttribute('aria-pressed', 'true')
})

test('takes back and brings again every change, a removed claim with its evidence too', async ({ launch, scratch }) => {
  const desk = await Desk.open(launch, scratch)
  const { page } = desk
  await desk.claimFromSelection(1, CLOSED, BRIDGE, 'Ada Reviewer')
  await desk.addEvidence(2, MAYOR, BRIDGE, 'qualifies')
  await desk.decide(BRIDGE, 'verified', 'Both papers say so.')
  const card = desk.card(BRIDGE)

  await card.getByRole('button', { name: 'Reword' }).click()
  await card.getByRole('textbox', { name: 'Statement' }).fill('The bridge was closed around noon.')
  await card.getByRole('button', { name: /^Save the wording/ }).click()
  await expect(desk.card('The bridge was closed around noon.')).toBeVisible()
  await desk.undo()
  await expect(card).toBeVisible()

  await desk.evidence(BRIDGE).nth(1).getByRole('button', { name: 'Remove this evidence' }).click()
  await expect(desk.evidence(BRIDGE)).toHaveCount(1)
  await desk.undo()
  await expect(desk.stances(BRIDGE)).toHaveText([/supports/, /qualifies/])

  await card.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(card).toBeHidden()
  await expect.poll(() => painted(desk.pane(1), 'claim-verified')).toEqual([])
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => painted(desk.pane(1), 'claim-verified')).toEqual([CLOSED])
  await openCard(desk)
  await expect(desk.stances(BRIDGE)).toHaveText([/supports/, /qualifies/])
  await expect(card).toContainText('Both papers say so.')

  for (let step = 0; step < 3; step += 1) await desk.undo()
  await expect(card).toBeHidden()
  await expect.poll(() => painted(desk.pane(1), 'claim-verified')).toEqual([])
  for (let step = 0; step < 3; step += 1) await desk.redo()
  await openCard(desk)
  await expect(desk.stances(BRIDGE)).toHaveText([/supports/, /qualifies/])
  await expect(card).toContainText('Both papers say so.')
})

async function openCard(desk: Desk): Promise<void> {
  const head = desk.card(BRIDGE).getByRole('button', { name: BRIDGE })
  await expect(head).toBeVisible()
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
}

test('filters claims by verdict, source and reviewer', async ({ launch, scratch }) => {
  const first = await Desk.open(launch, scratch)
  await first.claimFromSelection(1, CLOSED, BRIDGE, 'Ada Reviewer')
  await first.claimFromSelection(1, TRAFFIC, LORRIES)
  await first.decide(LORRIES, 'disputed', 'The papers differ.')
  await first.quit()
  const desk = await Desk.return(launch, scratch, 'config of another reviewer')
  const { page } = desk
  await desk.begin()
  await desk.claimFromSelection(2, MAYOR, SPOKE, 'Bob Second')
  await desk.view('Claims')
  const list = page.getByRole('listbox', { name: 'Claims' }).getByRole('option')
  const filter = page.getByRole('region', { name: 'Filter of claims' })
  await expect(list).toContainText([SPOKE, LORRIES, BRIDGE])
  await filter.getByRole('button', { name: /disputed/ }).click()
  await expect(list).toContainText([LORRIES])
  await filter.getByRole('button', { name: /^\S*\s*unverified/ }).click()
  await expect(list).toHaveCount(3)
  await filter.getByRole('button', { name: /disputed/ }).click()
  await expect(list).toContainText([SPOKE, BRIDGE])
  await filter
    .getByRole('combobox', { name: 'Source' })
    .selectOption({ label: 'B  The evening paper on the bridge (1)' })
  await expect(list).toContainText([SPOKE])
  await expect(list).toHaveCount(1)
  await filter.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(list).toHaveCount(3)
  await filter.getByRole('searchbox').fill('papers differ')
  await expect(list).toContainText([LORRIES])
  await expect(list).toHaveCount(1)
  await filter.getByRole('searchbox').fill('')
  await filter.getByRole('combobox', { name: 'Reviewer' }).selectOption({ label: 'Ada Reviewer (2)' })
  await expect(list).toContainText([LORRIES, BRIDGE])
  await expect(list).toHaveCount(2)
})
