import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { WorkbenchError } from '../contract/errors'
import type { WorkbenchEvent } from '../contract/events'
import { createRouter, type Router } from '../contract/router'
import { createCorpus } from './corpus/createCorpus'
import { watchWriters } from './corpus/watchWriters'
import { createJobs } from './jobs/createJobs'
import { findBuiltFiles } from './hosts/shared/builtFiles'
import { createHandlers } from './services/handlers'
import { createTurns } from './services/oneAtATime'
import { closeSession, openCorpus } from './services/openCorpus'
import type { HostPort } from './services/ports'
import { revisionOf } from './services/reviewView'
import type { ServiceContext, ServiceEvent } from './services/session'
import { createStorage } from './storage/createStorage'
import { openInstallation } from './storage/installation'
import { systemClock } from './systemClock'

/** The whole program without its window: every host wires this and shows it in its own way. */
export interface Workbench {
  readonly router: Router
  /** @throws {WorkbenchError} when the folder cannot be opened */
  open(folder: string): Promise<void>
  /** The folder that is open, null when none is. */
  folder(): string | null
  /** Flushes what is not yet written and stops the workers. */
  close(): Promise<void>
}

export type WorkbenchOptions = {
  readonly host: HostPort
  /** Where reviewer and preferences of this installation lie; null for the system's place. */
  readonly configDir: string | null
  /** A data folder instead of `.crossread` beside the sources. */
  readonly dataFolder: string | null
  /** Null runs matching on the calling thread. */
  readonly workerUrl: URL | null
  readonly emit: (event: WorkbenchEvent) => void
  /** Hears of errors that nobody expected. */
  readonly onBug: (error: unknown, where: string) => void
}

/** @throws {WorkbenchError} when the settings of this installation cannot be read or written */
export async function createWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const jobs = createJobs({ workerUrl: options.workerUrl })
  const context: ServiceContext = {
    corpus: createCorpus(),
    storage: createStorage({ clock: systemClock, watchFiles: watchWriters }),
    jobs,
    host: options.host,
    clock: systemClock,
    installation: await openInstallation({ configDir: options.configDir }),
    dataFolder: options.dataFolder === null ? null : resolve(options.dataFolder),
    dataFolderOwner: null,
    sampleFolder: sampleFolder(),
    writeWhole,
    emit: (event) => options.emit(withRevision(context, event)),
    onBug: options.onBug,
    inTurn: createTurns(),
    readings: new Map(),
    writesUnderWay: 0,
    matched: null,
    session: null,
  }
  return {
    router: createRouter(createHandlers(context), options.onBug),
    async open(folder) {
      await openCorpus(context, folder)
    },
    folder: () => context.session?.folder ?? null,
    async close() {
      for (const reading of context.readings.values()) reading.abort()
      await context.inTurn(async () => {
        const { session } = context
        context.session = null
        if (session !== null) await closeSession(context, session)
      })
      await jobs.close()
    },
  }
}

function withRevision({ session }: ServiceContext, event: ServiceEvent): WorkbenchEvent {
  if (event.kind !== 'review-changed') return event
  return { ...event, revision: session === null ? null : revisionOf(session) }
}

async function writeWhole(path: string, content: string): Promise<void> {
  try {
    await writeFileAtomic(path, content, { encoding: 'utf8' })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new WorkbenchError({ code: 'STORAGE_FAILED', message: `${path} could not be written: ${reason}.` }, { cause })
  }
}

/** The folder of the samples, null in a build that ships without them. */
export function sampleFolder(): string | null {
  const folder = join(findBuiltFiles().root, 'corpus')
  return existsSync(folder) ? folder : null
}
