import { performance } from 'node:perf_hooks'
import { createCorpus } from './corpus/createCorpus'
import type { CommandLinePorts } from './hosts/cli/commandLinePorts'
import { runCommandLine } from './hosts/cli/runCommandLine'
import { findBuiltFiles } from './hosts/shared/builtFiles'
import { createPairMatcher } from './jobs/createPairMatcher'
import { createStorage } from './storage/createStorage'
import { openInstallation } from './storage/installation'
import { systemClock } from './systemClock'

/** The command line, wired: the entry that is built to `out/main/cli.js` and called by `bin/crossread.mjs`. */
export async function main(argv: readonly string[]): Promise<void> {
  const { stdout, stderr } = process
  const stop = new AbortController()
  // Serving ends in order. Everything else writes whole files or nothing, so the signal may end it at once.
  if (argv[0] === 'serve') for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  // Without a listener a closed pipe ends the program with a stack trace; writers hear of it by themselves.
  stdout.on('error', () => undefined)
  stderr.on('error', () => undefined)
  process.exitCode = await runCommandLine(argv, createCommandLinePorts({ stdout, stderr, signal: stop.signal }))
}

/** Real files, real reviews and the matcher on the calling thread; streams and the signal to stop come from outside. */
export function createCommandLinePorts(
  outside: Pick<CommandLinePorts, 'stdout' | 'stderr' | 'signal'>,
): CommandLinePorts {
  return {
    corpus: createCorpus(),
    storage: createStorage({ clock: systemClock }),
    openInstallation: () => openInstallation(),
    clock: systemClock,
    matchPair: createPairMatcher(() => performance.now()),
    matchCorpus: async (job, onProgress) => {
      const { createJobs } = await import('./jobs/createJobs')
      return createJobs({ workerUrl: null }).matchCorpus(job, onProgress)
    },
    // The page, its server and its workers are not loaded for commands that need none of them.
    serve: async (request) => (await import('./hosts/http/serve')).serve(request),
    version: findBuiltFiles().version,
    ...outside,
  }
}
