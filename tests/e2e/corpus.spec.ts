import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { textOf, writeFolder } from './support/inventedTexts'
import { dragOver, painted } from './support/paneText'
import { ReviewerAtWork } from './support/reviewer'
import { expect, startServer, test, type LaunchOptions, type RunningWorkbench } from './support/workbench'

const CLOSED = 'The bridge was closed at noon because the river had risen by two metres.'
const MAYOR = 'The mayor says that nobody had warned the town.'
const FILES = {
  'a-morning.txt': textOf('The morning paper on the bridge', [0, CLOSED, 1, MAYOR, 2]),
  'b-evening.txt': textOf('The evening paper on the bridge', [100, CLOSED, 101]),
}
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Launch = (options: LaunchOptions) => Promise<RunningWorkbench>

async function open(launch: Launch, scratch: string, files: Readonly<Record<string, string | Uint8Array>> = FILES) {
  const folder = await writeFolder(join(scratch, 'sources'), files)
  const workbench = await launch({ folder, configDir: join(scratch, 'config') })
  const { page } = workbench
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  return { reviewer: new ReviewerAtWork(workbench), workbench, page, folder, sources: sourcesOf(page) }
}

function sourcesOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Sources' }).getByRole('listitem')
}

test('adds files from the dialog, dropped and pasted, and names each that it could not read', async ({
  launch,
  scratch,
}) => {
  const { page, reviewer, folder, sources } = await open(launch, scratch, {
    ...FILES,
    'scan.txt': PNG,
    'minutes.pdf': '%PDF-1.4',
  })
  await reviewer.begin()
  await expect(sources).toHaveCount(2)
  await page.getByRole('button', { name: '2 files were set aside' }).click()
  const report = page.getByRole('dialog', { name: 'What was read' })
  await expect(report.getByRole('listitem').filter({ hasText: 'scan.txt' })).toContainText('PNG picture')
  await expect(report.getByRole('listitem').filter({ hasText: 'minutes.pdf' })).toContainText('PDF')
  await report.getByRole('button', { name: 'Done' }).click()

  // From now on, and not only when the key is pressed: the system's own dialog could be quicker than the asking.
  page.on('filechooser', () => undefined)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+I')])
  await chooser.setFiles([
    file('c-weekly.txt', textOf('The weekly on the bridge', [200, CLOSED])),
    file('empty.txt', ''),
    file('picture.txt', PNG),
    file('again.txt', FILES['b-evening.txt']),
    file('Café\u0301 – “Zürich”.md', textOf('Ümläute überall', [201])),
  ])
  const line = (name: string): Locator => report.getByRole('listitem').filter({ hasText: name })
  await expect(report.getByRole('heading', { name: 'Added in this window: 3, not added: 2' })).toBeVisible()
  await expect(line('c-weekly.txt')).toContainText(/✓ added.*Added as C, c-weekly\.txt/)
  await expect(line('empty.txt')).toContainText(/✕ not added.*The file is empty\./)
  await expect(line('picture.txt')).toContainText(/✕ not added.*PNG picture/)
  await expect(line('again.txt').first()).toContainText(/✓ added.*holds the same bytes as B \(b-evening\.txt\)/)
  await expect(line('Zürich').first()).toContainText('✓ added')
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(sources).toHaveCount(5)

  await drop(page, 'dropped.md', '# A dropped text\n\nIt fell onto the window.\n')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('dropped.md: Added as F')
  await expect(sources.filter({ hasText: 'A dropped text' })).toBeVisible()

  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByRole('menuitem', { name: 'Paste a text …' }).click()
  const paste = page.getByRole('dialog', { name: 'Paste a text' })
  await paste.getByRole('textbox', { name: 'Text' }).fill('A letter to the editor, as it was sent.')
  await paste.getByRole('textbox', { name: 'Title' }).fill('A letter')
  await paste.getByRole('textbox', { name: 'Outlet' }).fill('The Morning Paper')
  await paste.getByRole('combobox', { name: 'Kind' }).selectOption('opinion')
  await paste.getByRole('button', { name: 'Add source' }).click()
  await expect(sources.filter({ hasText: 'A letter' })).toContainText('The Morning Paper')
  const kept = await readFile(join(folder, 'A letter.txt'), 'utf8')
  expect(kept).toMatch(/^---\n[^]*outlet: "The Morning Paper"\n[^]*---\nA letter to the editor, as it was sent\.$/)
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['c-weekly.txt', 'again.txt', 'dropped.md', 'scan.txt']))
  expect(await readdir(folder)).not.toContain('empty.txt')
})

function file(name: string, content: string | Buffer): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) }
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text ?? ''], fileName ?? ''))
      return transfer
    },
    [name, content],
  )
  await page.dispatchEvent('main', 'dragenter', { dataTransfer })
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

test('shows what happened to files on the disk, and says of each cited passage whether its words still stand', async ({
  launch,
  scratch,
}) => {
  const { page, reviewer, folder, sources } = await open(launch, scratch)
  await reviewer.begin()
  await reviewer.openPair(/morning paper/, /evening paper/)
  await claim(reviewer, CLOSED, 'It was closed.', 'Ada Reviewer')
  await claim(reviewer, MAYOR, 'Nobody was warned.')

  await writeFile(join(folder, 'a-morning.txt'), textOf('The morning paper on the bridge', [CLOSED, 7, 8, 9]))
  await writeFile(join(folder, 'c-late.txt'), textOf('The late edition', [300]))
  await expect(sources.filter({ hasText: 'The late edition' })).toBeVisible()
  await expect(reviewer.pane(1).getByRole('document')).not.toContainText(MAYOR)
  const lost = cardOf(reviewer, 'Nobody was warned.')
  await expect(lost).toContainText('! look at the evidence')
  await expect(lost).toContainText('The cited words are not in the source any more. They are shown as they were cited.')
  await expect(lost).toContainText('Neither the words nor their place were found.')
  await expect(lost).toContainText(MAYOR)
  await expect(lost.getByRole('button', { name: /^Show in text/ })).toBeHidden()
  expect(await painted(reviewer.pane(1), 'claim-unverified')).toEqual([CLOSED])
  const moved = await unfold(reviewer, 'It was closed.')
  await expect(moved).toContainText('moved')
  await moved.getByRole('button', { name: /^Show in text/ }).click()
  await expect.poll(() => painted(reviewer.pane(1), 'revealed')).toEqual([CLOSED])

  const rise = CLOSED.replace('two', 'three')
  await writeFile(join(folder, 'a-morning.txt'), textOf('The morning paper on the bridge', [0, rise, 1]))
  const changed = cardOf(reviewer, 'It was closed.')
  await expect(changed).toContainText('! the words have changed')
  await expect(changed).toContainText('A number changed: two, now three')
  await expect(changed).toContainText(CLOSED)

  await rename(join(folder, 'b-evening.txt'), join(scratch, 'elsewhere.txt'))
  await expect(sources.filter({ hasText: 'The evening paper' })).toContainText('file missing')
  await expect(reviewer.pane(2).getByText('You see the copy that was kept when it was read.')).toBeVisible()
  await expect(reviewer.pane(2).getByRole('document')).toContainText(CLOSED)
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('region', { name: 'Preview', exact: true })).toBeVisible()
  const exported = await reviewer.exportReport('Markdown', scratch)
  expect(exported).toMatch(/not found|lost|no longer/i)
  expect(exported).toContain('- A number changed: two, now three')
})

async function claim(reviewer: ReviewerAtWork, words: string, statement: string, name?: string): Promise<void> {
  await dragOver(reviewer.page, reviewer.pane(1), words)
  await reviewer.page.keyboard.press('c')
  const field = reviewer.page.getByRole('textbox', { name: 'Statement to be checked' })
  await expect(field).toHaveValue(words)
  if (name !== undefined) await reviewer.giveName(name)
  await field.fill(statement)
  await field.press('Control+Enter')
  await expect(cardOf(reviewer, statement)).toBeVisible()
}

function cardOf(reviewer: ReviewerAtWork, statement: string): Locator {
  return reviewer.details
    .getByRole('article')
    .filter({ has: reviewer.page.getByRole('button', { name: statement, exact: true }) })
}

async function unfold(reviewer: ReviewerAtWork, statement: string): Promise<Locator> {
  const card = cardOf(reviewer, statement)
  await card.getByRole('button', { name: statement, exact: true }).click()
  return card
}

test('keeps corrected details of a source, and the corpus’s new name, over a restart', async ({ launch, scratch }) => {
  const { page, reviewer, workbench, sources } = await open(launch, scratch)
  await reviewer.begin()
  await sources.first().getByRole('button', { name: 'More for A' }).click()
  await page.getByRole('menuitem', { name: 'Details …' }).click()
  const details = page.getByRole('dialog', { name: 'Source details' })
  await expect(details.getByText('Guessed from the first line.')).toBeVisible()
  await details.getByRole('textbox', { name: 'Title' }).fill('The flood, as the morning had it')
  await details.getByRole('textbox', { name: 'Outlet' }).fill('Morning Paper')
  await details.getByRole('textbox', { name: 'Published' }).fill('around 1953')
  await details.getByRole('button', { name: 'Keep changes' }).click()
  await expect(details).toBeHidden()
  await expect(sources.first()).toContainText('The flood, as the morning had it')
  await page.getByRole('button', { name: /^Corpus / }).click()
  await page.getByRole('menuitem', { name: /^Rename this corpus/ }).click()
  const renaming = page.getByRole('dialog', { name: 'Rename this corpus' })
  await renaming.getByRole('textbox', { name: 'Name' }).fill('The flood of 1953')
  await renaming.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('button', { name: 'Corpus The flood of 1953' })).toBeVisible()
  await reviewer.saved()
  await workbench.quit()

  const again = await launch({ folder: join(scratch, 'sources'), configDir: join(scratch, 'config') })
  await expect(again.page.getByRole('button', { name: 'Corpus The flood of 1953' })).toBeVisible()
  await expect(sourcesOf(again.page).first()).toContainText('The flood, as the morning had it')
  await expect(sourcesOf(again.page).first()).toContainText('Morning Paper, around 1953')
  await expect(new ReviewerAtWork(again).pane(1)).toHaveAccessibleName(/The flood, as the morning had it/)
  await again.page.keyboard.press('Control+Z')
  await expect(again.page.getByRole('button', { name: 'Corpus sources' })).toBeVisible()
  expect(await readFile(join(scratch, 'sources', 'a-morning.txt'), 'utf8')).toBe(FILES['a-morning.txt'])
})

test('says in a second window that it is read only, and takes no change until the first is gone', async ({
  launch,
  scratch,
}) => {
  const folder = await writeFolder(join(scratch, 'sources'), FILES)
  const place = { folder, configDir: join(scratch, 'config') }
  const first = await startServer(place)
  const second = await launch(place)
  const { page } = second
  const reviewer = new ReviewerAtWork(second)
  await reviewer.begin()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/Read only/)
  await expect(page.getByText(/^Read only\. /)).toContainText('another window')
  await reviewer.openPair(/morning paper/, /evening paper/)
  await reviewer.choosePassage(CLOSED)
  await expect(reviewer.details.getByRole('button', { name: /^Make a claim/ })).toBeHidden()
  await page.keyboard.press('Control+Shift+C')
  await drop(page, 'dropped.txt', 'A text that must not be added.')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/open|window|read/i)
  await expect(page.getByRole('textbox', { name: 'Statement to be checked' })).toBeHidden()
  expect((await readdir(folder)).sort()).toEqual(['.crossread', 'a-morning.txt', 'b-evening.txt'])
  await second.quit()
  await first.quit()

  const third = await launch(place)
  await expect(third.page.getByRole('status', { name: 'Saving' })).toHaveText(/Saved/)
  const writing = new ReviewerAtWork(third)
  await writing.claimFromPair(CLOSED, 'It was closed.', 'Ada Reviewer')
})

test('finds sources, texts, claims and notes from one field, and goes where they are', async ({ launch, scratch }) => {
  const { page, reviewer } = await open(launch, scratch)
  await reviewer.begin()
  await reviewer.openPair(/evening paper/, /morning paper/)
  await reviewer.claimFromPair(CLOSED, 'Was the crossing shut by dusk?', 'Ada Reviewer')
  await dragOver(page, reviewer.pane(2), MAYOR)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('Ring the mayor about the sandbags.')
  await page.keyboard.press('Control+Enter')
  await expect(reviewer.details.getByText('Ring the mayor about the sandbags.')).toBeVisible()

  await search(page, 'MAYOR SAYS', 'In the texts', MAYOR)
  await expect.poll(() => painted(reviewer.pane(2), 'revealed')).toEqual(['mayor says'])
  await search(page, 'crossing shut', 'Claims', 'Was the crossing shut by dusk?')
  await expect(cardOf(reviewer, 'Was the crossing shut by dusk?')).toBeVisible()
  await search(page, 'sandbags', 'Notes', 'Ring the mayor')
  await expect(reviewer.details.getByRole('article', { name: 'Note by Ada Reviewer' })).toBeVisible()
  await search(page, 'morning paper', 'Sources', 'The morning paper on the bridge')
  await expect(reviewer.pane(2).getByRole('document')).toBeVisible()
  await search(page, 'see the rep', 'Commands', 'Report', 'report')
  await expect(page.getByRole('tab', { name: 'Markdown' })).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('no such thing anywhere')
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('status')).toContainText(
    'Nothing found for “no such thing anywhere”',
  )
})

async function search(page: Page, query: string, group: string, found: string, typed = query): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type(typed)
  const dialog = page.getByRole('dialog', { name: 'Search' })
  const hit = dialog.getByRole('group', { name: group }).getByRole('option').filter({ hasText: found }).first()
  await expect(hit).toBeVisible()
  for (let presses = 0; (await hit.getAttribute('aria-selected')) !== 'true' && presses < 20; presses += 1)
    await page.keyboard.press('ArrowDown')
  await expect(hit).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

test('says what to do in a folder without sources, and opens up with the first one', async ({ launch, scratch }) => {
  const { page, sources } = await open(launch, scratch, {})
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'This folder holds no sources yet' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Guide' })).toBeHidden()
  await main.getByRole('button', { name: 'Paste a text …' }).click()
  const paste = page.getByRole('dialog', { name: 'Paste a text' })
  await paste.getByRole('button', { name: 'Add source' }).click()
  await expect(paste.getByText('Paste or write the text of the source first.')).toBeVisible()
  await paste.getByRole('textbox', { name: 'Text' }).fill('The first text of all.')
  await paste.getByRole('button', { name: 'Add source' }).click()
  await expect(sources).toHaveCount(1)
  await expect(main.getByRole('document')).toContainText('The first text of all.')
  await expect(main.getByRole('heading', { name: 'One source alone cannot be compared' })).toBeVisible()
})

test('shows hostile sources as the words they are and runs nothing of them', async ({ launch, scratch }) => {
  const attack = '<img src=x onerror="window.ran=1"><script>window.ran=2</script><svg onload="window.ran=3"></svg>'
  const { page, reviewer } = await open(launch, scratch, {
    'a-plain.txt': `---\ntitle: ${attack}\noutlet: ${attack}\nurl: javascript:window.ran=4\n---\n${textOf(attack, [attack, CLOSED, 0])}`,
    'b-page.html': `<!doctype html><title>A page</title><body onload="window.ran=5"><article><h1>A page</h1>${attack}
      <p>${CLOSED} <a href="javascript:window.ran=6">It said so</a> at length, in many words, and again in more of them.</p>
      <p>&lt;img src=x onerror="window.ran=7"&gt; stood in the page, as words, and a reader sees them as such.</p>
      <iframe srcdoc="<script>parent.ran=8</script>"></iframe><object data="data:text/html,x"></object></article>`,
  })
  await reviewer.begin()
  await reviewer.openPair(/<img src=x/, /A page/)
  await expect(reviewer.pane(1).getByRole('document')).toContainText(attack)
  await expect(reviewer.pane(2).getByRole('document')).toContainText(
    '<img src=x onerror="window.ran=7"> stood in the page',
  )
  await expect(reviewer.pane(2).getByRole('document')).not.toContainText('window.ran=2')
  await reviewer.claimFromPair(CLOSED, attack, attack)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('onerror')
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await reviewer.view('Claims')
  await expect(
    page.getByRole('listbox', { name: 'Claims' }).getByRole('paragraph').filter({ hasText: attack }),
  ).toBeVisible()
  const html = await reviewer.exportReport('HTML', scratch)
  expect(html).not.toMatch(/<img|<svg|<script|href="javascript/i)
  await expect(page.getByRole('region', { name: 'Preview of the HTML report' })).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined()
  expect(await page.locator('img, iframe, object, a[href^="javascript"]').count()).toBe(0)
})
