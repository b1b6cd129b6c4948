import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { CorpusView } from '../../src/contract/schemas'
import { createWorkbench, type Workbench } from '../../src/main/workbench'

const GOOD = 'A good source says that the river rose by two metres overnight.\n'
const places: string[] = []
const running: Workbench[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((workbench) => workbench.close()))
  await Promise.all(places.splice(0).map((place) => rm(place, { recursive: true, force: true })))
})

type Said = { readonly code: string; readonly message: string }
type BadFile = {
  readonly what: string
  readonly name: string
  readonly bytes: string | Uint8Array
  readonly said: RegExp
  readonly opened: boolean
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const FILES: readonly BadFile[] = [
  { what: 'an empty file', name: 'empty.txt', bytes: '', said: /empty/i, opened: true },
  { what: 'white space only', name: 'blank.md', bytes: ' \n\t\n', said: /empty|white space|no text/i, opened: true },
  { what: 'a picture named .txt', name: 'picture.txt', bytes: PNG, said: /PNG|picture|image/i, opened: false },
  { what: 'a PDF named .md', name: 'paper.md', bytes: '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj', said: /PDF/, opened: false },
  { what: 'a Word file', name: 'draft.docx', bytes: 'PK\u0003\u0004', said: /docx|Word/i, opened: false },
  { what: 'over 20 MB', name: 'huge.txt', bytes: 'x'.repeat(20 * 1024 * 1024 + 1), said: /20 MB/, opened: false },
  { what: 'the bytes of another file', name: 'twin.txt', bytes: GOOD, said: /copy of good/i, opened: true },
  {
    what: 'HTML named .txt',
    name: 'page.txt',
    bytes: '<!doctype html><html><body><p>Words in a page.</p></body></html>',
    said: /web page/,
    opened: true,
  },
  {
    what: 'plain words named .html',
    name: 'plain.html',
    bytes: 'Only words, without any markup at all.',
    said: /HTML|markup/i,
    opened: true,
  },
  {
    what: 'broken front matter',
    name: 'front.txt',
    bytes: '---\ntitle: [unclosed\n---\nBody text of the source.\n',
    said: /front matter/i,
    opened: true,
  },
  {
    what: 'a kind that does not exist',
    name: 'kind.txt',
    bytes: '---\nkind: gossip\n---\nBody text of the source.\n',
    said: /kind/,
    opened: true,
  },
  {
    what: 'bytes that are no UTF-8 after a byte order mark',
    name: 'mark.txt',
    bytes: Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42]),
    said: /UTF-8|characters/,
    opened: true,
  },
  {
    what: 'UTF-32',
    name: 'wide.txt',
    bytes: Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]),
    said: /UTF-32/,
    opened: false,
  },
  {
    what: 'a page without any words',
    name: 'bare.html',
    bytes: '<html><body><img src="a.png"></body></html>',
    said: /empty|no text|no words/i,
    opened: true,
  },
]

describe('a folder with bad files', () => {
  it('opens the rest and says of every bad file what and where', async () => {
    const folder = await newFolder()
    for (const file of FILES) await writeFile(join(folder, file.name), file.bytes)
    await mkdir(join(folder, 'folder.txt'))
    await symlink('/etc/hostname', join(folder, 'outside.txt'))
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'))
    const corpus = await open(folder)
    expect(corpus.sources.some((source) => source.path === 'good.txt' && source.problems.length === 0)).toBe(true)
    for (const file of FILES) {
      const said = whatIsSaidOf(corpus, file.name)
      expect(said.map((one) => one.message).join(' '), file.what).toMatch(file.said)
      expect(
        corpus.sources.some((source) => source.path === file.name),
        `${file.what} is opened`,
      ).toBe(file.opened)
    }
    for (const name of ['outside.txt', 'broken.txt']) expect(whatIsSaidOf(corpus, name), name).not.toEqual([])
  })

  it('says it plainly when the folder is missing, and keeps what was open', async () => {
    const folder = await newFolder()
    const workbench = await start(folder)
    await workbench.open(folder)
    const reply = await workbench.router.call('corpus.open', { folder: join(folder, 'nowhere') })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'FOLDER_UNREADABLE', message: expect.stringContaining('nowhere') as string },
    })
    expect(await workbench.router.call('corpus.get', {})).toMatchObject({ ok: true, value: { folder } })
  })
})

const NOWHERE = { sourceId: 'nobody', textHash: '0'.repeat(64), range: { start: 0, endExclusive: 5 } }
const REQUESTS: readonly { what: string; endpoint: string; input: unknown; code: string; said: RegExp }[] = [
  {
    what: 'an endpoint that does not exist',
    endpoint: 'corpus.burn',
    input: {},
    code: 'UNKNOWN_ENDPOINT',
    said: /corpus\.burn/,
  },
  {
    what: 'the name of an inherited property',
    endpoint: 'constructor',
    input: {},
    code: 'UNKNOWN_ENDPOINT',
    said: /constructor/,
  },
  {
    what: 'a text where an object belongs',
    endpoint: 'claim.create',
    input: 'x',
    code: 'BAD_INPUT',
    said: /claim\.create/,
  },
  { what: 'a field that nobody knows', endpoint: 'app.info', input: { more: 1 }, code: 'BAD_INPUT', said: /more/ },
  {
    what: 'an empty statement',
    endpoint: 'claim.create',
    input: { statement: '', evidence: [] },
    code: 'BAD_INPUT',
    said: /statement/,
  },
  {
    what: 'a range that ends before it starts',
    endpoint: 'note.create',
    input: { body: 'x', passages: [{ sourceId: 'a', textHash: '0'.repeat(64), range: { start: 5, endExclusive: 2 } }] },
    code: 'BAD_INPUT',
    said: /range/,
  },
  {
    what: 'an id that is a path',
    endpoint: 'source.text',
    input: { sourceId: '../../etc/passwd' },
    code: 'BAD_INPUT',
    said: /id/,
  },
  {
    what: 'a source that is not there',
    endpoint: 'source.text',
    input: { sourceId: 'nobody' },
    code: 'SOURCE_UNKNOWN',
    said: /nobody/,
  },
  {
    what: 'bytes that are no base64',
    endpoint: 'source.importFile',
    input: { name: 'a.txt', base64: '###' },
    code: 'BAD_INPUT',
    said: /base64/,
  },
  {
    what: 'a file name that is a path',
    endpoint: 'source.importFile',
    input: { name: '../../evil.exe', base64: btoa('MZ') },
    code: 'SOURCE_NOT_ADDED',
    said: /evil\.exe/,
  },
  {
    what: 'a verdict that does not exist',
    endpoint: 'claim.decide',
    input: { claimId: 'x', verdict: 'true', reason: 'y' },
    code: 'BAD_INPUT',
    said: /verdict/,
  },
  {
    what: 'a claim that is not there',
    endpoint: 'claim.decide',
    input: { claimId: 'x', verdict: 'verified', reason: 'y' },
    code: 'CLAIM_UNKNOWN',
    said: /x/,
  },
  {
    what: 'a decision about matches that does not exist',
    endpoint: 'match.decide',
    input: { what: 'burn', removed: [], added: [] },
    code: 'BAD_INPUT',
    said: /what/,
  },
  {
    what: 'a match that joins nothing',
    endpoint: 'match.decide',
    input: { what: 'join', removed: [], added: [] },
    code: 'BAD_INPUT',
    said: /two or more/,
  },
  {
    what: 'a match in a source that is not there',
    endpoint: 'match.decide',
    input: { what: 'add', removed: [], added: [{ a: NOWHERE, b: NOWHERE }] },
    code: 'SOURCE_UNKNOWN',
    said: /nobody/,
  },
  {
    what: 'a decision that is not there',
    endpoint: 'match.withdraw',
    input: { decisionId: 'nobody' },
    code: 'DECISION_UNKNOWN',
    said: /nobody/,
  },
  {
    what: 'why two passages of nothing match',
    endpoint: 'match.explain',
    input: { a: NOWHERE, b: NOWHERE },
    code: 'SOURCE_UNKNOWN',
    said: /nobody/,
  },
  {
    what: 'a budget before the beginning of time',
    endpoint: 'corpus.match',
    input: { jobId: 'a', budgetMs: -1 },
    code: 'BAD_INPUT',
    said: /budgetMs/,
  },
  {
    what: 'a cluster before anything was matched',
    endpoint: 'corpus.cluster',
    input: { clusterId: 'c-1' },
    code: 'CLUSTER_UNKNOWN',
    said: /c-1/,
  },
  { what: 'an undo with nothing done', endpoint: 'review.undo', input: {}, code: 'NOTHING_TO_UNDO', said: /undo/i },
  {
    what: 'a format that does not exist',
    endpoint: 'report.render',
    input: { format: 'xlsx' },
    code: 'BAD_INPUT',
    said: /format/,
  },
]

describe('a bad request', () => {
  it.each(REQUESTS)('is answered with $code: $what', async ({ endpoint, input, code, said }) => {
    const folder = await newFolder()
    const workbench = await start(folder)
    await workbench.open(folder)
    const before = await journals(folder)
    const reply = await workbench.router.call(endpoint, input)
    expect(reply).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(said) as string } })
    expect(await journals(folder)).toEqual(before)
    expect(await workbench.router.call('corpus.get', {})).toMatchObject({ ok: true })
  })
})

const DAMAGE: readonly { what: string; damage: (journal: string) => string; said: RegExp; kept: number }[] = [
  { what: 'a last line that was cut off', damage: (journal) => journal + '{"schema":1,"seq', said: /journal/, kept: 2 },
  {
    what: 'a changed line in the middle',
    damage: (journal) => journal.replace('First claim', 'First clAim'),
    said: /journal\.jsonl/,
    kept: 2,
  },
  {
    what: 'a line of a newer program at the end',
    damage: (journal) => journal + '{"schema":99}\n',
    said: /newer/,
    kept: 2,
  },
]

describe('a damaged review', () => {
  it.each(DAMAGE)('opens, says so and overwrites nothing: $what', async ({ damage, said, kept }) => {
    const folder = await newFolder()
    const path = await reviewWithTwoClaims(folder)
    const damaged = damage(await readFile(path, 'utf8'))
    await writeFile(path, damaged)
    const workbench = await start(folder)
    await workbench.open(folder)
    const corpus = await view(workbench)
    expect([corpus.readOnly ?? '', ...corpus.messages].join(' ')).toMatch(said)
    const review = await workbench.router.call('review.get', {})
    expect(review).toMatchObject({ ok: true })
    if (review.ok) expect((review.value as { claims: unknown[] }).claims.length).toBeGreaterThanOrEqual(kept - 1)
    const everything = (await allFiles(join(folder, '.crossread/writers'))).join('\n')
    for (const line of damaged.split('\n').filter((one) => one !== '')) expect(everything).toContain(line)
  })

  it.each([
    { what: 'empty', content: '' },
    { what: 'no JSON', content: '{{{' },
    { what: 'NUL bytes', content: '\u0000\u0000\u0000' },
    { what: 'another shape', content: '[]' },
  ])('rebuilds a review.json that is $what, keeps the damaged one and says so', async ({ content }) => {
    const folder = await newFolder()
    const journal = await reviewWithTwoClaims(folder)
    await writeFile(join(journal, '../review.json'), content)
    const workbench = await start(folder)
    await workbench.open(folder)
    const corpus = await view(workbench)
    expect(corpus.readOnly).toBeNull()
    expect(corpus.messages.join(' ')).toMatch(/review\.json/)
    const review = await workbench.router.call('review.get', {})
    expect(review.ok && (review.value as { claims: unknown[] }).claims).toHaveLength(2)
    expect(await readdir(join(journal, '..'))).toContainEqual(expect.stringContaining('unreadable'))
  })
})

async function reviewWithTwoClaims(folder: string): Promise<string> {
  const workbench = await start(folder)
  await workbench.open(folder)
  for (const statement of ['First claim', 'Second claim']) {
    expect(await workbench.router.call('claim.create', { statement, evidence: [] })).toMatchObject({ ok: true })
  }
  await workbench.close()
  running.splice(running.indexOf(workbench), 1)
  const [writer] = await readdir(join(folder, '.crossread/writers'))
  return join(folder, '.crossread/writers', writer ?? '', 'journal.jsonl')
}

function whatIsSaidOf(corpus: CorpusView, path: string): Said[] {
  const problems = corpus.sources.filter((source) => source.path === path).flatMap((source) => source.problems)
  return [...problems, ...corpus.setAside.filter((file) => file.path === path)]
}

async function journals(folder: string): Promise<string[]> {
  return (await allFiles(join(folder, '.crossread/writers'))).sort()
}

async function allFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name !== 'review.json')
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
  )
}

async function newFolder(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'crossread-bad-'))
  places.push(place)
  const folder = join(place, 'sources')
  await mkdir(folder)
  await writeFile(join(folder, 'good.txt'), GOOD)
  return folder
}

async function open(folder: string): Promise<CorpusView> {
  const workbench = await start(folder)
  await workbench.open(folder)
  return view(workbench)
}

async function view(workbench: Workbench): Promise<CorpusView> {
  const reply = await workbench.router.call('corpus.get', {})
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as CorpusView
}

async function start(folder: string): Promise<Workbench> {
  const workbench = await createWorkbench({
    host: { kind: 'direct', version: '0.0.0', dialogs: null },
    configDir: join(folder, '../config'),
    dataFolder: null,
    workerUrl: null,
    emit: () => undefined,
    onBug: (error, where) => {
      throw new Error(`a bug in ${where}`, { cause: error })
    },
  })
  running.push(workbench)
  return workbench
}
