import { readFile, stat } from 'node:fs/promises'
import { WorkbenchError } from '../../../../contract/errors'
import type { ReportModel, ReportPassage } from '../../../../core/report/reportModel'
import { shorten, STATE_WORDS } from '../../../../core/report/reportWords'
import { listRecords } from '../../../../core/claim/recordTable'
import { takePlaces } from '../arguments'
import { DATA_OPTION, JSON_OPTION, type Command, type Given } from '../command'
import { InputError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { printable, write, writeJson } from '../output'
import { dataFolderOf, readCorpus, type CorpusAsRead } from '../readCorpus'
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

type Check = { readonly what: string; readonly ok: boolean; readonly message: string }

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
    return [...stored, ...checkSources(corpus), ...checkPassages(buildModel(corpus, ports))]
  } catch (error) {
    // A review that cannot be read is what verify is there to tell, beside everything else that it found.
    if (!(error instanceof WorkbenchError) || error.code !== 'STORAGE_UNREADABLE') throw error
    return [...stored, { what: 'review', ok: false, message: error.message }]
  }
}

/** Whether every file that was registered is still the one that was read last. New files are no fault. */
function checkSources(corpus: CorpusAsRead): readonly Check[] {
  const here = new Map(corpus.sources.map((source) => [source.registered.id, source]))
  return listRecords(corpus.records, 'source').map(({ id, siglum, path, versions }) => {
    const what = `source ${siglum}`
    const source = here.get(id)
    const last = versions.at(-1)
    if (source === undefined) return { what, ok: false, message: `${path} is not in the folder any more.` }
    if (last === undefined || source.reading.sha256 === last.sha256)
      return { what, ok: true, message: `${source.reading.path} is the file that was read.` }
    return { what, ok: false, message: `${source.reading.path} has changed since it was read on ${last.readAt}.` }
  })
}

function checkPassages(model: ReportModel): readonly Check[] {
  const evidence = model.claims.flatMap((claim) =>
    claim.evidence.flatMap((one) =>
      one.passages.map((passage, index) => checkPassage(`evidence ${one.id}/${index + 1}`, passage)),
    ),
  )
  const notes = model.notes.flatMap((note) =>
    note.passages.map((passage, index) => checkPassage(`note ${note.id}/${index + 1}`, passage)),
  )
  return [...evidence, ...notes]
}

function checkPassage(what: string, passage: ReportPassage): Check {
  const ok = passage.state === 'exact' || passage.state === 'moved'
  return { what, ok, message: `${passage.siglum} “${shorten(passage.cited.exact)}”: ${STATE_WORDS[passage.state]}.` }
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
