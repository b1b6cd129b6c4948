import type { Command } from '../../state/commands.svelte'
import type { Desk } from '../../state/desk.svelte'

export type CompareActions = {
  readonly desk: Desk
  readonly focusPane: (pane: number) => void
  readonly openFind: () => Promise<void>
  readonly openAtCaret: () => void
}

const GROUP = 'Compare'

/** What can be done while texts lie side by side. */
export function compareCommands({ desk, focusPane, openFind, openAtCaret }: CompareActions): readonly Command[] {
  const listed = (): boolean => desk.panel === 'passages' && desk.passages.length > 0
  const turn = (by: number): void => focusPane((desk.activePane + by + desk.panes.length) % desk.panes.length)
  const command = (id: string, title: string, keys: Pick<Command, 'key' | 'ctrlKey'>, run: () => void): Command => ({
    id,
    title,
    group: GROUP,
    ...keys,
    run,
  })
  return [
    command('desk.nextDifference', 'Next difference', { key: 'F8', ctrlKey: null }, () => desk.nextDifference()),
    command('desk.previousDifference', 'Previous difference', { key: 'Shift+F8', ctrlKey: null }, () =>
      desk.previousDifference(),
    ),
    {
      ...command('list.next', 'Next passage', { key: 'j', ctrlKey: null }, () => desk.next()),
      scope: 'list',
      enabled: listed,
    },
    {
      ...command('list.previous', 'Previous passage', { key: 'k', ctrlKey: null }, () => desk.previous()),
      scope: 'list',
      enabled: listed,
    },
    {
      ...command('desk.openPair', 'Choose the passage at the caret', { key: 'Enter', ctrlKey: null }, openAtCaret),
      scope: 'list',
    },
    {
      ...command('desk.linkScrolling', 'Link or unlink scrolling', { key: 'l', ctrlKey: null }, () =>
        desk.toggleLinkScrolling(),
      ),
      scope: 'list',
    },
    { ...command('desk.otherPaneNext', 'Next pane', { key: ']', ctrlKey: null }, () => turn(1)), scope: 'list' },
    {
      ...command('desk.otherPanePrevious', 'Previous pane', { key: '[', ctrlKey: null }, () => turn(-1)),
      scope: 'list',
    },
    command('find.open', 'Find in the texts', { key: null, ctrlKey: 'Ctrl+F' }, () => void openFind()),
  ]
}
