import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type Transport } from '../../src/contract/client'
import { endpoints, type EndpointName } from '../../src/contract/endpoints'
import type { WorkbenchEvent } from '../../src/contract/events'
import { createEventHub } from '../../src/main/hosts/shared/eventHub'
import { createWorkbench, type Workbench } from '../../src/main/workbench'
import { DIALOG_ENDPOINTS, walkContract, type Transcript } from '../support/contractWalk'
import { startLoopbackClient } from '../support/loopbackClient'

const scratch: string[] = []
let direct: Transcript
let loopback: Transcript
let events: WorkbenchEvent[]

beforeAll(async () => {
  const first = await openWorkbench('direct')
  direct = await walkContract(createClient(directTransport(first.workbench)), first.folder)
  await first.workbench.close()
  const second = await openWorkbench('loopback')
  const page = join(second.folder, '../page')
  await mkdir(page)
  await writeFile(join(page, 'index.html'), '<!doctype html><title>A page</title>')
  const host = await startLoopbackClient(second.workbench.router, second.hub.subscribe, page)
  events = []
  host.client.subscribe((event) => events.push(event))
  loopback = await walkContract(host.client, second.folder)
  await host.close()
  await second.workbench.close()
})
afterAll(async () => {
  await Promise.all(scratch.map((folder) => rm(folder, { recursive: true, force: true })))
})

describe('the contract', () => {
  it('is walked whole: every endpoint is called', () => {
    const called = new Set(direct.map((entry) => entry.endpoint))
    const named: EndpointName[] = Object.keys(endpoints) as EndpointName[]
    expect(named.filter((name) => !called.has(name) && !DIALOG_ENDPOINTS.includes(name))).toEqual([])
  })

  it('answers the same over the loopback host as directly', () => {
    expect(loopback).toEqual(direct)
  })

  it('answers only with error codes that the endpoint declares', () => {
    const always = ['BAD_INPUT', 'NO_CORPUS']
    for (const { endpoint, answer } of direct) {
      const code = (answer as { code?: string } | null)?.code
      if (code !== undefined) expect([...always, ...endpoints[endpoint].errors], endpoint).toContain(code)
    }
  })

  it('tells the renderers of changes and of saving', () => {
    const kinds = new Set(events.map((event) => event.kind))
    expect([...kinds].sort()).toEqual([
      'corpus-changed',
      'job-ended',
      'job-progress',
      'preferences-changed',
      'review-changed',
      'saving',
      'source-version',
    ])
  })

  it('answers NO_CORPUS to everything that needs one before a folder is open', async () => {
    const { workbench } = await openWorkbench('direct')
    expect(await workbench.router.call('review.get', {})).toMatchObject({ ok: false, error: { code: 'NO_CORPUS' } })
    await workbench.close()
  })

  it('refuses dialogs where the host has none', async () => {
    const { workbench, folder } = await openWorkbench('loopback')
    await workbench.open(folder)
    expect(await workbench.router.call('corpus.chooseFolder', {})).toMatchObject({
      error: { code: 'NOT_AVAILABLE_HERE' },
    })
    expect(await workbench.router.call('report.save', { format: 'md' })).toMatchObject({
      error: { code: 'NOT_AVAILABLE_HERE' },
    })
    await workbench.close()
  })
})

function directTransport(workbench: Workbench): Transport {
  return {
    // As over a wire: what goes in and out is JSON.
    invoke: async (endpoint, input) =>
      JSON.parse(JSON.stringify(await workbench.router.call(endpoint, JSON.parse(JSON.stringify(input))))) as unknown,
    subscribe: () => () => undefined,
  }
}

async function openWorkbench(kind: 'direct' | 'loopback') {
  const place = await mkdtemp(join(tmpdir(), 'crossread-contract-'))
  scratch.push(place)
  const folder = join(place, 'sources')
  await mkdir(folder)
  await writeFile(
    join(folder, 'first.txt'),
    'The first source says that the river rose by two metres overnight.\nIt fell again by noon.\n',
  )
  await writeFile(
    join(folder, 'second.txt'),
    'A second source says that the river rose by two metres overnight, too.\n',
  )
  const hub = createEventHub()
  const workbench = await createWorkbench({
    host: { kind, version: '0.0.0', dialogs: null },
    configDir: join(place, 'config'),
    dataFolder: null,
    workerUrl: null,
    emit: hub.emit,
    onBug: (error, where) => {
      throw new Error(`a bug in ${where}`, { cause: error })
    },
  })
  return { workbench, folder, hub }
}
