import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { build } from 'vite'

export type ChildEvent = {
  readonly opened?: string | null
  readonly claims?: number
  readonly saved?: string
  readonly refused?: string
  readonly readOnly?: string | null
  readonly closed?: boolean
  readonly writerId?: string
  /** The claim that an undoing took away, null when it was something else. */
  readonly undone?: string | null
  /** Looks that found something of a colleague. */
  readonly looks?: number
  readonly messages?: readonly string[]
}

/** storageChild as one file that plain Node runs, with everything in it: also a user who may not read this folder can. */
export async function buildStorageChild(): Promise<{ script: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-child-'))
  await chmod(folder, 0o755)
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(import.meta.dirname, 'storageChild.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      rollupOptions: {
        // Packages in CommonJS that are bundled into a module still ask for their file's name.
        output: { format: 'es', entryFileNames: 'child.mjs', banner: 'const __filename = import.meta.filename;' },
      },
    },
  })
  return { script: join(folder, 'child.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}

export type RunningChild = {
  readonly process: ChildProcess
  /** Everything that it has said so far. */
  readonly events: ChildEvent[]
  /** Resolves when it has said something of the kind; rejects when it ends before. */
  said(kind: keyof ChildEvent): Promise<ChildEvent>
  /** How it ended: its code or signal, and what it wrote to standard error. All its events are there by then. */
  readonly ended: Promise<{ code: number | null; signal: string | null; errors: string }>
}

/** Starts a program and reads its events; it is killed when the test ends, if it still runs. */
export function startChild(command: string, args: readonly string[], options: SpawnOptions = {}): RunningChild {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  onTestFinished(() => void child.kill('SIGKILL'))
  const events: ChildEvent[] = []
  const listeners = new Set<() => void>()
  let errors = ''
  let over = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  if (child.stdout === null) throw new Error('the output of a child must be readable')
  createInterface({ input: child.stdout }).on('line', (line) => {
    events.push(JSON.parse(line) as ChildEvent)
    for (const listener of listeners) listener()
  })
  const ended = new Promise<{ code: number | null; signal: string | null; errors: string }>((done) => {
    child.on('close', (code, signal) => {
      over = true
      for (const listener of listeners) listener()
      done({ code, signal, errors })
    })
  })
  async function said(kind: keyof ChildEvent): Promise<ChildEvent> {
    for (;;) {
      const event = events.find((one) => one[kind] !== undefined)
      if (event !== undefined) return event
      if (over) throw new Error(`the child ended without “${kind}”: ${errors}`)
      await new Promise<void>((done) => {
        const listener = (): void => {
          listeners.delete(listener)
          done()
        }
        listeners.add(listener)
      })
    }
  }
  return { process: child, events, said, ended }
}
