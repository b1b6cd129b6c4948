import * as v from 'valibot'
import type { WorkbenchClient } from '../../contract/client'
import { endpoints, type EndpointInput, type EndpointName, type EndpointOutput } from '../../contract/endpoints'
import { WorkbenchError, type WorkbenchFailure } from '../../contract/errors'
import type { WorkbenchEvent } from '../../contract/events'
import {
  corpusViewSchema,
  reviewViewSchema,
  sourceTextSchema,
  sourceViewSchema,
  type CorpusView,
  type Preferences,
  type ReviewView,
  type SourceTextView,
  type SourceView,
} from '../../contract/schemas'
import { CHANGES, UNDOABLE, type ChangeWords } from './changeWords'
import { Toasts } from './toasts.svelte'

export type WorkbenchView = 'compare' | 'claims' | 'report'
export type Job = { readonly jobId: string; readonly label: string; readonly done: number }
export type Saving = { readonly state: 'saving' | 'saved' | 'failed'; readonly message: string | null }
export type WorkbenchInfo = EndpointOutput<'app.info'>
export type WatchConnection = (listener: (connected: boolean) => void) => () => void

/** What holds until the host has answered. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  textScale: 1,
  singleKeys: true,
  linkScrolling: true,
  guideSeen: false,
  keys: {},
}

/** The page's copy of what the host knows, and the one way to change it. */
export class Workbench {
  readonly client: WorkbenchClient
  readonly toasts = new Toasts()
  #watchConnection: WatchConnection
  #info = $state.raw<WorkbenchInfo | null>(null)
  #corpus = $state.raw<CorpusView | null>(null)
  #review = $state.raw<ReviewView | null>(null)
  #preferences = $state.raw<Preferences>(DEFAULT_PREFERENCES)
  #saving = $state.raw<Saving>({ state: 'saved', message: null })
  #jobs = $state.raw<readonly Job[]>([])
  #status = $state<'starting' | 'ready' | 'failed'>('starting')
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #view = $state<WorkbenchView>('compare')
  #connected = $state(true)
  #opening = $state(false)
  #sources = $derived(new Map((this.#corpus?.sources ?? []).map((source) => [source.id, source])))
  #texts = new Map<string, Promise<SourceTextView>>()
  #stop: () => void = () => undefined
  #onCommand: (command: string) => void = () => undefined

  constructor(client: WorkbenchClient, watchConnection: WatchConnection = () => () => undefined) {
    this.client = client
    this.#watchConnection = watchConnection
  }

  get info(): WorkbenchInfo | null {
    return this.#info
  }
  /** Null until one is open: at start, or when no folder was given. */
  get corpus(): CorpusView | null {
    return this.#corpus
  }
  get review(): ReviewView | null {
    return this.#review
  }
  get preferences(): Preferences {
    return this.#preferences
  }
  get saving(): Saving {
    return this.#saving
  }
  get jobs(): readonly Job[] {
    return this.#jobs
  }
  get status(): 'starting' | 'ready' | 'failed' {
    return this.#status
  }
  get failure(): WorkbenchFailure | null {
    return this.#failure
  }
  get view(): WorkbenchView {
    return this.#view
  }
  /** False while the host does not answer; then nothing can be saved. */
  get connected(): boolean {
    return this.#connected
  }
  /** True while a folder is being opened. */
  get opening(): boolean {
    return this.#opening
  }
  /** Why nothing can be changed, for people; null when it can. */
  get readOnly(): string | null {
    return this.#corpus?.readOnly ?? null
  }

  async start(): Promise<void> {
    this.#stop()
    this.#status = 'starting'
    this.#failure = null
    const unsubscribe = this.client.subscribe((event) => this.#hear(event))
    const unwatch = this.#watchConnection((connected) => this.#connectionChanged(connected))
    this.#stop = () => {
      unsubscribe()
      unwatch()
    }
    try {
      this.#info = await this.client.call('app.info', {})
      this.#preferences = await this.client.call('preferences.get', {})
      await this.#refresh()
      this.#connected = true
      this.#status = 'ready'
    } catch (error) {
      this.#failure = failureOf(error)
      this.#status = 'failed'
    }
  }

  /** Stops listening to the host. */
  close(): void {
    this.#stop()
  }

  show(view: WorkbenchView): void {
    this.#view = view
  }

  /** Who carries out commands of the system's menu; one listener, App's. */
  listenForCommands(listener: (command: string) => void): void {
    this.#onCommand = listener
  }

  source(id: string): SourceView | null {
    return this.#sources.get(id) ?? null
  }

  /**
   * Asks the host, keeps what it answers (corpus, review, source, text) and shows a failure as a message.
   * A change that can be undone is confirmed with Undo and its key. Null when it failed.
   */
  async perform<N extends EndpointName>(name: N, input: EndpointInput<N>): Promise<EndpointOutput<N> | null> {
    try {
      const output = await this.client.call(name, input)
      this.#keep(name, output)
      this.#confirm(CHANGES[name])
      return output
    } catch (error) {
      this.#report(failureOf(error))
      return null
    }
  }

  /** A source's text, asked for once a version. @throws {WorkbenchError} when the host cannot give it */
  text(sourceId: string): Promise<SourceTextView> {
    const key = `${sourceId} ${this.source(sourceId)?.textHash ?? ''}`
    const known = this.#texts.get(key)
    if (known !== undefined) return known
    const asked = this.client.call('source.text', { sourceId })
    this.#texts.set(key, asked)
    asked.catch(() => this.#texts.delete(key))
    return asked
  }

  async setPreferences(changes: Partial<Preferences>): Promise<void> {
    const before = this.#preferences
    // Shown at once: a theme that waits for the disk feels broken.
    this.#preferences = { ...before, ...changes }
    const saved = await this.perform('preferences.set', changes)
    this.#preferences = saved ?? before
  }

  /** Opens `folder`, or asks for one where the host has dialogs. True when a corpus was opened. */
  async openFolder(folder?: string): Promise<boolean> {
    const chosen = folder ?? (await this.perform('corpus.chooseFolder', {}))
    if (chosen === null) return false
    this.#opening = true
    const opened = await this.perform('corpus.open', { folder: chosen })
    this.#opening = false
    if (opened === null) return false
    this.#texts.clear()
    this.#view = 'compare'
    await this.#guard(async () => this.#refreshReview())
    return true
  }

  cancelJob(jobId: string): void {
    void this.perform('job.cancel', { jobId })
  }

  async undo(): Promise<void> {
    const what = this.#review?.undo ?? null
    const review = await this.perform('review.undo', {})
    if (review !== null)
      this.toasts.show({
        message: what === null ? 'Undone' : `Undone: ${what}`,
        action: { label: 'Redo', commandId: 'edit.redo', run: () => void this.redo() },
      })
  }

  async redo(): Promise<void> {
    const what = this.#review?.redo ?? null
    const review = await this.perform('review.redo', {})
    if (review !== null)
      this.toasts.show({
        message: what === null ? 'Done again' : `Done again: ${what}`,
        action: { label: 'Undo', commandId: 'edit.undo', run: () => void this.undo() },
      })
  }

  #keep(name: EndpointName, output: unknown): void {
    const schema = endpoints[name].output
    if (schema === corpusViewSchema && v.is(corpusViewSchema, output)) this.#corpus = output
    else if (schema === reviewViewSchema && v.is(reviewViewSchema, output)) this.#review = output
    else if (schema === sourceViewSchema && v.is(sourceViewSchema, output)) this.#keepSource(output)
    else if (schema === sourceTextSchema && v.is(sourceTextSchema, output))
      this.#texts.set(`${output.sourceId} ${output.textHash}`, Promise.resolve(output))
    else if (v.is(withReview, output)) this.#review = output.review
  }

  #keepSource(source: SourceView): void {
    if (this.#corpus === null) return
    const known = this.#corpus.sources.some((other) => other.id === source.id)
    const sources = known
      ? this.#corpus.sources.map((other) => (other.id === source.id ? source : other))
      : [...this.#corpus.sources, source]
    this.#corpus = { ...this.#corpus, sources }
  }

  #confirm(words: ChangeWords | undefined): void {
    if (words === undefined) return
    this.toasts.show({
      message: words.done,
      ...(words.kind === UNDOABLE
        ? { action: { label: 'Undo', commandId: 'edit.undo', run: () => void this.undo() } }
        : {}),
    })
  }

  #report(failure: WorkbenchFailure): void {
    if (failure.code === 'CANCELLED') return
    const quiet = failure.code === 'NOTHING_TO_UNDO' || failure.code === 'NOTHING_TO_REDO'
    this.toasts.show({ message: failure.message, tone: quiet ? 'plain' : 'bad' })
    if (failure.code === 'STORAGE_FAILED') this.#saving = { state: 'failed', message: failure.message }
  }

  #hear(event: WorkbenchEvent): void {
    if (event.kind === 'corpus-changed') void this.#guard(() => this.#refreshCorpus())
    else if (event.kind === 'review-changed') void this.#guard(() => this.#refreshReview())
    else if (event.kind === 'preferences-changed')
      void this.#guard(async () => {
        this.#preferences = await this.client.call('preferences.get', {})
      })
    else if (event.kind === 'saving') this.#saving = { state: event.state, message: event.message }
    else if (event.kind === 'command') this.#onCommand(event.command)
    else if (event.kind === 'job-ended') this.#jobs = this.#jobs.filter((job) => job.jobId !== event.jobId)
    else {
      const { jobId, label, done } = event
      const others = this.#jobs.filter((job) => job.jobId !== jobId)
      this.#jobs = [...others, { jobId, label, done }]
    }
  }

  /** Events were missed while the line was cut: everything is asked for again. */
  #connectionChanged(connected: boolean): void {
    if (connected === this.#connected) return
    this.#connected = connected
    this.#jobs = []
    if (connected && this.#status === 'ready') void this.#guard(() => this.#refresh())
  }

  async #refresh(): Promise<void> {
    await this.#refreshCorpus()
    await this.#refreshReview()
  }

  async #refreshCorpus(): Promise<void> {
    this.#corpus = await orNull(this.client.call('corpus.get', {}))
  }

  async #refreshReview(): Promise<void> {
    this.#review = this.#corpus === null ? null : await orNull(this.client.call('review.get', {}))
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#report(failureOf(error))
    }
  }
}

const withReview = v.object({ review: reviewViewSchema })

/** Null when no folder is open. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof WorkbenchError && error.code === 'NO_CORPUS') return null
    throw error
  }
}

function failureOf(error: unknown): WorkbenchFailure {
  if (error instanceof WorkbenchError) {
    const { code, message } = error
    return { code, message }
  }
  return { code: 'INTERNAL', message: 'Something went wrong in this window. What was saved is safe; please try again.' }
}
