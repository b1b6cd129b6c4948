import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { idSchema } from '../../contract/schemas'
import { isMissing } from './storageFailure'

/** Where a writer's files are, after CONTRACTS.md, "The data folder". */
export type WriterPlace = {
  readonly writer: string
  readonly folder: string
  readonly journal: string
  readonly document: string
}

export function writerPlace(dataFolder: string, writer: string): WriterPlace {
  const folder = join(dataFolder, 'writers', v.parse(idSchema, writer))
  return { writer, folder, journal: join(folder, 'journal.jsonl'), document: join(folder, 'review.json') }
}

export function snapshotsFolder(dataFolder: string): string {
  return join(dataFolder, 'snapshots')
}

/** Everyone who has written into the folder, by id; empty when nobody has. */
export async function listWriters(dataFolder: string): Promise<readonly WriterPlace[]> {
  const names = await listFolder(join(dataFolder, 'writers'))
  return names.filter((name) => v.is(idSchema, name)).map((name) => writerPlace(dataFolder, name))
}

/** The names in a folder, sorted; empty when there is no such folder. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
