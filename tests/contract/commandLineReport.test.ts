import { readFile, writeFile, unlink, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { codePoints, crossread, decodedFile, everyFile, folderWith } from '../support/commandLine'
import { csvRecords } from '../support/parseCsv'
import { choose, reviewFolder } from '../support/reviewedFolder'

const FILES = {
  'one.txt': '\ufeffCafe\u0301 news\r\n\r\nEight shots were fired, 👩🏽‍🚀 said the <b>family</b>.\r\nAnother line.\r\n',
  'two.md': '---\ntitle: The other\noutlet: Outlet\n---\n\nFirst line.\n\nSeven shots were fired, 👩🏽‍🚀 said the city.\n',
  'three.txt': 'Cited by nobody\n',
}

/** A folder with two claims, one verified and one disputed, evidence from both sides, and a note. */
async function reviewed(): Promise<string> {
  const folder = await folderWith(FILES)
  await reviewFolder(folder, async (client) => {
    const one = await choose(client, 'one.txt', 'Eight shots were fired, 👩🏽‍🚀 said')
    const two = await choose(client, 'two.md', 'Seven shots were fired, 👩🏽‍🚀 said')
    const first = await client.call('claim.create', {
      statement: 'Eight shots were fired',
      evidence: [{ stance: 'contradicts', passages: [one, two] }],
    })
    await client.call('claim.decide', { claimId: first.id, verdict: 'disputed', reason: 'The two differ' })
    const second = await client.call('claim.create', {
      statement: 'There was news',
      evidence: [{ stance: 'supports', passages: [await choose(client, 'one.txt', 'Café')] }],
    })
    await client.call('claim.decide', { claimId: second.id, verdict: 'verified', reason: 'It says so' })
    await client.call('note.create', { body: 'Ask the city', passages: [two] })
  })
  return folder
}

async function report(folder: string, format: string): Promise<string> {
  const { code, out, err } = await crossread(['report', folder, '--format', format])
  expect([code, err]).toEqual([0, ''])
  return out
}

type Json = {
  schema: number
  corpus: { folder: string }
  counts: { byVerdict: object }
  claims: {
    statement: string
    verdict: string
    history: { reason: string }[]
    evidence: {
      passages: { path: string; start: number; end: number; text: string; state: string; paragraph: number }[]
      difference: { op: string; text: string }[] | null
    }[]
  }[]
  notes: { body: string }[]
  notChecked: { kind: string; about: { label: string }[] }[]
}

describe('crossread report', () => {
  it('takes no sentence that stood twice for the cited one that was deleted, and says why', async () => {
    const twin = 'The bridge over the river was closed at noon because the water had risen.'
    const evening = `At dusk a clerk read out the order.\n${twin}\nNobody objected to it.\n`
    const folder = await folderWith({ 'one.txt': `The ferry still ran.\n${twin}\nDrivers turned back.\n${evening}` })
    await reviewFolder(folder, async (client) => {
      await client.call('note.create', { body: 'Ask again', passages: [await choose(client, 'one.txt', twin)] })
    })
    await writeFile(join(folder, 'one.txt'), evening)
    const { notes } = JSON.parse(await report(folder, 'json')) as { notes: { passages: object[] }[] }
    const why = expect.stringContaining('are not the cited ones') as unknown
    expect(notes[0]?.passages).toMatchObject([{ state: 'lost', start: null, text: null, why, changes: [] }])
  })

  it('gives every cited passage as the decoded file between its offsets', async () => {
    const folder = await reviewed()
    const { claims } = JSON.parse(await report(folder, 'json')) as Json
    const passages = claims.flatMap((claim) => claim.evidence.flatMap((evidence) => evidence.passages))
    expect(passages.map(({ path, text, state, paragraph }) => [path, text, state, paragraph])).toEqual([
      ['one.txt', 'Eight shots were fired, 👩🏽‍🚀 said', 'exact', 2],
      ['two.md', 'Seven shots were fired, 👩🏽‍🚀 said', 'exact', 2],
      ['one.txt', 'Cafe\u0301', 'exact', 1],
    ])
    for (const { path, start, end, text } of passages)
      expect(codePoints(await decodedFile(join(folder, path)), start, end)).toBe(text)
  })

  it('tells claims, verdicts, reasons, notes, differences and what was not checked as JSON', async () => {
    const folder = await reviewed()
    const found = JSON.parse(await report(folder, 'json')) as Json
    expect(found).toMatchObject({
      schema: 1,
      corpus: { folder },
      counts: { byVerdict: { verified: 1, disputed: 1, unverified: 0 } },
    })
    expect(found.claims.map(({ statement, verdict, history }) => [statement, verdict, history.at(-1)?.reason])).toEqual(
      [
        ['Eight shots were fired', 'disputed', 'The two differ'],
        ['There was news', 'verified', 'It says so'],
      ],
    )
    expect(found.claims[0]?.evidence[0]?.difference?.filter((edit) => edit.op !== 'equal')).toEqual([
      { op: 'delete', text: 'Eight' },
      { op: 'insert', text: 'Seven' },
    ])
    expect(found.notes.map((note) => note.body)).toEqual(['Ask the city'])
    expect(found.notChecked.find((gap) => gap.kind === 'source-not-cited')?.about.map((one) => one.label)).toEqual([
      'B: three.txt',
    ])
  })

  it('tells the same as CSV, HTML and Markdown', async () => {
    const folder = await reviewed()
    const records = csvRecords(await report(folder, 'csv'))
    expect(records.map((record) => record['record'])).toEqual([
      ...['source', 'source', 'source', 'claim', 'evidence', 'evidence', 'claim', 'evidence', 'note'],
    ])
    for (const record of records.filter((one) => one['record'] === 'evidence')) {
      const decoded = await decodedFile(join(folder, record['path'] ?? ''))
      expect(codePoints(decoded, Number(record['start']), Number(record['end']))).toBe(record['quote'])
    }
    const { document } = parseHTML(await report(folder, 'html'))
    expect(
      [...document.querySelectorAll('article[data-verdict]')].map((one) => one.getAttribute('data-verdict')),
    ).toEqual(['disputed', 'verified'])
    expect(document.querySelector('del')?.textContent).toBe('Eight')
    expect(document.querySelector('ins')?.textContent).toBe('Seven')
    const markdown = await report(folder, 'md')
    expect(markdown).toContain('> ~~Eight~~ shots were fired')
    expect(markdown).toContain('> **Seven** shots were fired')
  })

  it('lists the sources of a folder that was never reviewed', async () => {
    const folder = await folderWith(FILES)
    expect(
      csvRecords(await report(folder, 'csv')).map((record) => [record['record'], record['siglum'], record['path']]),
    ).toEqual([
      ['source', 'A', 'one.txt'],
      ['source', 'B', 'three.txt'],
      ['source', 'C', 'two.md'],
    ])
  })

  it('says that words have changed, and that a source is gone, rather than quote them as if nothing were', async () => {
    const folder = await reviewed()
    await writeFile(join(folder, 'one.txt'), FILES['one.txt'].replace('Eight shots', 'Nine shots'))
    await unlink(join(folder, 'two.md'))
    const { claims, notChecked } = JSON.parse(await report(folder, 'json')) as Json
    expect(claims[0]?.evidence[0]?.passages[0]?.state).toBe('changed')
    expect(notChecked.map((gap) => gap.kind)).toContain('evidence-changed')
    expect(notChecked.find((gap) => gap.kind === 'source-changed')?.about.map((one) => one.label)).toEqual([
      'C: two.md',
    ])
  })

  it('writes nothing into the folder', async () => {
    const folder = await reviewed()
    const before = await everyFile(folder)
    for (const format of ['md', 'html', 'json', 'csv']) await report(folder, format)
    await crossread(['verify', folder, '--json'])
    expect(await everyFile(folder)).toEqual(before)
  })
})

describe('crossread report --out', () => {
  it('writes the report there, and prints nothing', async () => {
    const folder = await folderWith(FILES)
    const out = join(await folderWith({ 'r.csv': 'an older one' }), 'r.csv')
    const clock = { now: () => '2024-03-01T09:00:00.000Z' }
    const written = await crossread(['report', folder, '--format', 'csv', '--out', out], { clock })
    const printed = await crossread(['report', folder, '--format', 'csv'], { clock })
    expect(written).toEqual({ code: 0, out: '', err: '' })
    expect(await readFile(out, 'utf8')).toBe(printed.out)
  })

  it('may write into the folder, and write again what it wrote', async () => {
    const folder = await folderWith(FILES)
    for (const format of ['md', 'html'])
      for (let times = 0; times < 2; times += 1) {
        const outcome = await crossread([
          'report',
          folder,
          '--format',
          format,
          '--out',
          join(folder, `report.${format}`),
        ])
        expect(outcome).toEqual({ code: 0, out: '', err: '' })
      }
  })

  it('never replaces a source, not by another name of it either, nor anything of the review', async () => {
    const folder = await reviewed()
    await symlink(join(folder, 'one.txt'), join(folder, '.other-name'))
    const before = await everyFile(folder)
    for (const out of [
      'one.txt',
      './../' + folder.split('/').at(-1) + '/two.md',
      '.other-name',
      '.crossread/report.md',
    ]) {
      const { code, err } = await crossread(['report', folder, '--format', 'md', '--out', `${folder}/${out}`])
      expect(code).toBe(1)
      expect(err).toMatch(/^crossread report: [^\n]*(is a source of this corpus|lies in the data folder)[^\n]*\n$/)
    }
    expect(await everyFile(folder)).toEqual(before)
  })

  it('says why a place cannot be written, in one line', async () => {
    const folder = await folderWith(FILES)
    await mkdir(join(folder, 'sub'))
    for (const out of [join(folder, 'sub'), join(folder, 'no', 'such', 'place.md'), join(folder, 'one.txt', 'x.md')]) {
      const { code, err } = await crossread(['report', folder, '--format', 'md', '--out', out])
      expect(code).toBe(1)
      expect(err).toMatch(/^crossread report: [^\n]+\n$/)
      expect(err).toContain(out)
    }
  })
})
