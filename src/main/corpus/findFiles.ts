import type { Dirent } from 'node:fs'
import { readdir, readlink, realpath, stat } from 'node:fs/promises'
import { join, relative, sep, isAbsolute } from 'node:path'
import { compareCodeUnits } from '../../core/text/sigla'
import type { SetAsideFile } from '../services/ports'
import { explainSystemError } from './fileFailures'
import { formatOf, isPassedOver } from './fileKinds'
import { setAside } from './problems'
import { unsupported } from './readSource'

/** Unsupported files that are listed one by one; the rest is one line, so that a wrong folder gives a readable list. */
export const MOST_UNSUPPORTED_LISTED = 300

export type FoundFiles = {
  /** Paths of files that are named like sources, in code-unit order. */
  readonly paths: readonly string[]
  readonly setAside: readonly SetAsideFile[]
}

type Walk = {
  readonly root: string
  readonly realRoot: string
  readonly signal: AbortSignal | undefined
  readonly paths: string[]
  readonly setAside: SetAsideFile[]
}

/**
 * Every file under the folder that is named like a source, and every other one with the reason why it is none.
 * Links to folders are not followed: what is in the corpus is read where it stands, what is outside is not ours.
 * @throws when the folder itself cannot be listed
 */
export async function findFiles(folder: string, signal?: AbortSignal): Promise<FoundFiles> {
  const walk: Walk = { root: folder, realRoot: await realpath(folder), signal, paths: [], setAside: [] }
  const folders = ['']
  for (let path = folders.pop(); path !== undefined && signal?.aborted !== true; path = folders.pop()) {
    for (const entry of await listFolder(walk, path)) {
      if (isPassedOver(entry.name) && !(entry.isDirectory() && /^readme/i.test(entry.name))) continue
      const entryPath = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory()) {
        folders.push(entryPath)
        if (formatOf(entryPath) !== null) walk.setAside.push(folderNamedLikeFile(entryPath))
      } else if (entry.isSymbolicLink()) {
        await visitLink(walk, entryPath)
      } else {
        visitFile(walk, entryPath)
      }
    }
  }
  return { paths: walk.paths.sort(compareCodeUnits), setAside: gatherUnsupported(walk.setAside) }
}

async function listFolder(walk: Walk, path: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(walk.root, path), { withFileTypes: true })
  } catch (error) {
    if (path === '') throw error
    walk.setAside.push(setAside(path, 'UNREADABLE', `The folder could not be read: ${explainSystemError(error)}.`))
    return []
  }
}

function folderNamedLikeFile(path: string): SetAsideFile {
  return setAside(path, 'UNREADABLE', 'It is a folder, though it is named like a file; the files in it are read.')
}

function visitFile(walk: Walk, path: string): void {
  if (formatOf(path) === null) walk.setAside.push(unsupported(path))
  else walk.paths.push(path)
}

async function visitLink(walk: Walk, path: string): Promise<void> {
  const link = join(walk.root, path)
  try {
    const target = await realpath(link)
    const isFolder = (await stat(target)).isDirectory()
    if (!isWithin(walk.realRoot, target)) {
      walk.setAside.push(setAside(path, 'LINK_OUTSIDE', 'Not opened: it is a link that leads outside the folder.'))
    } else if (!isFolder) {
      visitFile(walk, path)
    } else if (isWithin(target, await realpath(join(link, '..')))) {
      walk.setAside.push(setAside(path, 'LINK_CIRCULAR', 'Not opened: it is a link back to a folder that it is in.'))
    } else {
      const shown = relative(walk.realRoot, target).split(sep).join('/')
      walk.setAside.push(
        setAside(path, 'LINK_FOLDER', `Not opened: it is a link to the folder ${shown} of this corpus.`),
      )
    }
  } catch (error) {
    const goal = await readlink(link).catch(() => '')
    const where = goal === '' ? '' : ` (to ${goal})`
    walk.setAside.push(setAside(path, 'UNREADABLE', `Not opened: it is a link${where}, and ${brokenLink(error)}.`))
  }
}

function brokenLink(error: unknown): string {
  const why = explainSystemError(error)
  return why === 'it is not there' ? 'what it leads to is not there' : why
}

/** True when `path` is `folder` or lies under it; both are real paths. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

function gatherUnsupported(files: readonly SetAsideFile[]): readonly SetAsideFile[] {
  const sorted = [...files].sort((a, b) => compareCodeUnits(a.path, b.path))
  const others = sorted.filter((file) => file.code === 'UNSUPPORTED')
  const more = others.length - MOST_UNSUPPORTED_LISTED
  if (more <= 0) return sorted
  const left = new Set(others.slice(MOST_UNSUPPORTED_LISTED))
  const message = `Not opened: ${more.toLocaleString('en-US')} more files whose format is not supported; Crossread reads .txt, .md and .html.`
  return [...sorted.filter((file) => !left.has(file)), setAside('…', 'UNSUPPORTED', message)]
}
