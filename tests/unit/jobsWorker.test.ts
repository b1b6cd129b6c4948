import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { comparePair } from '../../src/main/jobs/comparePair'
import { createJobs } from '../../src/main/jobs/createJobs'
import { followVersions } from '../../src/main/jobs/followVersions'
import type { PairJob } from '../../src/main/services/ports'

let folder: string
let workerUrl: URL

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-worker-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, '../../src/main/jobs/matchWorker.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'matchWorker.mjs' } },
    },
  })
  workerUrl = pathToFileURL(join(folder, 'matchWorker.mjs'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const LONG = Array.from({ length: 300_000 }, (_, at) => `w${(at * 7_919) % 99_991}`).join(' ')
const ignore = () => {}

function job(jobId: string, text = 'The harbour wall was never repaired at all, he said.'): PairJob {
  const side = { text, setAside: [] }
  return { jobId, label: 'Comparing A and B', a: side, b: side, settings: DEFAULT_MATCH_SETTINGS, decisions: [] }
}

async function failureOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => new Error('it should have failed'),
    (reason: unknown) => reason,
  )
  return { code: (error as { code?: string }).code, message: (error as Error).message }
}

describe('jobs in worker threads', () => {
  it('give what the same computation gives in place', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const here = comparePair(job('x'), undefined, () => 0)
    const there = await jobs.matchPair(job('one'), ignore)
    expect({ ...there, elapsedMs: 0 }).toEqual(here)
    expect(here.passages).toHaveLength(1)
    expect(there.elapsedMs).toBeGreaterThan(0)
    await jobs.close()
  })

  it('all come to an end when there are more of them than workers', async () => {
    const jobs = createJobs({ workerUrl, workers: 2 })
    const results = await Promise.all(
      Array.from({ length: 7 }, (_, at) =>
        jobs.matchPair(job(`j${at}`, `job ${at} has these seven shared words`), ignore),
      ),
    )
    expect(results.map(({ passages }) => passages.length)).toEqual(Array(7).fill(1))
    await jobs.close()
  })

  it('can be cancelled while they run and while they wait, and the pool goes on', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    let cancelled: boolean | null = null
    const running = failureOf(
      jobs.matchPair(job('running', LONG), () => {
        cancelled ??= jobs.cancel('running')
      }),
    )
    const waiting = failureOf(jobs.matchPair(job('waiting'), ignore))
    const last = jobs.matchPair(job('last'), ignore)
    expect(jobs.cancel('waiting')).toBe(true)
    expect(jobs.cancel('nobody')).toBe(false)
    expect(await waiting).toEqual({ code: 'CANCELLED', message: 'Comparing A and B was stopped.' })
    expect(await running).toEqual({ code: 'CANCELLED', message: 'Comparing A and B was stopped.' })
    expect(cancelled).toBe(true)
    expect((await last).passages).toHaveLength(1)
    expect(jobs.cancel('last')).toBe(false)
    await jobs.close()
  })

  it('tell their progress, never falling', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const told: number[] = []
    await jobs.matchPair(job('long', LONG), (done) => told.push(done))
    expect(told.length).toBeGreaterThan(3)
    expect(told).toEqual([...told].sort((one, two) => one - two))
    await jobs.close()
  })

  it('reject with a clear message when the matching itself fails', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const broken = { ...job('broken'), a: { text: 'short', setAside: [{ start: 3, endExclusive: 99 }] } }
    const failure = await failureOf(jobs.matchPair(broken, ignore))
    expect(failure.code).toBe('INTERNAL')
    expect(failure.message).toContain('a range that is set aside lies outside its text')
    expect((await jobs.matchPair(job('next'), ignore)).passages).toHaveLength(1)
    await jobs.close()
  })

  it('lose one job, and no other, when a worker dies', async () => {
    const path = join(folder, 'dying.mjs')
    await writeFile(
      path,
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', (task) => {
         if (task.a.text === 'die') process.exit(3)
         if (task.a.text === 'throw') throw new Error('out of its depth')
         parentPort.postMessage({ kind: 'pair', result: { passages: [], regions: [], complete: true, elapsedMs: 1 } })
       })`,
    )
    const jobs = createJobs({ workerUrl: pathToFileURL(path), workers: 1 })
    const outcomes = await Promise.all([
      failureOf(jobs.matchPair(job('a', 'die'), ignore)),
      jobs.matchPair(job('b', 'fine'), ignore),
      failureOf(jobs.matchPair(job('c', 'throw'), ignore)),
      jobs.matchPair(job('d', 'fine'), ignore),
    ])
    expect(outcomes[0]).toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('its worker stopped') as string,
    })
    expect(outcomes[1]).toMatchObject({ complete: true })
    expect(outcomes[2]).toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('out of its depth') as string,
    })
    expect(outcomes[3]).toMatchObject({ complete: true })
    await jobs.close()
  })

  it('reject, and do not hang, when the worker cannot be loaded', async () => {
    const jobs = createJobs({ workerUrl: pathToFileURL(join(folder, 'missing.mjs')), workers: 1 })
    expect((await failureOf(jobs.matchPair(job('a'), ignore))).code).toBe('INTERNAL')
    expect((await failureOf(jobs.matchPair(job('b'), ignore))).code).toBe('INTERNAL')
    await jobs.close()
  })

  it('are cancelled when the pool is closed, and refused afterwards', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const running = failureOf(jobs.matchPair(job('running', LONG), ignore))
    const waiting = failureOf(jobs.matchPair(job('waiting'), ignore))
    await jobs.close()
    expect((await running).code).toBe('CANCELLED')
    expect((await waiting).code).toBe('CANCELLED')
    expect((await failureOf(jobs.matchPair(job('late'), ignore))).code).toBe('CANCELLED')
  })
})

describe('jobs without workers', () => {
  it('run in place, and reject when the matching fails', async () => {
    const jobs = createJobs({ workerUrl: null })
    expect((await jobs.matchPair(job('a'), ignore)).passages).toHaveLength(1)
    const broken = { ...job('broken'), a: { text: 'short', setAside: [{ start: 3, endExclusive: 99 }] } }
    expect((await failureOf(jobs.matchPair(broken, ignore))).code).toBe('INTERNAL')
    expect(jobs.cancel('a')).toBe(false)
    await jobs.close()
  })
})

describe('the comparison of versions in a worker thread', () => {
  const version = (text: string, textHash: string) => ({
    text,
    textHash,
    body: { start: 0, endExclusive: text.length },
  })
  const told = 'The mayor told reporters that four workers were taken to hospital.'
  const from = version(told, 'a'.repeat(64))
  const to = version(told.replace('four', 'seven'), 'b'.repeat(64))
  const anchors = [describeAnchor(from.text, from.textHash, { start: 0, endExclusive: told.length })]
  const asked = (jobId: string) => ({ jobId, label: 'Comparing versions of A', from, to, anchors, texts: new Map() })

  it('gives what the same comparison gives in place', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const there = await jobs.compareVersions(asked('one'), ignore)
    expect(there).toEqual(followVersions(asked('two'), { shouldStop: () => false, onProgress: ignore }))
    expect(there.difference.counts.changed).toBe(1)
    expect(there.followed).toMatchObject([{ touched: true, after: { state: 'changed' } }])
    await jobs.close()
  })

  it('can be cancelled, and the next one is answered', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const text = LONG.replaceAll(/(w\d+ ){40}/g, '$&\n')
    const reversed = text.split('\n').toReversed().join('\n')
    const long = { ...asked('long'), from: version(text, 'c'.repeat(64)), to: version(reversed, 'd'.repeat(64)) }
    const failed = failureOf(jobs.compareVersions(long, ignore))
    expect(jobs.cancel('long')).toBe(true)
    expect(await failed).toMatchObject({ code: 'CANCELLED' })
    expect((await jobs.compareVersions(asked('next'), ignore)).difference.rows).toHaveLength(1)
    await jobs.close()
  })
})
