import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { WorkbenchError } from '../../../contract/errors'

/** A type for every kind of file that a build of the page holds; anything else goes out as bytes that nothing runs. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

const PAGE = '/index.html'

export type RendererFile = { readonly mediaType: string; readonly bytes: Buffer }

export interface RendererFiles {
  /** The file at this path of an address, or the page itself when there is no such file. */
  at(urlPath: string): Promise<RendererFile>
}

/**
 * The built page. The folder is listed and requests are looked up in that list, so there is no path to resolve and none
 * that could lead outside, however it is written. The list is made anew with every page, since a build renames its parts.
 * @throws {WorkbenchError} when the page has not been built
 */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  let files = await listAll(folder)
  async function page(): Promise<RendererFile> {
    files = await listAll(folder)
    const path = files.get(PAGE)
    if (path === undefined) throw notBuilt(folder)
    return read(path)
  }
  if (!files.has(PAGE)) throw notBuilt(folder)
  return {
    at(urlPath) {
      const path = urlPath === PAGE ? undefined : files.get(decode(urlPath))
      return path === undefined ? page() : read(path)
    },
  }
}

function notBuilt(folder: string): WorkbenchError {
  return new WorkbenchError({
    code: 'INTERNAL',
    message: `The interface is not built: there is no index.html in ${folder}. Run npm run build.`,
  })
}

async function read(path: string): Promise<RendererFile> {
  return { mediaType: mediaTypeOf(path), bytes: await readFile(path) }
}

async function listAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  await list(folder, '/', files)
  return files
}

function mediaTypeOf(path: string): string {
  return MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/** Links are left out: what they lead to was not built. */
async function list(folder: string, prefix: string, into: Map<string, string>): Promise<void> {
  let entries
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries) {
    if (entry.isDirectory()) await list(join(folder, entry.name), `${prefix}${entry.name}/`, into)
    else if (entry.isFile()) into.set(prefix + entry.name, join(folder, entry.name))
  }
}

/** The path as written where it is not a valid encoding: it then names no file. */
function decode(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return urlPath
  }
}
