import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CitedView } from '../../src/contract/reviewSchemas'
import { MOST_EARLIER_TEXTS } from '../../src/main/services/earlierTexts'
import { choose } from '../support/reviewedFolder'
import { newFolder, startWorkbench, type Started } from '../support/openWorkbench'

const TWIN = 'The bridge over the river was closed at noon because the water had risen.'
const MORNING = `In the morning the ferry still ran. ${TWIN} Drivers turned back at the toll house.`
const EVENING = `At dusk a clerk read out the order of the council. ${TWIN} Nobody in the room objected to it.`
const BEFORE = `${MORNING}\n\nThe market stayed open.\n\n${EVENING}\n`
/** The first of the two sentences is gone, and its neighbours with it: only the other is left. */
const AFTER = `The market stayed open all day.\n\n${EVENING}\n`

async function noteOn(started: Started, words: string): Promise<void> {
  const passages = [await choose(started.client, 'a.txt', words)]
  await started.client.call('note.create', { body: 'Ask again.', passages })
}

async function cited({ client }: Started): Promise<CitedView | undefined> {
  const { notes } = await client.call('review.get', {})
  return notes[0]?.passages[0]
}

async function statesOf({ client }: Started): Promise<(string | undefined)[]> {
  const { notes } = await client.call('review.get', {})
  return notes.map((note) => note.passages[0]?.state)
}

async function reread({ client }: Started, folder: string, content: string): Promise<void> {
  await writeFile(join(folder, 'a.txt'), content)
  const { sources } = await client.call('corpus.get', {})
  await client.call('source.reread', { sourceId: sources[0]?.id ?? '' })
}

async function reopened(started: Started, folder: string): Promise<Started> {
  await started.workbench.close()
  const again = await startWorkbench()
  await again.workbench.open(folder)
  return again
}

async function opened(content: string, others: Readonly<Record<string, string>> = {}) {
  const folder = await newFolder({ 'a.txt': content, ...others })
  const started = await startWorkbench()
  await started.workbench.open(folder)
  return { started, folder }
}

describe('a sentence that stood twice, and of which the cited one was deleted', () => {
  it('is lost and never its twin, when the file is read again and when the folder is opened again', async () => {
    const { started, folder } = await opened(BEFORE)
    await noteOn(started, TWIN)
    await reread(started, folder, AFTER)
    const lost = {
      state: 'lost',
      range: null,
      why: expect.stringMatching(/not the cited ones/) as unknown,
      changes: [],
    }
    expect(await cited(started)).toMatchObject(lost)
    const again = await reopened(started, folder)
    expect(await cited(again)).toMatchObject(lost)
  })

  it('is lost in reports and checks too, which say why', async () => {
    const { started, folder } = await opened(BEFORE)
    await noteOn(started, TWIN)
    await reread(started, folder, AFTER)
    const why = 'The words are gone from their place; the same ones, which stood elsewhere all along, are not the cited'
    for (const format of ['md', 'html', 'json', 'csv'] as const) {
      const { content } = await started.client.call('report.render', { format })
      expect(content).toContain(why)
    }
    const { checks } = await started.client.call('integrity.verify', {})
    expect(checks.filter((check) => check.what.startsWith('note '))).toMatchObject([
      { ok: false, message: expect.stringContaining(why) as unknown },
    ])
  })

  it('does not set its twin aside, when it was ruled to be furniture', async () => {
    const { started, folder } = await opened(BEFORE)
    const passage = await choose(started.client, 'a.txt', TWIN)
    await started.client.call('source.setFurniture', { passage, furniture: true })
    await reread(started, folder, AFTER)
    const { sourceId } = passage
    expect((await started.client.call('source.text', { sourceId })).furniture).toEqual([])
    const again = await reopened(started, folder)
    expect((await again.client.call('source.text', { sourceId })).furniture).toEqual([])
  })

  it('is lost when an undo brings its citation back after the file was read twice more', async () => {
    const { started, folder } = await opened(BEFORE)
    await noteOn(started, TWIN)
    const { notes } = await started.client.call('review.get', {})
    await started.client.call('note.remove', { noteId: notes[0]?.id ?? '' })
    await reread(started, folder, `${AFTER}\nA line more.\n`)
    await reread(started, folder, AFTER)
    const { notes: back } = await started.client.call('review.undo', {})
    expect(back[0]?.passages).toMatchObject([{ state: 'lost', range: null }])
    expect(started.bugs).toEqual([])
  })

  it('is lost in match decisions, which do not hold for its twin', async () => {
    const { started, folder } = await opened(BEFORE, { 'b.txt': `${TWIN} So it was told.\n` })
    const [a, b] = [await choose(started.client, 'a.txt', TWIN), await choose(started.client, 'b.txt', TWIN)]
    await started.client.call('match.decide', { what: 'reject', removed: [{ a, b }], added: [] })
    await reread(started, folder, AFTER)
    const pair = { a: a.sourceId, b: b.sourceId, jobId: 'job' }
    const { decisions } = await started.client.call('match.pair', pair)
    expect(decisions).toMatchObject([{ state: 'lost', removed: [{ a: null, b: { start: 0 } }] }])
  })

  it('is known from its twin in every text that is cited, however many there are', async () => {
    const { started, folder } = await opened(BEFORE)
    const editions = MOST_EARLIER_TEXTS + 8
    for (let edition = 0; edition < editions; edition += 1) {
      await reread(started, folder, `${BEFORE}\nEdition ${edition}.\n`)
      await noteOn(started, TWIN)
    }
    await reread(started, folder, AFTER)
    const states = Array.from({ length: editions }, () => 'lost')
    expect(await statesOf(started)).toEqual(states)
    expect(await statesOf(await reopened(started, folder))).toEqual(states)
  })

  it('is found when it comes back', async () => {
    const { started, folder } = await opened(BEFORE)
    await noteOn(started, TWIN)
    await reread(started, folder, AFTER)
    await reread(started, folder, BEFORE)
    const start = BEFORE.indexOf(TWIN)
    expect(await cited(started)).toMatchObject({
      state: 'exact',
      range: { start, endExclusive: start + TWIN.length },
    })
  })

  it('is looked up without the text that it was cited from, when that was not kept, and nothing fails', async () => {
    const { started, folder } = await opened(BEFORE)
    await noteOn(started, TWIN)
    await started.workbench.close()
    await rm(join(folder, '.crossread/snapshots'), { recursive: true })
    await writeFile(join(folder, 'a.txt'), AFTER)
    const again = await reopened(started, folder)
    expect(await cited(again)).toMatchObject({ state: 'moved', quote: TWIN })
    await reread(again, folder, BEFORE)
    expect(await cited(again)).toMatchObject({ state: 'exact' })
    expect(again.bugs).toEqual([])
  })
})

describe('a number that changed in cited words', () => {
  it('is named with both wordings, also when the folder is opened again', async () => {
    const told = 'The council told reporters that four people were taken to hospital after the storm.'
    const { started, folder } = await opened(`${MORNING}\n\n${told}\n`)
    await noteOn(started, told)
    await reread(started, folder, `${MORNING}\n\n${told.replace('four', 'seven')}\n`)
    const changed = { state: 'changed', range: null, changes: [{ class: 'number', from: 'four', to: 'seven' }] }
    expect(await cited(started)).toMatchObject(changed)
    const again = await reopened(started, folder)
    expect(await cited(again)).toMatchObject(changed)
    const { content } = await again.client.call('report.render', { format: 'md' })
    expect(content).toContain('A number changed: four, now seven')
  })
})
