import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { WorkbenchEvent } from '../../src/contract/events'
import { newFolder, startWorkbench, type Started } from '../support/openWorkbench'
import { colleagueWords } from '../../src/renderer/state/colleagueWords'

const RIVER = 'A report says that the river rose by two metres overnight.\n'
const PATIENCE = { timeout: 20_000, interval: 50 }

async function reviewerOn(folder: string, name: string): Promise<Started> {
  const started = await startWorkbench()
  await started.workbench.open(folder)
  await started.client.call('reviewer.rename', { name })
  return started
}

async function statements({ client }: Started): Promise<string[]> {
  const { claims } = await client.call('review.get', {})
  return claims.map(({ statement }) => statement).sort()
}

function colleagueEvents(started: Started): Extract<WorkbenchEvent, { kind: 'colleague-changed' }>[] {
  return started.events.flatMap((event) => (event.kind === 'colleague-changed' ? [event] : []))
}

describe('two reviewers with one folder open', () => {
  it('see each other’s work as it arrives, and hear who did how much', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const ada = await reviewerOn(folder, 'Ada')
    const ben = await reviewerOn(folder, 'Ben')
    await ben.client.call('claim.create', { statement: 'The river rose.', evidence: [] })
    await vi.waitFor(async () => expect(await statements(ada)).toEqual(['The river rose.']), PATIENCE)
    await vi.waitFor(() => expect(colleagueEvents(ada)).not.toEqual([]), PATIENCE)
    expect(colleagueEvents(ada)).toEqual([{ kind: 'colleague-changed', names: ['Ben'], actions: 1 }])
    expect(ada.events).toContainEqual(expect.objectContaining({ kind: 'review-changed' }))

    await ada.client.call('claim.create', { statement: 'It was night.', evidence: [] })
    await vi.waitFor(async () => expect(await statements(ben)).toEqual(['It was night.', 'The river rose.']), PATIENCE)
    expect(colleagueEvents(ben).at(-1)).toMatchObject({ names: ['Ada'] })
    expect([ada.bugs, ben.bugs]).toEqual([[], []])
    expect((await ada.client.call('review.get', {})).undo).toContain('claim')
  })

  it('register a new file once, under one letter, though both notice it', async () => {
    const folder = await newFolder({ 'a.txt': RIVER })
    const both = [await reviewerOn(folder, 'Ada'), await reviewerOn(folder, 'Ben')]
    await writeFile(join(folder, 'b.txt'), 'Another report.\n')
    for (const one of both) {
      await vi.waitFor(async () => {
        const { sources } = await one.client.call('corpus.get', {})
        expect(sources.map(({ path, siglum }) => [path, siglum])).toEqual([
          ['a.txt', 'A'],
          ['b.txt', 'B'],
        ])
      }, PATIENCE)
    }
    expect((await readdir(join(folder, '.crossread', 'writers'))).length).toBe(2)
  })
})

describe('the message about colleagues', () => {
  it('names who it was, counts those that it has no room for, and says how many changes', () => {
    expect(
      [['Ben'], ['Ben', 'Cy'], ['Ben', 'Cy', 'Di'], ['Ben', 'Cy', 'Di', 'Eve'], ['B', 'C', 'D', 'E', 'F']].map(
        (names) => colleagueWords(names, names.length),
      ),
    ).toEqual([
      'Ben: 1 change',
      'Ben and Cy: 2 changes',
      'Ben, Cy and Di: 3 changes',
      'Ben, Cy, Di and 1 other: 4 changes',
      'B, C, D and 2 others: 5 changes',
    ])
  })
})
