import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MergeResult } from '../../../../contract/exchangeEndpoints'
import { WorkbenchError } from '../../../../contract/errors'
import { mergeNamed, showConflicts } from '../../../services/reviewExchange'
import type { ReviewStore } from '../../../services/ports'
import { takePlaces } from '../arguments'
import { DATA_OPTION, JSON_OPTION, type Command, type Given } from '../command'
import { InputError, oneLine } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { printable, write, writeJson } from '../output'
import { dataFolderOf } from '../readCorpus'
import { reasonOf } from '../reasonOf'

export const mergeCommand: Command = {
  name: 'merge',
  usage: ['<folder> <review-file> [--json] [--data <dir>]'],
  summary: 'merge a review file into the review of a folder; conflicts are listed, not resolved',
  options: { json: JSON_OPTION, data: DATA_OPTION },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [folder, file] = takePlaces(given, ['<folder>', '<review-file>'])
  await refuseNoFolder(folder)
  const content = await readWhole(file)
  // Looked at before the folder is: one that was never reviewed stays so when there is nothing to merge.
  const trouble = ports.storage.reviewFileTrouble(content)
  if (trouble !== null) throw new InputError(`${basename(file)}: ${trouble}`)
  const store = await openReview(ports, dataFolderOf(folder, given.text['data']))
  try {
    const { added, updated, unchanged, conflicts } = await mergeNamed(store, { name: basename(file), content })
    const result = { added, updated, unchanged, conflicts: showConflicts(store.records(), conflicts) }
    if (given.on.has('json')) await writeJson(ports.stdout, result)
    else await write(ports.stdout, listing(result))
  } finally {
    await store.close()
  }
  return 0
}

/** The review of the folder, open for writing: what is received is written in the name of this installation. */
async function openReview(ports: CommandLinePorts, dataFolder: string): Promise<ReviewStore> {
  const { writerId, reviewerName } = await ports.openInstallation()
  const opened = await ports.storage.openReview({ dataFolder, reviewer: { id: writerId, name: reviewerName() } })
  if (!opened.ok) throw new WorkbenchError(opened.error)
  for (const message of opened.value.messages) await write(ports.stderr, `crossread merge: ${oneLine(message)}\n`)
  return opened.value
}

async function refuseNoFolder(folder: string): Promise<void> {
  let isFolder: boolean
  try {
    isFolder = (await stat(folder)).isDirectory()
  } catch (error) {
    throw new InputError(`${folder} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
  if (!isFolder) throw new InputError(`${folder} is no folder`)
}

async function readWhole(file: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new InputError(`${file} is no review file: it is not text in UTF-8`, { cause: error })
  }
}

function listing({ added, updated, unchanged, conflicts }: MergeResult): string {
  const lines = conflicts.map(
    ({ about, field, ours, oursBy, theirs, theirsBy }) =>
      `conflict  ${printable(about)}, ${field}: ${printable(`${JSON.stringify(ours)} (${oursBy})`)} and ${printable(`${JSON.stringify(theirs)} (${theirsBy})`)}\n`,
  )
  return `${added} added, ${updated} updated, ${unchanged} unchanged, ${conflicts.length} in conflict.\n${lines.join('')}`
}
