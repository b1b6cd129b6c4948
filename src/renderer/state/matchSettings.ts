import { MATCH_KINDS, type MatchKind, type MatchSettings } from '../../core/match/passageMatch'
import type { Workbench } from './workbench.svelte'

export const KIND_MEANINGS: Readonly<Record<MatchKind, string>> = {
  identical: 'the same words in the same order',
  near: 'a few words differ',
  reworded: 'much differs, much is shared',
}

/** Saves the settings of the matcher with some of them changed; nothing without an open corpus. */
export async function changeMatchSettings(workbench: Workbench, changes: Partial<MatchSettings>): Promise<void> {
  const settings = workbench.corpus?.match
  if (settings === undefined) return
  const { kinds, ...others } = { ...settings, ...changes }
  await workbench.perform('corpus.setMatchSettings', { ...others, kinds: [...kinds] })
}

/** The kinds with one more listed or left out, in their usual order. */
export function withKind(kinds: readonly MatchKind[], kind: MatchKind, listed: boolean): readonly MatchKind[] {
  return MATCH_KINDS.filter((one) => (one === kind ? listed : kinds.includes(one)))
}
