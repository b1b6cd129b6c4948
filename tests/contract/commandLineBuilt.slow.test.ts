import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIfOlder, runBuilt, startBuilt } from '../support/builtProgram'
import { everyFile, folderWith } from '../support/commandLine'
import type { MatchedPair } from '../support/matchedPair'

beforeAll(buildIfOlder, 600_000)

const SHARED = 'Eight shots were fired on the lawn behind the house that night'
const FILES = { 'a.txt': `One opening.\n${SHARED}, it says.\n`, 'b.txt': `Another opening.\nFor ${SHARED}.\n` }

describe('the built program', () => {
  it('runs from its executable in plain Node', async () => {
    const { code, out, err } = await runBuilt(['--version'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('runs from any folder, on paths that are relative to it', async () => {
    const folder = await folderWith(FILES)
    const { code, out, err } = await runBuilt(['match', 'a.txt', 'b.txt', '--json'], folder)
    expect([code, err]).toEqual([0, ''])
    const pair = JSON.parse(out) as MatchedPair
    expect([pair.a.path, pair.b.path]).toEqual(['a.txt', 'b.txt'])
    expect(pair.passages.map((passage) => passage.a.text).join()).toContain(SHARED)
  })

  it('lists and reports, and writes nothing into the folder', async () => {
    const folder = await folderWith(FILES)
    const before = await everyFile(folder)
    const list = await runBuilt(['sources', folder, '--json'])
    expect((JSON.parse(list.out) as { siglum: string }[]).map((source) => source.siglum)).toEqual(['A', 'B'])
    const html = await runBuilt(['report', folder, '--format', 'html'])
    expect(html.out).toContain('data-verification="unchecked"')
    expect((await runBuilt(['verify', folder, '--json'])).code).toBe(0)
    expect(await everyFile(folder)).toEqual(before)
  })

  it('never shows a stack trace', async () => {
    const folder = await folderWith(FILES)
    for (const argv of [
      [],
      ['match', 'a'],
      ['match', 'no', 'such'],
      ['sources', join(folder, 'a.txt')],
      ['report', folder],
    ]) {
      const { code, out, err } = await runBuilt(argv)
      expect(code).toBeGreaterThan(0)
      expect(out).toBe('')
      expect(err).toMatch(/^crossread[^\n]*\n$/)
    }
  })

  it('prints a text of megabytes whole, and ends in peace when its reader leaves', async () => {
    const folder = await folderWith({ 'long.txt': `${'A line of a long text.\n'.repeat(200_000)}end` })
    const whole = await runBuilt(['sources', folder, '--text', 'long.txt'])
    expect([whole.code, whole.err, whole.out.length, whole.out.endsWith('end')]).toEqual([0, '', 4_600_003, true])
    const child = startBuilt(['sources', folder, '--text', 'long.txt'])
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.stdout?.once('data', () => child.stdout?.destroy())
    const [code] = (await once(child, 'close')) as [number | null]
    expect([code, err]).toEqual([0, ''])
  })

  it('serves a folder: one address on standard output, and ends in order when it is asked to', async () => {
    const folder = await folderWith(FILES)
    const child = startBuilt(['serve', folder, '--data', join(await folderWith(), 'data')])
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
    try {
      await once(child.stdout ?? child, 'data')
      expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\S*\n$/)
      const door = await fetch(out.trim(), { redirect: 'manual' })
      const cookie = (door.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      const page = await fetch(new URL('/', out.trim()), { headers: { cookie } })
      expect(page.status).toBe(200)
      expect(await page.text()).toMatch(/<html/i)
    } finally {
      child.kill('SIGTERM')
    }
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code).toBe(0)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
  })
})
