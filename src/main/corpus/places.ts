import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isWithin } from './findFiles'

/** Whether two paths lead to one file that is there, whatever links, case or spelling they have. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  try {
    const [one, other] = await Promise.all([stat(a, { bigint: true }), stat(b, { bigint: true })])
    return one.dev === other.dev && one.ino === other.ino
  } catch {
    return false
  }
}

/** Whether the path, which need not be there yet, is the folder or lies in it, links followed. */
export async function liesIn(folder: string, path: string): Promise<boolean> {
  return isWithin(await settle(folder), await settle(path))
}

/** The path with links in as much of it as is there followed. */
async function settle(path: string): Promise<string> {
  const whole = resolve(path)
  try {
    return await realpath(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(await settle(above), basename(whole))
  }
}
