import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** The first run may have to build. */
const TIMEOUT_MS = 180_000

async function place(): Promise<{ folder: string; above: string }> {
  const above = await mkdtemp(join(tmpdir(), 'crossread start '))
  onTestFinished(() => rm(above, { recursive: true, force: true }))
  const folder = join(above, 'sources')
  await mkdir(folder)
  await writeFile(join(folder, 'one.txt'), 'The minister said ten words about the bridge.\n')
  return { folder, above }
}

type Run = {
  readonly child: ChildProcess
  /** Resolves with everything printed so far, once it matches or the program ended. */
  until(pattern: RegExp): Promise<string>
  readonly ended: Promise<{ code: number | null; output: string }>
}

function start(args: string[], env: Record<string, string>, above: string): Run {
  const {
    DISPLAY: _d,
    WAYLAND_DISPLAY: _w,
    ELECTRON_DISABLE_SANDBOX: _s,
    ELECTRON_EXEC_PATH: _e,
    ...rest
  } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
    cwd: root,
    env: { ...rest, BROWSER: 'none', INIT_CWD: above, CROSSREAD_CONFIG_DIR: join(above, 'config'), ...env },
  })
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      listeners.forEach((listen) => listen())
    })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return {
    child,
    ended,
    until: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => (pattern.test(output) ? resolve(output) : undefined)
        listeners.add(look)
        look()
        void ended.then(() => resolve(output))
      }),
  }
}

async function pageAt(address: string): Promise<{ status: number; text: string; corpus: string }> {
  const entry = await fetch(address, { redirect: 'manual' })
  const cookie = (entry.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { origin } = new URL(address)
  const page = await fetch(origin, { headers: { cookie } })
  const headers = { cookie, 'content-type': 'application/json' }
  const corpus = await fetch(`${origin}/api/corpus.get`, { method: 'POST', headers, body: '{}' })
  return { status: page.status, text: await page.text(), corpus: await corpus.text() }
}

const READY = /Crossread is ready: (\S+)\n/
const SENTENCE = /^Crossread runs in the browser, since ([^\n]+)\.$/m

describe.runIf(process.platform === 'linux')('npm start', () => {
  it(
    'without a display says so, serves the same workbench on the folder as it was typed, and ends cleanly',
    async () => {
      const { folder, above } = await place()
      const run = start(['sources'], {}, above)
      const output = await run.until(READY)
      expect(SENTENCE.exec(output)?.[1]).toBe('there is no display for a window here')
      const page = await pageAt(READY.exec(output)?.[1] ?? '')
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('<title>Crossread</title>')])
      expect(page.corpus).toContain('"ok":true')
      expect(page.corpus).toContain(JSON.stringify(folder))
      run.child.kill('SIGINT')
      expect((await run.ended).code).toBe(0)
    },
    TIMEOUT_MS,
  )

  const program = (lines: string): string => `#!/bin/sh\n${lines}\n`
  it.each([
    [
      'Electron’s sandbox',
      program('echo "FATAL: No usable sandbox!" >&2; kill -TRAP $$'),
      'this system refuses Electron’s sandbox',
    ],
    [
      'a missing library',
      program('echo "error while loading shared libraries: libnss3.so: no" >&2; exit 127'),
      'a library that Electron needs is not installed (libnss3.so)',
    ],
    ['no known reason', program('exit 3'), 'Electron ended before its window was there (exit code 3)'],
    ['a program that may not be run', null, 'Electron may not be run by this account'],
  ])(
    'goes on in the browser when Electron ends for %s',
    async (_, script, clause) => {
      const { folder, above } = await place()
      const electron = join(above, 'electron')
      await writeFile(electron, script ?? 'nothing')
      await chmod(electron, script === null ? 0o600 : 0o700)
      const env = { DISPLAY: ':4321', ELECTRON_DISABLE_SANDBOX: '1', ELECTRON_EXEC_PATH: electron }
      const output = await start([folder], env, above).until(READY)
      expect(SENTENCE.exec(output)?.[1]).toBe(clause)
      expect(READY.exec(output)?.[1]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
      expect(output).not.toMatch(/^\s+at /m)
    },
    TIMEOUT_MS,
  )

  it(
    'names an Electron that is not there',
    async () => {
      const { folder, above } = await place()
      const missing = join(above, 'gone')
      const env = { DISPLAY: ':4321', ELECTRON_DISABLE_SANDBOX: '1', ELECTRON_EXEC_PATH: missing }
      expect(SENTENCE.exec(await start([folder], env, above).until(READY))?.[1]).toBe(
        `there is no Electron at ${missing}`,
      )
    },
    TIMEOUT_MS,
  )

  it.each([
    ['a folder that is not there', ['nowhere'], 1, /^There is no folder .*nowhere\.\n$/],
    ['a file', ['sources/one.txt'], 1, /one\.txt is a file; Crossread opens a folder of sources\.\n$/],
    ['an unknown option', ['--colour'], 2, /^--colour is not an option of npm start\.\n$/],
  ])('refuses %s in one line', async (_, args, code, line) => {
    const { folder, above } = await place()
    expect(dirname(folder)).toBe(above)
    const ended = await start(args, {}, above).ended
    expect([ended.code, ended.output]).toEqual([code, expect.stringMatching(line)])
  })
})
