import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'
import { sha256Of } from '../../src/main/corpus/hashing'
import { createJobs } from '../../src/main/jobs/createJobs'
import { ReceivedTexts, textsToSend } from '../../src/main/jobs/textsToSend'
import type { CorpusJob, CorpusText } from '../../src/main/services/ports'

let folder: string
let workerUrl: URL

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossread-corpus-worker-'))
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

const ignore = () => {}

function sourceOf(at: number, text: string): CorpusText {
  return { id: `s-${at}`, text, textHash: sha256Of(text), setAside: [], outlet: null, published: null, kept: [] }
}

const TEXTS = Array.from({ length: 8 }, (_, at) =>
  sourceOf(
    at,
    `Story ${at} begins. “We will not leave the harbour before the lanterns are lit,” he said. It ends ${at}.`,
  ),
)

function job(jobId: string, sources: readonly CorpusText[] = TEXTS): CorpusJob {
  const settings = DEFAULT_MATCH_SETTINGS
  const asked = { jobId, label: 'Matching all sources', sources, settings, decisions: [], budgetMs: null }
  return { ...asked, cacheFolder: null, withPassages: true }
}

/** Long, and alike enough that every pair is compared. */
const LONG = Array.from({ length: 12 }, (_, at) =>
  sourceOf(
    at,
    `${Array.from({ length: 8_000 }, (_, word) => `w${(word * (at + 3) * 7_919) % 9_973}`).join(' ')} ${at}`,
  ),
)

describe('matching a corpus in a worker', () => {
  it('gives what the same computation gives in place, and remembers it for the next time', async () => {
    const jobs = createJobs({ workerUrl })
    const there = await jobs.matchCorpus(job('one'), ignore)
    const here = await createJobs({ workerUrl: null }).matchCorpus(job('one'), ignore)
    expect({ ...there, elapsedMs: 0 }).toEqual({ ...here, elapsedMs: 0 })
    expect([there.pairs.length, there.matched, there.kept]).toEqual([28, 28, 0])
    const fewer = await jobs.matchCorpus(job('two', TEXTS.slice(1)), ignore)
    expect([fewer.pairs.length, fewer.matched, fewer.kept]).toEqual([21, 0, 21])
    expect(await jobs.matchCorpus(job('three'), ignore)).toMatchObject({ matched: 7, kept: 21 })
    await jobs.close()
  })

  it('can be cancelled while it runs, does not keep a comparison waiting, and goes on afterwards', async () => {
    const jobs = createJobs({ workerUrl, workers: 1 })
    const told: number[] = []
    const running = jobs.matchCorpus(job('long', LONG), (done) => {
      told.push(done)
      if (done > 0.2) jobs.cancel('long')
    })
    const [a, b] = [TEXTS[0], TEXTS[1]]
    if (a === undefined || b === undefined) throw new Error('there are texts')
    const pair = { jobId: 'pair', label: 'Comparing', a, b, settings: DEFAULT_MATCH_SETTINGS, decisions: [] }
    expect((await jobs.matchPair(pair, ignore)).passages).not.toEqual([])
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED', message: 'Matching all sources was stopped.' })
    expect(told).toEqual([...told].sort((one, two) => one - two))
    expect((await jobs.matchCorpus(job('next'), ignore)).pairs).toHaveLength(28)
    expect(jobs.cancel('next')).toBe(false)
    await jobs.close()
  })

  it('answers when the time is up, with what it has', async () => {
    const jobs = createJobs({ workerUrl })
    const late = await jobs.matchCorpus({ ...job('late', LONG), budgetMs: 1 }, ignore)
    expect(late).toMatchObject({ complete: false, why: expect.stringMatching(/^The time was up/) as string })
    await jobs.close()
  })
})

describe('texts for a worker', () => {
  it('are sent once, and let go when they are gone', () => {
    const received = new ReceivedTexts()
    const first = textsToSend(TEXTS, new Set())
    expect(first.every(({ text }) => text !== null)).toBe(true)
    expect(received.receive(first)).toEqual(TEXTS)
    const known = new Set(TEXTS.map(({ textHash }) => textHash))
    const again = textsToSend(TEXTS.slice(2), known)
    expect(again.every(({ text }) => text === null)).toBe(true)
    expect(received.receive(again)).toEqual(TEXTS.slice(2))
    expect(() => received.receive(textsToSend(TEXTS, known))).toThrow('sent before')
  })

  it('are sent once where two sources are copies', () => {
    const copies = [sourceOf(0, 'The same text.'), sourceOf(1, 'The same text.')]
    const sent = textsToSend(copies, new Set())
    expect(sent.map(({ text }) => text)).toEqual(['The same text.', null])
    expect(new ReceivedTexts().receive(sent)).toEqual(copies)
  })
})
