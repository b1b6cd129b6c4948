import { visibleReview } from '../../../../core/claim/blindReview'
import { REPORT_FORMATS, reportFile, type ReportFormat } from '../../../../core/report/reportFile'
import { buildCorpusReport } from '../../../services/buildCorpusReport'
import { takePlaces } from '../arguments'
import { DATA_OPTION, type Command, type Given } from '../command'
import { oneLine, UsageError } from '../commandFailure'
import type { CommandLinePorts } from '../commandLinePorts'
import { write } from '../output'
import { readCorpus, type CorpusAsRead } from '../readCorpus'
import { writeReport } from '../writeReport'

export const reportCommand: Command = {
  name: 'report',
  usage: ['<folder> --format md|html|json|csv [--out <file>] [--data <dir>]'],
  summary: 'report on the claims, evidence, notes and sources of a folder',
  options: {
    format: { type: 'string', value: 'md|html|json|csv', help: 'the form of the report' },
    out: { type: 'string', value: '<file>', help: 'write it there; to standard output if not given' },
    data: DATA_OPTION,
  },
  run,
}

async function run(given: Given, ports: CommandLinePorts): Promise<number> {
  const [folder] = takePlaces(given, ['<folder>'])
  const format = readFormat(given.text['format'])
  const out = given.text['out']
  if (out === '') throw new UsageError('--out needs the name of a file')
  const corpus = await readCorpus(ports, folder, given.text['data'])
  for (const message of corpus.messages) await write(ports.stderr, `crossread report: ${oneLine(message)}\n`)
  const { hidden } = visibleReview(corpus.records, null)
  if (hidden.size > 0) await write(ports.stderr, `crossread report: ${blindMessage(hidden)}\n`)
  const { content } = reportFile(buildModel(corpus, ports), format)
  if (out === undefined) await write(ports.stdout, content)
  else await writeReport(corpus, out, content)
  return 0
}

export function buildModel(corpus: CorpusAsRead, ports: Pick<CommandLinePorts, 'version' | 'clock'>) {
  return buildCorpusReport({
    corpusName: corpus.name,
    folder: corpus.folder,
    program: { name: 'Crossread', version: ports.version },
    madeAt: ports.clock.now(),
    sources: [...corpus.sources, ...corpus.missing],
    setAside: corpus.setAside,
    // Nobody in particular asks here: while review is blind, nobody's verdicts are told.
    ...visibleReview(corpus.records, null),
  })
}

function blindMessage(hidden: ReturnType<typeof visibleReview>['hidden']): string {
  const claims = hidden.size === 1 ? 'one claim' : `${hidden.size} claims`
  return `Review is blind: the verdicts on ${claims} are left out. Turn blind review off in Crossread to report them.`
}

function readFormat(given: string | undefined): ReportFormat {
  const format = REPORT_FORMATS.find((one) => one === given)
  if (format !== undefined) return format
  const wanted = REPORT_FORMATS.join(', ')
  throw new UsageError(
    given === undefined
      ? `--format is missing: one of ${wanted}`
      : `there is no format ${JSON.stringify(given)}: one of ${wanted}`,
  )
}
