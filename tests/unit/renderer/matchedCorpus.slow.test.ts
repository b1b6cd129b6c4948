import { beforeAll, describe, expect, it } from 'vitest'
import { WorkbenchError } from '../../../src/contract/errors'
import type { Transport } from '../../../src/contract/client'
import type { WorkbenchEvent } from '../../../src/contract/events'
import type { CorpusMatching } from '../../../src/contract/matchingSchemas'
import type { CorpusView } from '../../../src/contract/schemas'
import type { MatchedCorpus } from '../../../src/renderer/state/matchedCorpus.svelte'
import type { Workbench } from '../../../src/renderer/state/workbench.svelte'
import { newFolder, startWorkbench } from '../../support/openWorkbench'
import { loadRendererState } from '../../support/rendererState'
import { smallRouter } from '../../support/smallRouter'
import { source } from './sources'
import { shownReview } from '../../support/shownReview'

type Page = { readonly workbench: Workbench; readonly corpus: MatchedCorpus }
type State = { readonly openPage: (transport: Transport) => Promise<Page> }

let state: State
beforeAll(async () => {
  state = await loadRendererState<State>(`
    import { createClient } from '../contract/client'
    import { MatchedCorpus } from './state/matchedCorpus.svelte'
    import { Workbench } from './state/workbench.svelte'
    export async function openPage(transport) {
      const workbench = new Workbench(createClient(transport))
      await workbench.start()
      return { workbench, corpus: new MatchedCorpus(workbench) }
    }`)
})

const SENTENCE = 'The harbour office closed both bridges before noon on Friday'
const FILES = {
  'a.txt': `---\ntitle: First\npublished: 2019-02\n---\nIt said so. ${SENTENCE}, and kept them closed.\n`,
  'b.txt': `---\ntitle: Second\npublished: 2018-04\n---\nNobody knew. The harbour office closed two bridges before noon on Friday.\n`,
  'c.txt': `---\ntitle: Third\n---\n${SENTENCE}, wrote the other paper, without a reason.\n`,
  'd.txt': '---\ntitle: Fourth\n---\nA cat sat quietly under an old green table.\n',
}

/** The whole program without a window, and a page's state over it. */
async function openFolder(files: Readonly<Record<string, string>> = FILES): Promise<Page> {
  const listeners: ((event: WorkbenchEvent) => void)[] = []
  const started = await startWorkbench({ heard: (event) => listeners.forEach((tell) => tell(event)) })
  await started.workbench.open(await newFolder(files))
  return state.openPage({
    invoke: (endpoint, input) => started.workbench.router.call(endpoint, input),
    subscribe: (listener) => {
      listeners.push(listener)
      return () => undefined
    },
  })
}

async function matched(page: Page): Promise<Page> {
  page.corpus.follow(page.workbench.corpus)
  await expect.poll(() => page.corpus.status).toBe('ready')
  return page
}

describe('the Corpus view over real sources', () => {
  it('matches when it is opened, and not again until the corpus has changed', async () => {
    const page = await matched(await openFolder())
    const first = page.corpus.matching
    page.corpus.follow(page.workbench.corpus)
    expect([page.corpus.status, page.corpus.matching]).toEqual(['ready', first])

    const [one] = page.workbench.corpus?.sources ?? []
    await page.workbench.perform('source.setMetadata', { sourceId: one?.id ?? '', fields: { title: 'Renamed' } })
    page.corpus.follow(page.workbench.corpus)
    expect(page.corpus.matching).toBe(first)

    await page.workbench.perform('source.setMetadata', { sourceId: one?.id ?? '', fields: { published: '2017' } })
    page.corpus.follow(page.workbench.corpus)
    await expect.poll(() => page.corpus.matching).not.toBe(first)
  })

  it('has in the matrix what the host counted, and the sources in the order asked for', async () => {
    const { corpus, workbench } = await matched(await openFolder())
    const ids = new Map((workbench.corpus?.sources ?? []).map(({ siglum, id }) => [siglum, id]))
    const pair = corpus.matching?.pairs.find(({ a, b }) => a === ids.get('A') && b === ids.get('C'))
    expect(corpus.matrix.cell(ids.get('C') ?? '', ids.get('A') ?? '')).toEqual({
      words: pair?.bWords,
      back: pair?.aWords,
      passages: pair?.passages,
      regions: pair?.regions,
    })
    corpus.sort = 'date'
    expect(corpus.sources.map(({ siglum }) => siglum).join('')).toBe('BACD')
  })

  it('lines a cluster up against the base that is chosen, and cites its words with the base first', async () => {
    const { corpus, workbench } = await matched(await openFolder())
    const [listed] = corpus.clusters
    if (listed === undefined) throw new Error('no cluster was found')
    await corpus.cluster.open(listed)
    const sigla = () => corpus.cluster.members.map(({ sourceId }) => workbench.source(sourceId)?.siglum).join('')
    expect([sigla(), corpus.cluster.base, corpus.cluster.pair()]).toEqual(['BAC', 0, null])
    const kinds = (row: number) => corpus.cluster.table.rows[row]?.map(({ kind }) => kind)
    expect([kinds(0)?.includes('replaced'), kinds(1)?.includes('replaced')]).toEqual([false, true])

    corpus.cluster.step(1)
    corpus.cluster.makeBase()
    expect([corpus.cluster.base, kinds(0)?.includes('replaced'), kinds(2)?.every((kind) => kind === 'same')]).toEqual([
      1,
      true,
      true,
    ])
    corpus.cluster.step(5)
    expect(corpus.cluster.pair()?.map(({ sourceId }) => workbench.source(sourceId)?.siglum)).toEqual(['A', 'C'])
    const cited = corpus.cluster.passages()
    expect(cited.map(({ sourceId }) => workbench.source(sourceId)?.siglum).join('')).toBe('ABC')
    expect(
      await workbench.perform('claim.create', {
        statement: 'So it was.',
        evidence: [{ stance: 'repeats', passages: cited }],
      }),
    ).not.toBeNull()
  })

  it('closes a cluster that is no more after the corpus changed', async () => {
    const { corpus, workbench } = await matched(await openFolder())
    const [listed] = corpus.clusters
    if (listed === undefined) throw new Error('no cluster was found')
    await corpus.cluster.open(listed)
    await workbench.perform('corpus.setMatchSettings', {
      smallestPassageWords: 40,
      leastScore: 0,
      kinds: ['identical'],
    })
    corpus.follow(workbench.corpus)
    await expect.poll(() => corpus.allClusters.length).toBe(0)
    expect([corpus.cluster.id, corpus.cluster.view]).toEqual([null, null])
  })

  it('goes round through its parts', async () => {
    const { corpus } = await openFolder()
    const parts = [1, 1, 1, -1].map((by) => {
      corpus.turn(by === 1 ? 1 : -1)
      return corpus.part
    })
    expect(parts).toEqual(['clusters', 'aside', 'matrix', 'aside'])
  })
})

describe('a matching that does not reach its end', () => {
  const corpusView = {
    folder: '/f',
    name: 'f',
    dataFolder: '/f/.crossread',
    readOnly: null,
    reviewer: { id: 'w', name: '' },
    sources: [source('A'), source('B')],
    setAside: [],
    messages: [],
    match: { smallestPassageWords: 5, leastScore: 0, kinds: ['identical', 'near', 'reworded'] },
    sample: false,
  } satisfies CorpusView
  const partly: CorpusMatching = {
    pairs: [{ a: 'a', b: 'b', passages: 1, regions: 0, aWords: 5, bWords: 5 }],
    clusters: [],
    boilerplate: [],
    complete: false,
    why: 'The time was up after 1 of 6 pairs.',
    elapsedMs: 3,
    matched: 1,
    kept: 0,
  }

  /** A page over a host that answers `corpus.match` as the test says. */
  async function openScripted(match: (input: { jobId: string; budgetMs: number | null }) => Promise<CorpusMatching>) {
    const cancelled: string[] = []
    const router = smallRouter({
      'app.info': () => Promise.resolve({ name: 'Crossread', version: '0', host: 'direct', dialogs: false }),
      'preferences.get': () =>
        Promise.resolve({
          theme: 'system',
          textScale: 1,
          singleKeys: true,
          linkScrolling: true,
          guideSeen: true,
          keys: {},
        }),
      'corpus.get': () => Promise.resolve(corpusView),
      'review.get': () => Promise.resolve(shownReview()),
      'corpus.match': match,
      'job.cancel': ({ jobId }) => {
        cancelled.push(jobId)
        return Promise.resolve({ cancelled: true })
      },
      'corpus.cluster': () =>
        Promise.reject(new WorkbenchError({ code: 'CLUSTER_UNKNOWN', message: 'Match all sources again.' })),
    })
    const page = await state.openPage({
      invoke: (endpoint, input) => router.call(endpoint, input),
      subscribe: () => () => undefined,
    })
    return { ...page, cancelled }
  }

  it('is stopped in the host, and shows what was found until then', async () => {
    const asked: (number | null)[] = []
    const { corpus, workbench, cancelled } = await openScripted(({ budgetMs }) => {
      asked.push(budgetMs)
      return budgetMs === 0 ? Promise.resolve(partly) : new Promise(() => undefined)
    })
    corpus.follow(workbench.corpus)
    expect([corpus.status, corpus.busyShown]).toEqual(['busy', false])
    await expect.poll(() => corpus.busyShown).toBe(true)
    await corpus.stop()
    expect([corpus.status, corpus.stopped, corpus.busyShown, corpus.matching]).toEqual(['ready', true, false, partly])
    expect([cancelled.length, asked.at(-1)]).toEqual([1, 0])
  })

  it('says what failed, keeps what was found before, and can be asked again', async () => {
    let answers: (() => Promise<CorpusMatching>)[] = []
    const { corpus, workbench } = await openScripted(() => (answers.shift() ?? (() => Promise.resolve(partly)))())
    corpus.follow(workbench.corpus)
    await expect.poll(() => corpus.matching).toEqual(partly)
    answers = [() => Promise.reject(new WorkbenchError({ code: 'STORAGE_FAILED', message: 'The disk is full.' }))]
    await corpus.match()
    expect([corpus.status, corpus.failure?.message, corpus.matching]).toEqual(['failed', 'The disk is full.', partly])
    await corpus.match(null)
    expect([corpus.status, corpus.failure, corpus.stopped]).toEqual(['ready', null, false])
  })

  it('matches again after something was decided, and not for a review that it knows', async () => {
    let asked = 0
    const { corpus, workbench } = await openScripted(() => {
      asked += 1
      return Promise.resolve(partly)
    })
    await corpus.match()
    corpus.followReview(workbench.review)
    expect(asked).toBe(1)
    corpus.followReview(shownReview({ revision: 2, undo: 'a decision about a match' }))
    await expect.poll(() => corpus.status).toBe('ready')
    expect(asked).toBe(2)
  })

  it('takes only the answer to what was asked last', async () => {
    const waiting: ((matching: CorpusMatching) => void)[] = []
    const { corpus } = await openScripted(() => new Promise((resolve) => waiting.push(resolve)))
    const asked = [corpus.match(), corpus.match()]
    waiting[1]?.({ ...partly, elapsedMs: 2 })
    waiting[0]?.({ ...partly, elapsedMs: 1 })
    await Promise.all(asked)
    expect([corpus.matching?.elapsedMs, corpus.status]).toEqual([2, 'ready'])
  })

  it('says of a cluster that is unknown by now what can be done', async () => {
    const { corpus } = await openScripted(() => Promise.resolve(partly))
    const listed = { id: 'c1', words: 5, members: 2, sources: ['a', 'b'], excerpt: 'x', first: null, differs: false }
    await corpus.cluster.open(listed)
    expect([corpus.cluster.failure?.code, corpus.cluster.view]).toEqual(['CLUSTER_UNKNOWN', null])
  })
})
