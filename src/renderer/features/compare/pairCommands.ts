import type { Command } from '../../state/commands.svelte'
import type { Desk } from '../../state/desk.svelte'
import type { CutHere } from '../../state/splitting.svelte'

export type PairActions = {
  readonly desk: Desk
  readonly cutHere: () => CutHere | null
  readonly writable: () => boolean
}

const GROUP = 'Matches'

/** Asking about the active pair of texts, and correcting what they share. */
export function pairCommands({ desk, cutHere, writable }: PairActions): readonly Command[] {
  const { pair } = desk
  const ready = (): boolean => desk.comparison !== null
  const chosen = (): boolean => ready() && desk.chosen !== null
  const command = (id: string, title: string, keys: Pick<Command, 'key' | 'ctrlKey'>, run: () => void): Command => ({
    id,
    title,
    group: GROUP,
    scope: 'list',
    ...keys,
    run,
  })
  return [
    {
      ...command('match.why', 'Why these match', { key: 'w', ctrlKey: 'Ctrl+Shift+Y' }, () => pair.why()),
      enabled: chosen,
    },
    {
      ...command('match.whyNot', 'Why the selected words do not match', { key: 'Shift+W', ctrlKey: null }, () =>
        pair.whyNot(),
      ),
      enabled: ready,
    },
    {
      ...command('match.reject', 'Reject the passage', { key: 'x', ctrlKey: 'Ctrl+Shift+X' }, () => void pair.reject()),
      enabled: () => chosen() && writable(),
    },
    {
      ...command(
        'match.add',
        'Add the selected words as a match',
        { key: 'm', ctrlKey: 'Ctrl+Shift+M' },
        () => void pair.add(),
      ),
      enabled: () => ready() && writable(),
    },
    {
      ...command('match.split', 'Split the passage here', { key: '/', ctrlKey: null }, () =>
        pair.startSplit(cutHere()),
      ),
      enabled: () => chosen() && writable(),
    },
    {
      ...command(
        'match.join',
        'Join the chosen passages, or this and the next',
        { key: '+', ctrlKey: null },
        () => void pair.join(),
      ),
      enabled: () => chosen() && writable(),
    },
    {
      ...command('match.decisions', 'Decisions about these two', { key: 'Shift+D', ctrlKey: null }, () => {
        desk.panel = 'passages'
        pair.sheet.toggle('decisions')
      }),
      enabled: ready,
    },
  ]
}
