import { beforeAll, describe, expect, it } from 'vitest'
import type { Transport } from '../../../src/contract/client'
import type { WorkbenchEvent } from '../../../src/contract/events'
import type { Workbench } from '../../../src/renderer/state/workbench.svelte'
import { newFolder, startWorkbench } from '../../support/openWorkbench'
import { loadRendererState } from '../../support/rendererState'

type State = { readonly openPage: (transport: Transport) => Promise<Workbench> }

let state: State
beforeAll(async () => {
  state = await loadRendererState<State>(`
    import { createClient } from '../contract/client'
    import { Workbench } from './state/workbench.svelte'
    export async function openPage(transport) {
      const workbench = new Workbench(createClient(transport))
      await workbench.start()
      return workbench
    }`)
})

type Page = { readonly workbench: Workbench; readonly asked: string[]; deaf: boolean }

/** The whole program without a window, and as many pages over it as two windows and more would be. */
async function openProgram() {
  const listeners: { readonly tell: (event: WorkbenchEvent) => void; page: Page | null }[] = []
  const started = await startWorkbench({
    heard: (event) => {
      for (const { tell, page } of listeners) if (page?.deaf !== true) tell(event)
    },
  })
  await started.workbench.open(await newFolder({ 'a.txt': 'Ten people saw the light \u{1F50E} over the bridge.\r\n' }))
  async function openPage(): Promise<Page> {
    const asked: string[] = []
    const workbench = await state.openPage({
      invoke: (endpoint, input) => {
        asked.push(endpoint)
        return started.workbench.router.call(endpoint, input)
      },
      subscribe: (tell) => {
        listeners.push({ tell, page: null })
        return () => undefined
      },
    })
    const page = { workbench, asked, deaf: false }
    const [listener] = listeners.slice(-1)
    if (listener !== undefined) listener.page = page
    asked.length = 0
    return page
  }
  return { openPage, host: started.workbench }
}

function statements({ workbench }: Page): string[] {
  return (workbench.review?.claims ?? []).map((claim) => claim.statement)
}

describe('a page', () => {
  it('learns of its own changes from their answers, and asks for nothing', async () => {
    const program = await openProgram()
    const page = await program.openPage()
    await page.workbench.ask('claim.create', { statement: 'one', evidence: [] })
    await page.workbench.ask('claim.create', { statement: 'two', evidence: [] })
    expect(statements(page)).toEqual(['one', 'two'])
    expect(page.asked).toEqual(['claim.create', 'claim.create'])
  })

  it('asks once for what another page changed, and keeps the claims that did not change', async () => {
    const program = await openProgram()
    const [page, other] = [await program.openPage(), await program.openPage()]
    await other.workbench.ask('claim.create', { statement: 'one', evidence: [] })
    await expect.poll(() => statements(page)).toEqual(['one'])
    const [one] = page.workbench.review?.claims ?? []
    await other.workbench.ask('claim.create', { statement: 'two', evidence: [] })
    await expect.poll(() => statements(page)).toEqual(['one', 'two'])
    expect(page.asked).toEqual(['review.since', 'review.since'])
    expect(page.workbench.review?.claims[0]).toBe(one)
  })

  it('asks again for what was changed while it asked', async () => {
    const program = await openProgram()
    const [page, other] = [await program.openPage(), await program.openPage()]
    const all = Array.from({ length: 12 }, (_, number) => `claim ${number}`)
    await Promise.all(all.map((statement) => other.workbench.ask('claim.create', { statement, evidence: [] })))
    await expect.poll(() => statements(page).toSorted()).toEqual(all.toSorted())
    expect(page.workbench.review?.revision).toBe(other.workbench.review?.revision)
  })

  it('asks for what it missed when an answer builds on changes that it never heard of', async () => {
    const program = await openProgram()
    const [page, other] = [await program.openPage(), await program.openPage()]
    page.deaf = true
    await other.workbench.ask('claim.create', { statement: 'one', evidence: [] })
    await page.workbench.ask('claim.create', { statement: 'two', evidence: [] })
    await expect.poll(() => statements(page)).toEqual(['one', 'two'])
    expect(page.asked).toEqual(['claim.create', 'review.since'])
  })

  it('takes the whole review when another folder was opened, though its revision is of the one before', async () => {
    const program = await openProgram()
    const page = await program.openPage()
    await page.workbench.ask('claim.create', { statement: 'one', evidence: [] })
    await program.host.open(await newFolder({ 'b.txt': 'Nobody slept.' }))
    await expect.poll(() => statements(page)).toEqual([])
    await page.workbench.ask('claim.create', { statement: 'elsewhere', evidence: [] })
    await expect.poll(() => statements(page)).toEqual(['elsewhere'])
  })

  it('shows what was undone on both pages as it was', async () => {
    const program = await openProgram()
    const [page, other] = [await program.openPage(), await program.openPage()]
    await page.workbench.ask('claim.create', { statement: 'one', evidence: [] })
    await page.workbench.ask('claim.create', { statement: 'two', evidence: [] })
    await expect.poll(() => statements(other)).toEqual(['one', 'two'])
    await other.workbench.undo()
    expect(statements(other)).toEqual(['one'])
    await expect.poll(() => statements(page)).toEqual(['one'])
    expect(page.workbench.review?.redo).toBe(other.workbench.review?.redo)
  })
})
