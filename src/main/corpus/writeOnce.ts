import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemCode } from './fileFailures'

/**
 * Writes a new file, whole or not at all, and never over another: the bytes are flushed under a hidden name first and
 * then linked to their own, which fails when that is taken. False when it is taken.
 */
export async function writeOnce(file: string, bytes: Uint8Array): Promise<boolean> {
  const folder = dirname(file)
  const temporary = join(folder, `.crossread-${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const isNew = await giveName(temporary, file)
    await syncFolder(folder)
    return isNew
  } finally {
    await rm(temporary, { force: true })
  }
}

async function giveName(temporary: string, file: string): Promise<boolean> {
  try {
    await link(temporary, file)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
  }
  // Some disks (FAT, some network shares) have no links: there, copying refuses to replace too.
  try {
    await copyFile(temporary, file, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Makes the new name last through a power cut, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // Windows opens no folders; the file itself is flushed, and its name follows.
  }
}
