import type { WorkbenchClient } from '../../contract/client'
import type { EndpointInput, EndpointName, EndpointOutput } from '../../contract/endpoints'
import type { WorkbenchFailure } from '../../contract/errors'
import type { ReviewView } from '../../contract/reviewSchemas'
import type { CorpusView, Preferences, SourceTextView, SourceView } from '../../contract/schemas'
import { failure, success, type Result } from '../../core/result'
import { CHANGES, UNDOABLE, type ChangeWords } from './changeWords'
import { colleagueWords } from './colleagueWords'
import { failureOf, unlessNoCorpus } from './failures'
import { HostLink, type NewVersion, type Saving, type WatchConnection } from './hostLink.svelte'
import type { Job } from './jobList.svelte'
import { Mirror } from './mirror.svelte'
import { ReviewFollower } from './reviewFollower'
import { Toasts, type ToastAction } from './toasts.svelte'

export type WorkbenchView =
  'compare' | 'corpus' | 'claims' | 'agreement' | 'report' | 'versions' | 'settling' | 'history'
export type WorkbenchInfo = EndpointOutput<'app.info'>

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
  readonly #mirror = new Mirror()
  readonly #link: HostLink
  readonly #follower: ReviewFollower
  #info = $state.raw<WorkbenchInfo | null>(null)
  #preferences = $state.raw<Preferences>(DEFAULT_PREFERENCES)
  #status = $state<'starting' | 'ready' | 'failed'>('starting')
  #failure = $state.raw<WorkbenchFailure | null>(null)
  #view = $state<WorkbenchView>('compare')
  #opening = $state(false)

  constructor(client: WorkbenchClient, watchConnection: WatchConnection = () => () => undefined) {
    this.client = client
    this.#follower = new ReviewFollower(client, this.#mirror)
    this.#link = new HostLink(client, watchConnection, {
      corpusChanged: () => void this.#guard(() => this.#refreshCorpus()),
      reviewChanged: (revision) => this.#hearOfReview(revision),
      colleagueChanged: (names, actions) => this.toasts.show({ message: colleagueWords(names, actions) }),
      preferencesChanged: () => void this.#guard(() => this.#refreshPreferences()),
      reconnected: () => void this.#guard(() => this.#refresh()),
    })
  }

  get info(): WorkbenchInfo | null {
    return this.#info
  }
  /** Null until one is open: at start, or when no folder was given. */
  get corpus(): CorpusView | null {
    return this.#mirror.corpus
  }
  get review(): ReviewView | null {
    return this.#mirror.review
  }
  get preferences(): Preferences {
    return this.#preferences
  }
  get saving(): Saving {
    return this.#link.saving
  }
  get jobs(): readonly Job[] {
    return this.#link.jobs
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
    return this.#link.connected
  }
  /** True while a folder is being opened. */
  get opening(): boolean {
    return this.#opening
  }
  /** Why nothing can be changed, for people; null when it can. */
  get readOnly(): string | null {
    return this.corpus?.readOnly ?? null
  }

  async start(): Promise<void> {
    this.#status = 'starting'
    this.#failure = null
    this.#link.listen()
    try {
      this.#info = await this.client.call('app.info', {})
      await this.#refresh()
      this.#status = 'ready'
    } catch (error) {
      this.#failure = failureOf(error)
      this.#status = 'failed'
    }
  }

  /** Stops listening to the host. */
  close(): void {
    this.#link.close()
  }

  show(view: WorkbenchView): void {
    this.#view = view
  }

  /** Who carries out commands of the system's menu; one listener, App's. */
  listenForCommands(listener: (command: string) => void): void {
    this.#link.onCommand(listener)
  }

  /** Who says that a source has another version; one listener. */
  listenForVersions(listener: (version: NewVersion) => void): void {
    this.#link.onVersion(listener)
  }

  source(id: string): SourceView | null {
    return this.#mirror.source(id)
  }

  /** Asks the host and keeps what it answers (corpus, review, source, text). Says nothing: the caller shows a failure in place. */
  async ask<N extends EndpointName>(
    name: N,
    input: EndpointInput<N>,
  ): Promise<Result<EndpointOutput<N>, WorkbenchFailure>> {
    try {
      const output = await this.#follower.during(name, () => this.client.call(name, input))
      if (!this.#mirror.keep(name, output)) this.#follower.heard(null)
      return success(output)
    } catch (error) {
      return failure(failureOf(error))
    } finally {
      void this.#guard(() => this.#follower.catchUp())
    }
  }

  /**
   * As `ask`, and shows what came of it: a failure as a message, a change with Undo and its key, in the endpoint's words or
   * these. Null when it failed.
   */
  async perform<N extends EndpointName>(
    name: N,
    input: EndpointInput<N>,
    done?: string,
  ): Promise<EndpointOutput<N> | null> {
    const answer = await this.ask(name, input)
    const words = CHANGES[name]
    if (answer.ok) this.#confirm(words === undefined || done === undefined ? words : { ...words, done })
    else this.#report(answer.error)
    return answer.ok ? answer.value : null
  }

  /** A source's text, asked for once a version. @throws {WorkbenchError} when the host cannot give it */
  text(sourceId: string): Promise<SourceTextView> {
    return this.#mirror.text(sourceId, () => this.client.call('source.text', { sourceId }))
  }

  async setPreferences(changes: Partial<Preferences>): Promise<void> {
    const before = this.#preferences
    // Shown at once: a theme that waits for the disk feels broken.
    this.#preferences = { ...before, ...changes }
    const saved = await this.perform('preferences.set', changes)
    this.#preferences = saved ?? before
  }

  /** Asks for a folder with the system's dialog and opens it. True when a corpus was opened. */
  async openFolder(): Promise<boolean> {
    const folder = await this.perform('corpus.chooseFolder', {})
    if (folder === null) return false
    const opened = await this.openFolderAt(folder)
    if (!opened.ok) this.#report(opened.error)
    return opened.ok
  }

  async openFolderAt(folder: string): Promise<Result<CorpusView, WorkbenchFailure>> {
    this.#opening = true
    const opened = await this.ask('corpus.open', { folder })
    this.#opening = false
    if (!opened.ok) return opened
    this.#view = 'compare'
    await this.#guard(() => this.#follower.reset())
    return opened
  }

  cancelJob(jobId: string): void {
    void this.perform('job.cancel', { jobId })
  }

  undo(): Promise<void> {
    return this.#step('undo', 'Undone', { label: 'Redo', commandId: 'edit.redo', run: () => void this.redo() })
  }

  redo(): Promise<void> {
    return this.#step('redo', 'Done again', { label: 'Undo', commandId: 'edit.undo', run: () => void this.undo() })
  }

  async #step(step: 'undo' | 'redo', said: string, back: ToastAction): Promise<void> {
    const what = this.review?.[step] ?? null
    if ((await this.perform(`review.${step}`, {})) === null) return
    this.toasts.show({ message: what === null ? said : `${said}: ${what}`, action: back })
  }

  #confirm(words: ChangeWords | undefined): void {
    if (words === undefined) return
    this.#link.savedAgain()
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
    if (failure.code === 'STORAGE_FAILED') this.#link.notSaved(failure.message)
  }

  async #refresh(): Promise<void> {
    await this.#refreshPreferences()
    await this.#refreshCorpus()
    await this.#follower.reset()
  }

  async #refreshPreferences(): Promise<void> {
    this.#preferences = await this.client.call('preferences.get', {})
  }

  async #refreshCorpus(): Promise<void> {
    this.#mirror.setCorpus(await unlessNoCorpus(this.client.call('corpus.get', {})))
  }

  #hearOfReview(revision: number | null): void {
    this.#follower.heard(revision)
    void this.#guard(() => this.#follower.catchUp())
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#report(failureOf(error))
    }
  }
}
