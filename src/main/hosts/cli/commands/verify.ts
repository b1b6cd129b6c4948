import { readFile, stat } from 'node:fs/promises'
import { WorkbenchError } from '../../../../contract/errors'
import type { Check } from '../../../../contract/schemas'
import { checkPassages, checkSources } from '../../../services/verifyCorpus'
import { takePlaces } from '../arguments'
import { DATA_OPTION, JSON_OPTION, type Command, type Given } from '../command'
import { InputError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { printable, write, writeJson } from '../output'
import { dataFolderOf, readCorpus } from '../readCorpus'
import { reasonOf } from '../reasonOf'
import { buildModel } from './report'

export const verifyCommand: Command = {
  name: 'verify',
  usage: ['<folder> [--json] [--data <dir>]', '<report.html> [--json]'],
  summary:
    'check journals, snapshots, fingerprints and cited passages; exit code 1 when something is not as it should be',
  options: { json: JSON_OPTION, data: DATA_OPTION },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [place] = takePlaces(given, ['<folder or report.html>'])
  const checks = (await isFile(place)) ? await checkReport(place) : await checkFolder(place, given.text['data'], ports)
  const ok = checks.every((check) => check.ok)
  if (given.on.has('json')) await writeJson(ports.stdout, { ok, checks })
  else await write(ports.stdout, listing(checks, ok))
  return ok ? 0 : 1
}

async function checkFolder(
  folder: string,
  data: string | undefined,
  ports: CommandLinePorts,
): Promise<readonly Check[]> {
  const stored = (await ports.storage.verify(dataFolderOf(folder, data))).map(({ what, ok, message }) => ({
    what,
    ok,
    message,
  }))
  try {
    const corpus = await readCorpus(ports, folder, data)
    const files = new Map(
      corpus.sources.map(({ registered, reading }) => [registered.id, { path: reading.path, sha256: reading.sha256 }]),
    )
    return [...stored, ...checkSources(corpus.records, files), ...checkPassages(buildModel(corpus, ports))]
  } catch (error) {
    // A review that cannot be read is what verify is there to tell, beside everything else that it found.
    if (!(error instanceof WorkbenchError) || error.code !== 'STORAGE_UNREADABLE') throw error
    return [...stored, { what: 'review', ok: false, message: error.message }]
  }
}

/** Reports do not verify themselves yet, and to say that they are in order would be a lie. */
async function checkReport(path: string): Promise<readonly Check[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new InputError(`${path} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
  const state = /<html\b[^>]*\bdata-verification="(ok|failed|unchecked)"/u.exec(text)?.[1]
  if (state === undefined) throw new InputError(`${path} is neither a folder nor an HTML report of Crossread`)
  const message = `${path} says “${state}” of itself; this version cannot check a report. Check the folder that it was made from.`
  return [{ what: 'report', ok: false, message }]
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

function listing(checks: readonly Check[], ok: boolean): string {
  const lines = checks.map(
    (check) => `${check.ok ? 'ok    ' : 'not ok'} ${printable(check.what)}: ${printable(check.message, 500)}\n`,
  )
  const failed = checks.filter((check) => !check.ok).length
  const end = ok ? `All ${checks.length} checks are in order.\n` : `${failed} of ${checks.length} checks failed.\n`
  return [...lines, end].join('')
}
