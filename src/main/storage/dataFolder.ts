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

/** A file that carries lines of one writer's journal. */
export type JournalPlace = { readonly writer: string; readonly journal: string }

/** Where a writer keeps what came from others in review files: each foreign journal word for word. */
export function receivedFolder(place: WriterPlace): string {
  return join(place.folder, 'received')
}

/** Number 1 is `<writer>.jsonl`; a journal that goes on in two ways has a second file, `<writer>.2.jsonl`. */
export function receivedPlace(place: WriterPlace, writer: string, number: number): JournalPlace {
  const name = number === 1 ? `${writer}.jsonl` : `${writer}.${number}.jsonl`
  return { writer, journal: join(receivedFolder(place), name) }
}

const RECEIVED_NAME = /^([A-Za-z0-9_-]{1,64})(?:\.\d+)?\.jsonl$/

/** The foreign journals that a writer keeps. */
export async function listReceived(place: WriterPlace): Promise<readonly JournalPlace[]> {
  const folder = receivedFolder(place)
  return (await listFolder(folder)).flatMap((name) => {
    const writer = RECEIVED_NAME.exec(name)?.[1]
    return writer === undefined ? [] : [{ writer, journal: join(folder, name) }]
  })
}

/** Every file of the folder that carries a journal: each writer's own, and what they received. */
export async function listJournals(dataFolder: string): Promise<readonly JournalPlace[]> {
  const places: JournalPlace[] = []
  for (const place of await listWriters(dataFolder)) places.push(place, ...(await listReceived(place)))
  return places
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
