import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { WorkbenchClient } from '../../src/contract/client'
import { claimOn, cite, clientOf } from './support/claimsAtWork'
import { textOf, writeFolder } from './support/inventedTexts'
import { Hands } from './support/keyboard'
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
const LORRIES = 'Lorries crossed the bridge until two.'
const TRUCKS = 'Lorries went over it until 2 p.m.'
const SPOKE = 'The mayor spoke of it.'

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

/** The Claims view, in a reviewer's words. */
class Claims extends ReviewerAtWork {
  readonly client: WorkbenchClient
  readonly list: Locator
  readonly side: Locator
  readonly bar: Locator
  readonly hands: Hands

  constructor(workbench: RunningWorkbench) {
    super(workbench)
    this.client = clientOf(workbench)
    this.list = this.page.getByRole('listbox', { name: 'Claims', exact: true })
    this.side = this.page.getByRole('region', { name: 'Chosen claim' })
    this.bar = this.page.getByRole('toolbar', { name: 'Selected claims' })
    this.hands = new Hands(this.page)
  }

  /** Each config folder is an installation, and so a reviewer, of its own. */
  static async open(launch: Launch, scratch: string, name = 'Ada Reviewer'): Promise<Claims> {
    const folder = await writeFolder(join(scratch, 'The bridge'), FILES)
    const claims = new Claims(await launch({ folder, configDir: join(scratch, `config of ${name}`) }))
    await claims.begin()
    await claims.client.call('reviewer.rename', { name })
    return claims
  }

  async four(): Promise<void> {
    for (const statement of [SPOKE, TRUCKS, LORRIES])
      await claimOn(this.client, statement, [/a-morning/, TRAFFIC], [/b-evening/, MAYOR])
    await claimOn(this.client, BRIDGE, [/a-morning/, CLOSED])
    await this.view('Claims')
    await expect(this.list.getByRole('option')).toHaveCount(4)
  }

  row(statement: string): Locator {
    return this.list.getByRole('option', { name: statement })
  }

  async pick(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.row(statement).locator('[data-pick]').click()
  }

  async fromBar(menu: string, entry: string | RegExp): Promise<void> {
    await this.bar.getByRole('button', { name: menu }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  /** What was said about the last change, and its one way back. */
  async told(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Messages' })).toContainText(words)
  }

  async undo(): Promise<void> {
    await this.list.focus()
    await this.page.keyboard.press('Control+Z')
    await this.told('Undone: ')
  }

  async write(words: string): Promise<void> {
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Control+Enter')
  }
}

test('changes many claims at once by mouse, and takes each change back with one key', async ({ launch, scratch }) => {
  const claims = await Claims.open(launch, scratch)
  await claims.client.call('tag.create', { name: 'times', colour: 'blue', shape: 'star' })
  await claims.four()
  await claims.pick(BRIDGE)
  await claims.row(TRUCKS).click({ modifiers: ['Shift'] })
  await expect(claims.bar).toContainText('3 claims selected')
  await expect(claims.row(SPOKE)).toHaveAttribute('aria-checked', 'false')

  await claims.fromBar('Work state of the selected claims', 'ready for review')
  await claims.told('3 claims now ready for review')
  await expect(claims.list.getByRole('option').filter({ hasText: 'ready for review' })).toHaveCount(3)
  await claims.undo()
  await expect(claims.list.getByRole('option').filter({ hasText: 'ready for review' })).toHaveCount(0)

  await claims.fromBar('Assign the selected claims', /Ada Reviewer/)
  await claims.told('3 claims now yours')
  await expect(claims.list.getByText('Assigned to')).toHaveCount(3)
  await claims.undo()
  await expect(claims.list.getByText('Assigned to')).toHaveCount(0)

  await claims.fromBar('Tag the selected claims', 'times')
  await claims.told('Tagged 3 claims “times”')
  await expect(claims.row(LORRIES)).toContainText('Tag times')
  await claims.undo()
  await expect(claims.row(LORRIES)).not.toContainText('Tag times')

  await claims.fromBar('Verdict on the selected claims', /^disputed/)
  const form = claims.page.getByRole('form', { name: 'Mark 3 claims as disputed' })
  await form.getByRole('button', { name: /^Save as disputed/ }).click()
  await expect(form.getByRole('alert')).toHaveText('Write the reason first: a sentence is enough.')
  await form.getByRole('textbox').fill('The papers differ.')
  await form.getByRole('button', { name: /^Save as disputed/ }).click()
  await claims.told('3 claims disputed')
  await expect(claims.list.getByText('The papers differ.')).toHaveCount(3)
  await claims.undo()
  await expect(claims.list.getByText('The papers differ.')).toHaveCount(0)

  await claims.bar.getByRole('button', { name: 'Remove' }).click()
  await claims.told('3 claims removed')
  await expect(claims.list.getByRole('option')).toHaveCount(1)
  await claims.undo()
  await expect(claims.list.getByRole('option')).toHaveCount(4)
  await claims.bar.getByRole('button', { name: 'Select no claim' }).click()
  await expect(claims.bar).toBeHidden()
  await expect(claims.list).toBeFocused()
})

test('works on claims by keyboard alone: picks, moves on, takes, decides, tags, replies, resolves, seals and reopens', async ({
  launch,
  scratch,
}) => {
  const claims = await Claims.open(launch, scratch)
  await claims.four()
  const { hands, list, side, page } = claims
  await list.focus()
  await hands.press('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp')
  await expect(claims.bar).toContainText('2 claims selected')
  await hands.press('.')
  await claims.told('2 claims now in progress')
  await hands.press('g')
  await claims.told('2 claims now yours')
  await hands.press('2')
  await claims.write('Both papers say so.')
  await claims.told('2 claims verified')
  await expect(list).toBeFocused()
  await hands.press('Control+A')
  await expect(claims.bar).toContainText('4 claims selected')
  await hands.press('Escape')
  await expect(claims.bar).toBeHidden()

  await hands.press('Home', 'Shift+T')
  await expect(side.getByRole('textbox', { name: 'Name of the tag' })).toBeFocused()
  await page.keyboard.type('ask again')
  await hands.go('Tab', side.getByRole('radio', { name: 'circle' }))
  await hands.press('ArrowRight', 'ArrowRight')
  await hands.press('Enter')
  await expect(claims.row(BRIDGE)).toContainText('Tag ask again')
  await expect(side.getByRole('checkbox', { name: 'ask again' })).toBeFocused()
  await hands.press('Escape')

  await hands.go('Shift+Tab', list)
  await hands.press('r')
  await claims.write('Which clock do they mean?')
  await expect(side.getByRole('region', { name: 'Replies' })).toContainText('Which clock do they mean?')
  await expect(list).toBeFocused()
  await hands.press('Shift+R')
  await claims.told('Resolved')
  await expect(side.getByText('resolved by Ada Reviewer')).toBeVisible()
  await hands.press('Shift+R')
  await expect(side.getByText('resolved by Ada Reviewer')).toBeHidden()

  await hands.press('Shift+S')
  await claims.write('Printed in the report.')
  await claims.told('Claim sealed')
  await expect(claims.row(BRIDGE)).toContainText('sealed')
  await expect(side.getByRole('region', { name: 'Sealed' })).toContainText('Printed in the report.')
  await expect(side.getByRole('button', { name: 'Reword', exact: true })).toBeDisabled()
  await expect(side.getByRole('group', { name: 'Verdict' }).getByRole('button').first()).toBeDisabled()
  await expect(side.getByRole('group', { name: 'Verdict' })).toHaveAccessibleDescription(
    'The claim is sealed. Reopen it to change it.',
  )
  await hands.press('3')
  await expect(side.getByRole('form')).toHaveCount(0)
  await hands.press('Shift+S')
  await claims.write('A reader wrote in.')
  await claims.told('Reopened')
  await expect(side.getByRole('region', { name: 'Sealed' })).toBeHidden()
  await expect(side.getByRole('button', { name: 'Reword', exact: true })).toBeEnabled()
})

test('lets a second reviewer confirm a verdict, and says why one’s own cannot be', async ({ launch, scratch }) => {
  const bo = await Claims.open(launch, scratch, 'Bo Second')
  const claimId = await claimOn(bo.client, BRIDGE, [/a-morning/, CLOSED])
  await bo.client.call('claim.decide', { claimId, verdict: 'verified', reason: 'Both papers say so.' })
  await bo.view('Claims')
  await bo.row(BRIDGE).click()
  await expect(bo.side.getByRole('button', { name: /^Confirm/ })).toBeDisabled()
  await expect(bo.side.getByText('The verdict is yours: another reviewer can confirm it.')).toBeVisible()
  await bo.list.focus()
  await bo.page.keyboard.press('y')
  await bo.told('The verdict is yours')
  await bo.quit()

  const ada = await Claims.open(launch, scratch)
  await ada.view('Claims')
  await ada.row(BRIDGE).click()
  await ada.side.getByRole('button', { name: /^Confirm/ }).click()
  await ada.told('Verdict confirmed')
  await expect(ada.row(BRIDGE)).toContainText('confirmed')
  await expect(ada.side).toContainText('Confirmed by you')
  await ada.side.getByRole('button', { name: 'Take back' }).click()
  await expect(ada.row(BRIDGE)).not.toContainText('confirmed')
  await ada.list.focus()
  await ada.page.keyboard.press('y')
  await expect(ada.row(BRIDGE)).toContainText('confirmed')
})

test('merges duplicates, takes them apart again, and splits a claim with its evidence', async ({ launch, scratch }) => {
  const claims = await Claims.open(launch, scratch)
  await claims.four()
  const { page, side, list } = claims
  await claims.row(TRUCKS).click()
  await side.getByRole('button', { name: /^Merge/ }).click()
  const merge = side.getByRole('form', { name: 'Merge into another claim' })
  await merge.getByRole('combobox', { name: 'Into which claim?' }).fill('crossed')
  await expect(merge.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(merge.getByRole('textbox', { name: 'Why are they the same?' })).toBeFocused()
  await claims.write('The same lorries, the same hour.')
  await claims.told('1 claim merged into another')
  await expect(list.getByRole('option')).toHaveCount(3)
  await expect(side.getByRole('heading', { name: LORRIES })).toBeVisible()
  await expect(side.getByRole('region', { name: 'Evidence' }).locator('blockquote')).toHaveCount(4)
  const merged = side.getByRole('region', { name: 'Merged claims' })
  await expect(merged).toContainText('The same lorries, the same hour.')
  await merged.getByRole('button', { name: /^Take apart/ }).click()
  await expect(list.getByRole('option')).toHaveCount(4)
  await expect(merged).toBeHidden()

  await claims.pick(LORRIES, TRUCKS)
  await claims.bar.getByRole('button', { name: /^Merge/ }).click()
  const several = page.getByRole('form', { name: 'Merge 2 claims into one' })
  await several.getByRole('radio', { name: TRUCKS }).check()
  await several.getByRole('textbox').fill('Two wordings of one statement.')
  await several.getByRole('button', { name: /^Merge/ }).click()
  await expect(list.getByRole('option')).toHaveCount(3)
  await expect(claims.row(LORRIES)).toHaveCount(0)
  await claims.undo()
  await expect(list.getByRole('option')).toHaveCount(4)

  await claims.row(SPOKE).click()
  await side.getByRole('button', { name: /^Split/ }).click()
  const split = side.getByRole('form', { name: 'Split this claim' })
  await split.getByRole('textbox', { name: 'Statement of the new claim' }).fill('The mayor named an hour.')
  await split.getByRole('checkbox', { name: /closed before noon/ }).check()
  await split.getByRole('button', { name: /^Split/ }).click()
  await expect(list.getByRole('option')).toHaveCount(5)
  await expect(side.getByRole('heading', { name: 'The mayor named an hour.' })).toBeVisible()
  await expect(side.getByRole('region', { name: 'Evidence' })).toContainText(MAYOR)
  await side.getByRole('button', { name: SPOKE }).click()
  await expect(side.getByRole('region', { name: 'Evidence' })).not.toContainText(MAYOR)
})

test('saves filters under names that every reviewer has, applies, renames and removes them', async ({
  launch,
  scratch,
}) => {
  const ada = await Claims.open(launch, scratch)
  await ada.four()
  await ada.pick(BRIDGE, LORRIES)
  await ada.list.focus()
  await ada.hands.press('g', '.', 'Escape')
  await ada.page.getByRole('button', { name: /^More filters/ }).click()
  const filter = ada.page.getByRole('region', { name: 'Filter of claims' })
  await filter.getByRole('combobox', { name: 'Assigned to' }).selectOption({ label: 'Mine (2)' })
  await filter
    .getByRole('group', { name: 'State of work' })
    .getByRole('button', { name: /in progress/ })
    .click()
  await expect(ada.list.getByRole('option')).toHaveCount(2)
  await filter.getByRole('button', { name: /Save this filter/ }).click()
  await ada.page.keyboard.type('Mine to do')
  await ada.page.keyboard.press('Enter')
  await ada.told('Filter saved')
  const saved = filter.getByRole('group', { name: 'Saved filters' })
  await expect(saved.getByRole('button', { name: 'Mine to do', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await filter.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(ada.list.getByRole('option')).toHaveCount(4)
  await saved.getByRole('button', { name: 'Mine to do', exact: true }).click()
  await expect(ada.list.getByRole('option')).toHaveCount(2)
  await ada.quit()

  const bo = await Claims.open(launch, scratch, 'Bo Second')
  await bo.page.keyboard.press('Control+K')
  await bo.page.keyboard.type('mine to do')
  await bo.page.getByRole('option', { name: /Show claims: Mine to do/ }).click()
  await expect(bo.page.getByText('No claim fits the filter')).toBeVisible()
  await bo.page.getByRole('button', { name: 'More for the filter Mine to do' }).click()
  await bo.page.getByRole('menuitem', { name: /^Rename/ }).click()
  await bo.page.getByRole('textbox', { name: 'New name of the filter' }).fill('Whose hands are on it')
  await bo.page.keyboard.press('Enter')
  await expect(bo.page.getByRole('button', { name: 'Whose hands are on it', exact: true })).toBeVisible()
  await bo.page.getByRole('button', { name: 'More for the filter Whose hands are on it' }).click()
  await bo.page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(bo.page.getByRole('button', { name: 'Whose hands are on it', exact: true })).toBeHidden()
})

test('names verdicts in the corpus’s own words, gives one, and keeps what it means', async ({ launch, scratch }) => {
  const claims = await Claims.open(launch, scratch)
  await claims.four()
  const { page, side } = claims
  await page.keyboard.press('Control+,')
  const names = page.getByRole('region', { name: 'Own names for verdicts' })
  await names.getByRole('textbox', { name: 'New name' }).fill('misleading')
  await names.getByRole('combobox', { name: 'Means' }).selectOption('disputed')
  await names.getByRole('button', { name: 'Add' }).click()
  await expect(names.getByRole('textbox', { name: 'Name of the verdict misleading' })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()

  await claims.row(BRIDGE).click()
  await side.getByRole('button', { name: /^misleading/ }).click()
  await side.getByRole('form', { name: 'Mark as misleading' }).getByRole('textbox').fill('True, and beside the point.')
  await page.keyboard.press('Control+Enter')
  await expect(claims.row(BRIDGE)).toContainText('misleading, counts as disputed')
  await expect(
    page.getByRole('region', { name: 'Filter of claims' }).getByRole('button', { name: /disputed/ }),
  ).toContainText('1')
  await claims.list.focus()
  await page.keyboard.press('3')
  await claims.write('Plainly so.')
  await expect(claims.row(BRIDGE)).not.toContainText('misleading')
  await page.keyboard.press('Control+,')
  await expect(names).toContainText('One verdict was given by it.')
})

test('answers notes, settles what was said, and tags them', async ({ launch, scratch }) => {
  const claims = await Claims.open(launch, scratch)
  await claims.client.call('note.create', {
    body: 'Ask for the log of the bridge keeper.',
    passages: [await cite(claims.client, /b-evening/, MAYOR)],
  })
  await claims.show('Notes')
  const note = claims.details.getByRole('article', { name: /^Note by/ })
  await note.getByRole('button', { name: /^Reply/ }).click()
  await claims.write('Asked on Monday.')
  await expect(note.getByRole('region', { name: 'Replies' })).toContainText('Asked on Monday.')
  await expect(note).toBeFocused()
  await claims.page.keyboard.press('r')
  await claims.write('It came on Friday.')
  await expect(note.getByText('2 replies')).toBeVisible()
  await note.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(note.getByText('resolved by Ada Reviewer')).toBeVisible()
  await expect(note.getByText('It came on Friday.')).toBeHidden()
  await note.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(note.getByText('It came on Friday.')).toBeVisible()
  await note.getByRole('button', { name: /^Tag …/ }).click()
  await note.getByRole('textbox', { name: 'Name of the tag' }).fill('waiting')
  await note.getByRole('button', { name: 'Make the tag' }).click()
  await expect(note.getByRole('checkbox', { name: 'waiting' })).toBeChecked()
})
