import { appendFile, readdir, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { crossread, folderWith } from '../support/commandLine'
import { choose, reviewFolder } from '../support/reviewedFolder'

type Verification = { ok: boolean; checks: { what: string; ok: boolean; message: string }[] }

async function verify(place: string): Promise<{ code: number; found: Verification }> {
  const { code, out, err } = await crossread(['verify', place, '--json'])
  expect(err).toBe('')
  return { code, found: JSON.parse(out) as Verification }
}

async function reviewed(): Promise<string> {
  const folder = await folderWith({ 'one.txt': 'Eight shots were fired, they said.\n', 'two.txt': 'Another text.\n' })
  await reviewFolder(folder, async (client) => {
    const passage = await choose(client, 'one.txt', 'Eight shots')
    await client.call('claim.create', { statement: 'Eight', evidence: [{ stance: 'supports', passages: [passage] }] })
  })
  return folder
}

function failed({ found }: { found: Verification }): string[] {
  return found.checks.filter((check) => !check.ok).map((check) => check.what)
}

describe('crossread verify', () => {
  it('finds a reviewed folder in order, and says what it checked', async () => {
    const { code, found } = await verify(await reviewed())
    expect([code, found.ok, failed({ found })]).toEqual([0, true, []])
    const checked = found.checks.map((check) => check.what).join('\n')
    for (const what of [/^journal /m, /^source A$/m, /^source B$/m, /^evidence .*\/1$/m]) expect(checked).toMatch(what)
  })

  it('finds a folder in order that was never reviewed', async () => {
    const { code, found } = await verify(await folderWith({ 'a.txt': 'words' }))
    expect([code, found.ok]).toEqual([0, true])
  })

  it('notices a source that was changed under a citation', async () => {
    const folder = await reviewed()
    await writeFile(join(folder, 'one.txt'), 'Seven shots were fired, they said.\n')
    const result = await verify(folder)
    expect([result.code, result.found.ok]).toEqual([1, false])
    expect(failed(result)).toEqual(['source A', expect.stringMatching(/^evidence /)])
  })

  it('notices a source that is gone', async () => {
    const folder = await reviewed()
    await unlink(join(folder, 'two.txt'))
    const result = await verify(folder)
    expect([result.code, failed(result)]).toEqual([1, ['source B']])
  })

  it('notices a journal that was tampered with, and a snapshot', async () => {
    const folder = await reviewed()
    const writers = join(folder, '.crossread/writers')
    const [writer = ''] = await readdir(writers)
    await appendFile(join(writers, writer, 'journal.jsonl'), '{"not":"an entry"}\n')
    const snapshots = join(folder, '.crossread/snapshots')
    const [snapshot = ''] = await readdir(snapshots)
    await writeFile(join(snapshots, snapshot), 'other bytes', { flag: 'w' }).catch(async () => {
      await unlink(join(snapshots, snapshot))
      await writeFile(join(snapshots, snapshot), 'other bytes')
    })
    const result = await verify(folder)
    expect(result.code).toBe(1)
    expect(failed(result).some((what) => what.startsWith('journal '))).toBe(true)
    expect(failed(result).some((what) => what.includes('snapshot'))).toBe(true)
  })

  it('tells people the same in lines', async () => {
    const folder = await reviewed()
    await unlink(join(folder, 'two.txt'))
    const { code, out } = await crossread(['verify', folder])
    expect(code).toBe(1)
    expect(out).toMatch(/^not ok source B: two\.txt is not in the folder any more\.$/m)
    expect(out).toMatch(/\n1 of \d+ checks failed\.\n$/)
  })

  it('calls a report that nobody checked not in order, and another file no report', async () => {
    const folder = await folderWith({ 'a.txt': 'words' })
    const html = join(await folderWith(), 'report.html')
    await crossread(['report', folder, '--format', 'html', '--out', html])
    const { code, found } = await verify(html)
    expect([code, found.ok, found.checks[0]?.what]).toEqual([1, false, 'report'])
    expect(found.checks[0]?.message).toContain('unchecked')
    const other = await crossread(['verify', join(folder, 'a.txt'), '--json'])
    expect([other.code, other.out]).toEqual([1, ''])
    expect(other.err).toMatch(/^crossread verify: [^\n]* is neither a folder nor an HTML report of Crossread\n$/)
  })
})
