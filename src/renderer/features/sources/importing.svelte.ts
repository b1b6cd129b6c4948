import type { EndpointInput, EndpointName, EndpointOutput } from '../../../contract/endpoints'
import type { WorkbenchFailure } from '../../../contract/errors'
import type { Result } from '../../../core/result'
import type { Workbench } from '../../state/workbench.svelte'
import { LARGEST_FILE_BYTES, megabytes, readBase64 } from './readFile'

/** What became of one file or pasted text. `sourceId` is null when it was not added. */
export type ImportOutcome = {
  readonly id: number
  readonly name: string
  readonly added: boolean
  readonly message: string
  readonly sourceId: string | null
}
type Imported = 'source.importFile' | 'source.importText'

/** Adds files and pasted texts one after the other and keeps a line for each, whatever became of it. */
export class Importing {
  readonly #workbench: Workbench
  #outcomes = $state.raw<readonly ImportOutcome[]>([])
  #waiting = $state.raw<{ readonly name: string; readonly done: number; readonly all: number } | null>(null)
  #stopped = false
  #nextId = 1

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  /** Newest first. */
  get outcomes(): readonly ImportOutcome[] {
    return this.#outcomes
  }
  /** The file that is being added now; null when none is. */
  get waiting(): { readonly name: string; readonly done: number; readonly all: number } | null {
    return this.#waiting
  }

  /** Adds what it can. Returns the outcomes of these files, in order. */
  async addFiles(files: readonly File[]): Promise<readonly ImportOutcome[]> {
    if (this.#waiting !== null) {
      this.#workbench.toasts.show({ message: 'Files are still being added. Add more when they are done.' })
      return []
    }
    this.#stopped = false
    const outcomes: ImportOutcome[] = []
    for (const [done, file] of files.entries()) {
      this.#waiting = { name: file.name, done, all: files.length }
      outcomes.push(this.#note(this.#isStopped() ? stopped(file.name) : await this.#addFile(file)))
    }
    this.#waiting = null
    return outcomes
  }

  /** The outcome; the caller shows a failure beside the text, which must not be lost. */
  async addText(input: EndpointInput<'source.importText'>): Promise<ImportOutcome> {
    const name = input.metadata.title ?? 'Pasted text'
    const answer = await this.#workbench.ask('source.importText', input)
    const outcome = this.#told(name, answer)
    return outcome.added ? this.#note(outcome) : { ...outcome, id: 0 }
  }

  /** The file that is being sent is finished; the rest is not begun. */
  stop(): void {
    this.#stopped = true
  }

  // Asked anew in every turn; read in place it would count as unchanged since the loop began.
  #isStopped(): boolean {
    return this.#stopped
  }

  async #addFile(file: File): Promise<Omit<ImportOutcome, 'id'>> {
    if (file.size === 0) return notAdded(file.name, 'The file is empty.')
    if (file.size > LARGEST_FILE_BYTES)
      return notAdded(file.name, `The file has ${megabytes(file.size)}; Crossread reads files up to 20 MB.`)
    const base64 = await readBase64(file)
    if (base64 === null)
      return notAdded(file.name, 'The file could not be read. It may have been moved, or be a folder.')
    return this.#told(file.name, await this.#workbench.ask('source.importFile', { name: file.name, base64 }))
  }

  #told<N extends Imported>(name: string, answer: Result<EndpointOutput<N & EndpointName>, WorkbenchFailure>) {
    if (!answer.ok) return notAdded(name, answer.error.message)
    const { siglum, path, words, problems, id } = answer.value
    const remarks = problems.map((problem) => problem.message).join(' ')
    const message = `Added as ${siglum}, ${path}, ${words.toLocaleString('en')} words.${remarks === '' ? '' : ` ${remarks}`}`
    return { name, added: true, message, sourceId: id }
  }

  #note(outcome: Omit<ImportOutcome, 'id'>): ImportOutcome {
    const noted = { ...outcome, id: this.#nextId++ }
    this.#outcomes = [noted, ...this.#outcomes]
    return noted
  }
}

function notAdded(name: string, message: string): Omit<ImportOutcome, 'id'> {
  return { name, added: false, message, sourceId: null }
}

function stopped(name: string): Omit<ImportOutcome, 'id'> {
  return notAdded(name, 'Not added: stopped before its turn.')
}
