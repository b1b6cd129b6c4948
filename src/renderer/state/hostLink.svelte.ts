import type { WorkbenchClient } from '../../contract/client'
import type { WorkbenchEvent } from '../../contract/events'
import { JobList, type Job } from './jobList.svelte'

/** A file was read again and is another than it was. */
export type NewVersion = Extract<WorkbenchEvent, { kind: 'source-version' }>

export type Saving = { readonly state: 'saving' | 'saved' | 'failed'; readonly message: string | null }
export type WatchConnection = (listener: (connected: boolean) => void) => () => void
/** What the workbench does when the host tells of a change. */
export type Heard = {
  readonly corpusChanged: () => void
  /** Null where the host does not say which revision the review has now. */
  readonly reviewChanged: (revision: number | null) => void
  readonly preferencesChanged: () => void
  /** Colleagues have written something; who, and how many actions together. */
  readonly colleagueChanged: (names: readonly string[], actions: number) => void
  /** The line was cut and is there again: whatever happened meanwhile was not heard. */
  readonly reconnected: () => void
}

/** What the host says without being asked: what it saves, what runs, whether it is there. */
export class HostLink {
  readonly #client: WorkbenchClient
  readonly #watchConnection: WatchConnection
  readonly #heard: Heard
  readonly #jobs = new JobList()
  #saving = $state.raw<Saving>({ state: 'saved', message: null })
  #connected = $state(true)
  #onCommand: (command: string) => void = () => undefined
  #onVersion: (version: NewVersion) => void = () => undefined
  #stop: () => void = () => undefined

  constructor(client: WorkbenchClient, watchConnection: WatchConnection, heard: Heard) {
    this.#client = client
    this.#watchConnection = watchConnection
    this.#heard = heard
  }

  get saving(): Saving {
    return this.#saving
  }
  get jobs(): readonly Job[] {
    return this.#jobs.running
  }
  get connected(): boolean {
    return this.#connected
  }

  listen(): void {
    this.#stop()
    const unsubscribe = this.#client.subscribe((event) => this.#hear(event))
    const unwatch = this.#watchConnection((connected) => this.#changed(connected))
    this.#stop = () => {
      unsubscribe()
      unwatch()
    }
  }

  close(): void {
    this.#stop()
  }

  onCommand(run: (command: string) => void): void {
    this.#onCommand = run
  }

  onVersion(run: (version: NewVersion) => void): void {
    this.#onVersion = run
  }

  /** A change came back as not written, whether or not the host also tells of it. */
  notSaved(message: string): void {
    this.#saving = { state: 'failed', message }
  }

  /** A later change was written: what stood in the way is gone. */
  savedAgain(): void {
    if (this.#saving.state === 'failed') this.#saving = { state: 'saved', message: null }
  }

  #hear(event: WorkbenchEvent): void {
    switch (event.kind) {
      case 'corpus-changed':
        return this.#heard.corpusChanged()
      case 'review-changed':
        return this.#heard.reviewChanged(event.revision)
      case 'colleague-changed':
        return this.#heard.colleagueChanged(event.names, event.actions)
      case 'source-version':
        return this.#onVersion(event)
      case 'preferences-changed':
        return this.#heard.preferencesChanged()
      case 'saving':
        this.#saving = { state: event.state, message: event.message }
        return
      case 'command':
        return this.#onCommand(event.command)
      case 'job-ended':
        return this.#jobs.ended(event.jobId)
      case 'job-progress':
        return this.#jobs.progress(event)
    }
  }

  #changed(connected: boolean): void {
    if (connected === this.#connected) return
    this.#connected = connected
    this.#jobs.clear()
    if (connected) this.#heard.reconnected()
  }
}
