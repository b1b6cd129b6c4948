import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { createCommandLinePorts } from '../../src/main/commandLine'
import type { CommandLinePorts } from '../../src/main/hosts/cli/commandLinePorts'
import { runCommandLine } from '../../src/main/hosts/cli/runCommandLine'

export type Outcome = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a command in this process, on real files, with what it would print. */
export async function crossread(argv: readonly string[], instead: Partial<CommandLinePorts> = {}): Promise<Outcome> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const ports = createCommandLinePorts({
    stdout: collector(out),
    stderr: collector(err),
    signal: new AbortController().signal,
  })
  const code = await runCommandLine(argv, { ...ports, ...instead })
  return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }
}

function collector(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
}

/** A temporary folder with these files, removed when the test ends. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Every file under the folder with its bytes in hexadecimal, to see that nothing was written. */
export async function everyFile(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: Record<string, string> = {}
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[path] = (await readFile(path)).toString('hex')
  }
  return files
}

/** The decoded file as CONTRACTS.md has it: bytes as text, byte order mark off, nothing else changed. */
export async function decodedFile(path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(await readFile(path))
}

/** `text` from one code point to another. */
export function codePoints(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('')
}
