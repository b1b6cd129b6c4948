import { toSourceView } from '../../../services/sourceViews'
import { takePlaces } from '../arguments'
import { DATA_OPTION, JSON_OPTION, type Command, type Given } from '../command'
import { InputError, oneLine, UsageError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { printable, table, write, writeJson } from '../output'
import { readCorpus, type CorpusAsRead } from '../readCorpus'
import { sourceToJson } from '../sourceToJson'

export const sourcesCommand: Command = {
  name: 'sources',
  usage: ['<folder> [--json] [--data <dir>]', '<folder> --text <path>'],
  summary: 'list the sources of a folder, or print the text of one as offsets count it',
  options: {
    json: JSON_OPTION,
    text: {
      type: 'string',
      value: '<path>',
      help: 'print the decoded text of this source (of HTML the extracted text) and nothing else',
    },
    data: DATA_OPTION,
  },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [folder] = takePlaces(given, ['<folder>'])
  const path = given.text['text']
  if (path !== undefined) {
    if (given.on.has('json')) throw new UsageError('--text prints plain text and goes without --json')
    return await printText(ports, folder, path)
  }
  const corpus = await readCorpus(ports, folder, given.text['data'])
  for (const message of corpus.messages) await write(ports.stderr, `crossread sources: ${oneLine(message)}\n`)
  if (given.on.has('json'))
    await writeJson(
      ports.stdout,
      corpus.sources.map((source) => sourceToJson(source, corpus.records)),
    )
  else await write(ports.stdout, listing(corpus))
  return 0
}

async function printText(ports: CommandLinePorts, folder: string, given: string): Promise<number> {
  const path = given.replaceAll('\\', '/').replace(/^\.\//u, '')
  const paths = await ports.corpus.listPaths(folder)
  if (!paths.includes(path))
    throw new InputError(`${given} is no source of ${folder}; crossread sources ${folder} lists them`)
  const source = await ports.corpus.readFile(folder, path)
  if (!source.ok) throw new InputError(`${source.error.path}: ${source.error.message}`)
  const { article } = source.value
  await write(ports.stdout, article.offsets.decodedText({ start: 0, endExclusive: article.text.length }))
  return 0
}

function listing(corpus: CorpusAsRead): string {
  if (corpus.sources.length === 0 && corpus.setAside.length === 0)
    return `No sources in ${printable(corpus.folder, 500)}: put .txt, .md or .html files there.\n`
  const views = corpus.sources.map((source) => toSourceView(source, corpus.records))
  const rows = views.map((view) => [
    view.siglum,
    printable(view.path, 60),
    `${view.words} words`,
    view.encoding,
    printable([view.metadata.outlet, view.metadata.title].filter((text) => text !== null).join(', ')),
  ])
  const problems = views.flatMap((view) =>
    view.problems.map((problem) => `${view.siglum}: ${printable(problem.message, 500)}\n`),
  )
  const setAside = corpus.setAside.map(
    (file) => `not opened: ${printable(file.path, 200)}: ${printable(withoutVerdict(file.message), 500)}\n`,
  )
  return [table(rows), ...problems, ...setAside].join('')
}

/** The reason alone: that the file was not opened is said at the start of the line. */
function withoutVerdict(message: string): string {
  return message.replace(/^Not opened: /u, '')
}
