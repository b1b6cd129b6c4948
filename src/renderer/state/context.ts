import { getContext, setContext } from 'svelte'
import type { Adjudication } from './adjudication.svelte'
import type { Commands } from './commands.svelte'
import type { Desk } from './desk.svelte'
import type { History } from './history.svelte'
import type { MatchedCorpus } from './matchedCorpus.svelte'
import type { ReviewState } from './review.svelte'
import type { Versions } from './versions.svelte'
import type { Workbench } from './workbench.svelte'

const WORKBENCH = Symbol('workbench')
const DESK = Symbol('desk')
const REVIEW = Symbol('review')
const HISTORY = Symbol('history')
const COMMANDS = Symbol('commands')
const ADJUDICATION = Symbol('adjudication')
const MATCHED_CORPUS = Symbol('matched corpus')
const VERSIONS = Symbol('versions')

function provided<T>(key: symbol, name: string): T {
  const value = getContext<T | undefined>(key)
  if (value === undefined) throw new Error(`No ${name} here: App.svelte provides it with set${name}().`)
  return value
}

export function setWorkbench(workbench: Workbench): void {
  setContext(WORKBENCH, workbench)
}

export function useWorkbench(): Workbench {
  return provided(WORKBENCH, 'Workbench')
}

export function setDesk(desk: Desk): void {
  setContext(DESK, desk)
}

export function useDesk(): Desk {
  return provided(DESK, 'Desk')
}

export function setReview(review: ReviewState): void {
  setContext(REVIEW, review)
}

export function useReview(): ReviewState {
  return provided(REVIEW, 'Review')
}

export function setMatchedCorpus(corpus: MatchedCorpus): void {
  setContext(MATCHED_CORPUS, corpus)
}

export function useMatchedCorpus(): MatchedCorpus {
  return provided(MATCHED_CORPUS, 'MatchedCorpus')
}

export function setVersions(versions: Versions): void {
  setContext(VERSIONS, versions)
}

export function useVersions(): Versions {
  return provided(VERSIONS, 'Versions')
}

export function setHistory(history: History): void {
  setContext(HISTORY, history)
}

export function useHistory(): History {
  return provided(HISTORY, 'History')
}

export function setAdjudication(adjudication: Adjudication): void {
  setContext(ADJUDICATION, adjudication)
}

export function useAdjudication(): Adjudication {
  return provided(ADJUDICATION, 'Adjudication')
}

export function setCommands(commands: Commands): void {
  setContext(COMMANDS, commands)
}

export function useCommands(): Commands {
  return provided(COMMANDS, 'Commands')
}
