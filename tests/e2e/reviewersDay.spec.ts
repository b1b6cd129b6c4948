import { join } from 'node:path'
import { parseCsv } from '../support/parseCsv'
import { ReviewerAtWork } from './support/reviewer'
import { copyFolder, expect, test } from './support/workbench'

const RECORDINGS = /53 more recordings/
const STUDENTS = /student paper asks/

test('a reviewer opens a folder, compares, makes two claims, decides, quits, finds everything again and exports it', async ({
  launch,
  scratch,
}) => {
  const folder = await copyFolder('corpus', join(scratch, 'Clark'))
  const place = { folder, configDir: join(scratch, 'config') }
  const first = await launch(place)
  const reviewer = new ReviewerAtWork(first)
  await reviewer.begin()
  await reviewer.openPair(RECORDINGS, STUDENTS)

  await expect(reviewer.passages()).toHaveCount(2)
  const [know, medics] = [reviewer.passages().nth(0), reviewer.passages().nth(1)]
  await expect(know).toContainText('We need to know if you')
  await expect(know.getByRole('deletion')).toContainText('okay')
  await expect(know.getByRole('insertion')).toContainText('O.K.')
  await expect(medics.getByRole('insertion').filter({ hasText: 'go' })).toHaveCount(1)

  await reviewer.claimFromPair(/We need to know/, 'The officers asked whether he was all right.', 'Ada Reviewer')
  await decide(reviewer, 'The officers asked', 'verified', 'Both give the same words.')
  await reviewer.claimFromPair(/We need to get you medics/, 'The officers said they could not go over to him.')
  await decide(reviewer, 'could not go over', 'disputed', 'One of them prints the sentence without “go”.')
  await reviewer.saved()
  await first.quit()

  const second = await launch(place)
  const again = new ReviewerAtWork(second)
  await expect(second.page.getByRole('textbox', { name: 'Your name' })).toBeHidden()
  await again.view('Claims')
  const main = second.page.getByRole('main')
  await expect(main.getByText('The officers asked whether he was all right.').first()).toBeVisible()
  await expect(main.getByText('The officers said they could not go over to him.').first()).toBeVisible()
  await expect(main.getByText('Both give the same words.').first()).toBeVisible()

  const markdown = await again.exportReport('Markdown', scratch)
  expect(markdown).toContain('The officers asked whether he was all right')
  expect(markdown).toContain('Ada Reviewer')
  expect(markdown).toMatch(/~~[^~]*okay~~/)
  const html = await again.exportReport('HTML', scratch)
  expect(html).toMatch(/<html[^>]* data-verification="unchecked"/)
  expect(html).toMatch(/<ins[^>]*>.*go.*<\/ins>/)
  const json = JSON.parse(await again.exportReport('JSON', scratch)) as {
    claims: { verdict: string; reason: string }[]
  }
  expect(json.claims.map((claim) => [claim.verdict, claim.reason])).toEqual([
    ['verified', 'Both give the same words.'],
    ['disputed', 'One of them prints the sentence without “go”.'],
  ])
  const [header, ...rows] = parseCsv(await again.exportReport('CSV', scratch))
  const records = rows.map((row) => row[header?.indexOf('record') ?? -1])
  expect(records.filter((record) => record === 'source')).toHaveLength(4)
  expect(records.filter((record) => record === 'claim')).toHaveLength(2)
  expect(records.filter((record) => record === 'evidence')).toHaveLength(4)
})

async function decide(reviewer: ReviewerAtWork, claim: string, verdict: string, reason: string): Promise<void> {
  await reviewer.show('Claims')
  const card = reviewer.details.getByRole('article').filter({ hasText: claim })
  await card.getByRole('group', { name: 'Verdict' }).getByRole('button', { name: verdict, exact: true }).click()
  const form = card.getByRole('form', { name: `Mark as ${verdict}` })
  await form.getByRole('textbox').fill(reason)
  await form.getByRole('button', { name: `Save as ${verdict}` }).click()
  await expect(form).toBeHidden()
  await expect(card).toContainText(reason)
}
