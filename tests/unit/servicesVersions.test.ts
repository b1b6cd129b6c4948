import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CitedView } from '../../src/contract/reviewSchemas'
import type { SourceView } from '../../src/contract/schemas'
import type { SourceVersion } from '../../src/contract/versionSchemas'
import { choose } from '../support/reviewedFolder'
import { newFolder, startWorkbench, type Started } from '../support/openWorkbench'

const HARBOUR = 'The harbour was closed at noon because the crane had fallen into the basin.'
const MAYOR = 'The mayor told reporters that four workers were taken to hospital.'
const MARKET = 'The fish market stayed open, and the ferries ran to the islands until dusk.'
const FIRST = `${MARKET}\n\n${HARBOUR}\n\n${MAYOR}\n`
const SECOND = `${HARBOUR}\n\n${MAYOR.replace('four', 'seven')}\n\n${MARKET}\n`
const PATIENCE = { timeout: 20_000, interval: 50 }

async function opened(content = FIRST): Promise<{ started: Started; folder: string }> {
  const folder = await newFolder({ 'a.txt': content })
  const started = await startWorkbench()
  await started.workbench.open(folder)
  return { started, folder }
}

async function reopened(started: Started, folder: string): Promise<Started> {
  await started.workbench.close()
  const again = await startWorkbench({ configDir: started.configDir })
  await again.workbench.open(folder)
  return again
}

async function source({ client }: Started): Promise<SourceView> {
  const [one] = (await client.call('corpus.get', {})).sources
  if (one === undefined) throw new Error('there is no source')
  return one
}

async function versionsOf(started: Started): Promise<SourceVersion[]> {
  return (await started.client.call('source.versions', { sourceId: (await source(started)).id })).versions
}

async function textOf(started: Started): Promise<string> {
  return (await started.client.call('source.text', { sourceId: (await source(started)).id })).text
}

/** Until the text is the one of the file, which nobody asked to be read again. */
async function takenUp(started: Started, content: string): Promise<void> {
  await vi.waitFor(async () => expect(await textOf(started)).toBe(content), PATIENCE)
}

async function claimOn(started: Started, words: string): Promise<string> {
  const passages = [await choose(started.client, 'a.txt', words)]
  const evidence = [{ stance: 'supports' as const, passages }]
  const { review } = await started.client.call('claim.create', { statement: `It says: ${words}`, evidence })
  return review.claims.at(-1)?.evidence[0]?.id ?? ''
}

async function citedBy({ client }: Started, evidenceId: string): Promise<CitedView | undefined> {
  const { claims } = await client.call('review.get', {})
  return claims.flatMap((claim) => claim.evidence).find(({ id }) => id === evidenceId)?.passages[0]
}

const unsettled = async ({ client }: Started) =>
  (await client.call('citation.unsettled', {})).map(({ state, quote, nowText }) => [state, quote, nowText])

describe('a file that changes while its corpus is open', () => {
  it('becomes a new version by itself, and what it did to cited words is told at once', async () => {
    const { started, folder } = await opened()
    const mayor = await claimOn(started, MAYOR)
    const market = await claimOn(started, MARKET)
    await writeFile(join(folder, 'a.txt'), SECOND)
    await takenUp(started, SECOND)
    expect(started.events).toContainEqual({
      kind: 'source-version',
      sourceId: (await source(started)).id,
      siglum: 'A',
      path: 'a.txt',
      touched: 1,
    })
    const seven = MAYOR.replace('four', 'seven')
    expect(await unsettled(started)).toEqual([['changed', MAYOR, seven]])
    expect(await citedBy(started, mayor)).toMatchObject({
      state: 'changed',
      range: null,
      nowText: seven,
      changes: [{ class: 'number', from: 'four', to: 'seven' }],
      settled: null,
    })
    const start = SECOND.indexOf(MARKET)
    expect(await citedBy(started, market)).toMatchObject({ state: 'moved', range: { start }, nowText: null })
    expect(await source(started)).toMatchObject({ state: 'current', problems: [{ code: 'CHANGED' }] })
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(SECOND)
    expect(started.bugs).toEqual([])
  })

  it('has each of its states, also one that it went back to, and each can be read', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    for (const content of [SECOND, FIRST]) {
      await writeFile(join(folder, 'a.txt'), content)
      await takenUp(started, content)
    }
    const versions = await versionsOf(started)
    expect(versions.map(({ current, readings, readable, citedBy }) => [current, readings, readable, citedBy])).toEqual([
      [false, 1, true, 0],
      [true, 2, true, 1],
    ])
    expect((versions[1]?.firstReadAt ?? '') < (versions[0]?.readAt ?? '')).toBe(true)
    const { id } = await source(started)
    for (const [index, content] of [SECOND, FIRST].entries()) {
      const textHash = versions[index]?.textHash ?? ''
      expect((await started.client.call('source.versionText', { sourceId: id, textHash })).text).toBe(content)
    }
    expect(await unsettled(started)).toEqual([])
  })

  it('loses none of many quick changes that stand long enough to be seen, and ends with the last', async () => {
    const { started, folder } = await opened()
    for (let edition = 0; edition < 20; edition += 1)
      await writeFile(join(folder, 'a.txt'), `${FIRST}Edition ${edition}.\n`)
    await takenUp(started, `${FIRST}Edition 19.\n`)
    expect((await versionsOf(started)).every(({ readable }) => readable)).toBe(true)
    expect(started.bugs).toEqual([])
  })

  it('ends as the whole file when it is written slowly, whatever was read of it meanwhile', async () => {
    const { started, folder } = await opened()
    const evidenceId = await claimOn(started, MAYOR)
    const file = join(folder, 'a.txt')
    for (const end of [MARKET.length, MARKET.length + HARBOUR.length + 2, FIRST.length]) {
      await writeFile(file, FIRST.slice(0, end))
      await new Promise((resolve) => setTimeout(resolve, 350))
    }
    await writeFile(file, `${FIRST}The end.\n`)
    await takenUp(started, `${FIRST}The end.\n`)
    expect(await citedBy(started, evidenceId)).toMatchObject({ state: 'exact' })
    expect(await unsettled(started)).toEqual([])
    expect((await versionsOf(started)).every(({ readable }) => readable)).toBe(true)
    expect(started.bugs).toEqual([])
  })

  it('is shown as it was while it is empty or cannot be read, with words that say so', async () => {
    const { started, folder } = await opened()
    await writeFile(join(folder, 'a.txt'), '')
    const told = expect.stringMatching(/has changed and has no text now\. What was read on .* is shown\./) as unknown
    await vi.waitFor(
      async () => expect(await source(started)).toMatchObject({ state: 'changed', problems: [{ message: told }] }),
      PATIENCE,
    )
    expect(await textOf(started)).toBe(FIRST)
    await rm(join(folder, 'a.txt'))
    await writeFile(join(folder, 'a.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0, 0, 0, 0, 0]))
    const binary = expect.stringMatching(/has changed and cannot be read again/) as unknown
    await vi.waitFor(
      async () => expect(await source(started)).toMatchObject({ problems: [{ message: binary }] }),
      PATIENCE,
    )
    expect(await versionsOf(started)).toHaveLength(1)
    await writeFile(join(folder, 'a.txt'), SECOND)
    await takenUp(started, SECOND)
    expect(await source(started)).toMatchObject({ state: 'current', problems: [{ code: 'CHANGED' }] })
    expect(started.bugs).toEqual([])
  })

  it('is shown as it was when it was emptied while its corpus was closed, until it has text again', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await started.workbench.close()
    await writeFile(join(folder, 'a.txt'), ' \n')
    const again = await reopened(started, folder)
    const told = expect.stringMatching(/has changed and has no text now\./) as unknown
    expect(await source(again)).toMatchObject({ state: 'changed', problems: [{ message: told }] })
    expect([await textOf(again), await unsettled(again), await versionsOf(again)]).toMatchObject([
      FIRST,
      [],
      [{ current: true }],
    ])
    await writeFile(join(folder, 'a.txt'), SECOND)
    await takenUp(again, SECOND)
    expect(await source(again)).toMatchObject({ state: 'current' })
  })

  it('is read as empty when that is asked for', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    await writeFile(join(folder, 'a.txt'), '')
    await started.client.call('source.reread', { sourceId: (await source(started)).id })
    expect(await textOf(started)).toBe('')
    const again = await reopened(started, folder)
    expect([await textOf(again), await unsettled(again)]).toEqual(['', [['lost', MAYOR, null]]])
  })

  it('is told of on opening when it changed while its corpus was closed', async () => {
    const { started, folder } = await opened()
    const evidenceId = await claimOn(started, MAYOR)
    await started.workbench.close()
    await writeFile(join(folder, 'a.txt'), SECOND)
    const again = await reopened(started, folder)
    expect(again.events).toContainEqual(expect.objectContaining({ kind: 'source-version', siglum: 'A', touched: 1 }))
    expect(await citedBy(again, evidenceId)).toMatchObject({ state: 'changed', quote: MAYOR })
    expect((await versionsOf(again)).map(({ current }) => current)).toEqual([false, true])
    const third = await reopened(again, folder)
    expect(third.events).not.toContainEqual(expect.objectContaining({ kind: 'source-version' }))
    expect(await unsettled(third)).toHaveLength(1)
  })

  it('is no new version where the new one cannot be kept, until it can', async () => {
    const { started, folder } = await opened()
    await rm(join(folder, '.crossread/snapshots'), { recursive: true })
    await writeFile(join(folder, '.crossread/snapshots'), 'a file where a folder must be')
    await writeFile(join(folder, 'a.txt'), SECOND)
    const told = expect.stringMatching(/could not be kept as a new version/) as unknown
    await vi.waitFor(
      async () => expect(await source(started)).toMatchObject({ state: 'changed', problems: [{ message: told }] }),
      PATIENCE,
    )
    expect(await versionsOf(started)).toMatchObject([{ current: true, readable: true }])
    await rm(join(folder, '.crossread/snapshots'))
    await writeFile(join(folder, 'b.txt'), HARBOUR)
    await takenUp(started, SECOND)
  })

  it('is shown as changed and not registered in a review that is open for reading only', async () => {
    const { started, folder } = await opened()
    const reader = await startWorkbench({ configDir: started.configDir })
    await reader.workbench.open(folder)
    expect((await reader.client.call('corpus.get', {})).readOnly).not.toBeNull()
    await started.workbench.close()
    await writeFile(join(folder, 'a.txt'), SECOND)
    await vi.waitFor(async () => expect(await source(reader)).toMatchObject({ state: 'changed' }), PATIENCE)
    expect(await textOf(reader)).toBe(FIRST)
    expect(await versionsOf(reader)).toHaveLength(1)
  })
})

describe('a version whose copy is gone or is not what it was', () => {
  it('is listed as not readable, with why, and is not compared', async () => {
    const { started, folder } = await opened()
    await writeFile(join(folder, 'a.txt'), SECOND)
    await takenUp(started, SECOND)
    const [first] = await versionsOf(started)
    const copy = join(folder, '.crossread/snapshots', first?.sha256 ?? '')
    await chmod(copy, 0o644)
    await writeFile(copy, 'other bytes')
    const [damaged, whole] = await versionsOf(started)
    expect([damaged?.readable, whole?.readable]).toEqual([false, true])
    expect(damaged?.why).toMatch(/fingerprint/)
    const asked = {
      sourceId: (await source(started)).id,
      from: first?.textHash ?? '',
      to: whole?.textHash ?? '',
      jobId: 'j',
    }
    await expect(started.client.call('source.compareVersions', asked)).rejects.toMatchObject({
      code: 'VERSION_UNREADABLE',
    })
    const unknown = { ...asked, from: '0'.repeat(64) }
    await expect(started.client.call('source.compareVersions', unknown)).rejects.toMatchObject({
      code: 'VERSION_UNKNOWN',
    })
  })
})

describe('a version that a reviewer brings in', () => {
  const bring = (started: Started, versionOf: string, content: string, name = 'other name.txt') =>
    started.client.call('source.importFile', { name, base64: Buffer.from(content).toString('base64'), versionOf })

  it('is shown in place of the file, which stays as it is, until the file changes', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    const { id } = await source(started)
    expect(await bring(started, id, SECOND)).toMatchObject({
      path: 'a.txt',
      state: 'current',
      problems: [{ code: 'IMPORTED_VERSION' }],
    })
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(FIRST)
    expect(await unsettled(started)).toHaveLength(1)
    const again = await reopened(started, folder)
    expect(await textOf(again)).toBe(SECOND)
    expect((await versionsOf(again)).map(({ imported, current }) => [imported, current])).toEqual([
      [false, false],
      [true, true],
    ])
    const checks = (await again.client.call('integrity.verify', {})).checks.filter(({ what }) => what === 'source A')
    expect(checks).toMatchObject([{ ok: true }])
    const third = `${FIRST}A line more.\n`
    await writeFile(join(folder, 'a.txt'), third)
    await takenUp(again, third)
    expect(await textOf(await reopened(again, folder))).toBe(third)
  })

  it('is shown to a colleague who has the folder open, and who settles what it did', async () => {
    const { started, folder } = await opened()
    await claimOn(started, MAYOR)
    const colleague = await startWorkbench()
    await colleague.workbench.open(folder)
    await bring(started, (await source(started)).id, SECOND)
    await takenUp(colleague, SECOND)
    expect(colleague.events).toContainEqual(expect.objectContaining({ kind: 'source-version', touched: 1 }))
    const [one] = await colleague.client.call('citation.unsettled', {})
    if (one === undefined) throw new Error('there is nothing to settle')
    const to = { textHash: one.textHash, range: one.range }
    await colleague.client.call('citation.settle', { on: one.on, what: 'follow', to })
    await vi.waitFor(async () => expect(await unsettled(started)).toEqual([]), PATIENCE)
    const passage = (await started.client.call('review.get', {})).claims[0]?.evidence[0]?.passages[0]
    expect(passage).toMatchObject({ state: 'exact', history: [{ what: 'follow', fromText: MAYOR }] })
    expect([...started.bugs, ...colleague.bugs]).toEqual([])
  })

  it('stays with its source when the file is renamed', async () => {
    const { started, folder } = await opened()
    await bring(started, (await source(started)).id, SECOND)
    await rename(join(folder, 'a.txt'), join(folder, 'b.txt'))
    await vi.waitFor(
      async () => expect(await source(started)).toMatchObject({ path: 'b.txt', siglum: 'A', state: 'current' }),
      PATIENCE,
    )
    expect([await textOf(started), (await versionsOf(started)).length]).toEqual([SECOND, 2])
    expect(await textOf(await reopened(started, folder))).toBe(SECOND)
  })

  it('stays the latest one while its copy is missing, and is shown when that is there', async () => {
    const { started, folder } = await opened()
    await bring(started, (await source(started)).id, SECOND)
    await started.workbench.close()
    const [, { sha256 } = { sha256: '' }] = await versionsOf(await reopened(started, folder))
    const copy = join(folder, '.crossread/snapshots', sha256)
    const away = await startWorkbench()
    await rename(copy, join(folder, 'elsewhere'))
    await away.workbench.open(folder)
    expect(await textOf(away)).toBe(FIRST)
    expect(await source(away)).toMatchObject({ problems: [{ code: 'VERSION_UNREADABLE' }] })
    await away.workbench.close()
    await rename(join(folder, 'elsewhere'), copy)
    const back = await startWorkbench()
    await back.workbench.open(folder)
    expect([await textOf(back), (await versionsOf(back)).length]).toEqual([SECOND, 2])
  })

  it('may be of another format, and is read as what it is whenever it is looked at', async () => {
    const { started, folder } = await opened()
    const { id } = await source(started)
    const page = `<!doctype html><html><head><title>News</title></head><body><article><h1>News</h1><p>${MAYOR}</p><p>${HARBOUR}</p></article></body></html>`
    await bring(started, id, page, 'page.html')
    const text = await textOf(started)
    expect(text).not.toContain('<p>')
    const again = await reopened(started, folder)
    expect(await textOf(again)).toBe(text)
  })

  it('is refused when it is empty, has the bytes that are shown, or its source is not there', async () => {
    const { started } = await opened()
    const { id } = await source(started)
    await expect(bring(started, id, '  \n')).rejects.toMatchObject({ code: 'SOURCE_NOT_ADDED' })
    await expect(bring(started, id, FIRST)).rejects.toMatchObject({ code: 'SOURCE_NOT_ADDED' })
    await expect(bring(started, 'nobody', SECOND)).rejects.toMatchObject({ code: 'SOURCE_UNKNOWN' })
    expect(await versionsOf(started)).toHaveLength(1)
  })
})
