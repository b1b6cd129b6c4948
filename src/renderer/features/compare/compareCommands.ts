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
export function compareCommands({
  desk,
  openFind,
  openAtCaret,
}: Omit<CompareActions, 'focusPane'>): readonly Command[] {
  const listed = (): boolean => desk.panel === 'passages' && desk.passages.length > 0
  return [
    command('desk.nextDifference', 'Next difference', { key: 'F8', ctrlKey: null }, () => desk.stepDifference(1)),
    command('desk.previousDifference', 'Previous difference', { key: 'Shift+F8', ctrlKey: null }, () =>
      desk.stepDifference(-1),
    ),
    {
      ...command('list.next', 'Next passage', { key: 'j', ctrlKey: null }, () => desk.step(1)),
      scope: 'list',
      enabled: listed,
    },
    {
      ...command('list.previous', 'Previous passage', { key: 'k', ctrlKey: null }, () => desk.step(-1)),
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
    command('find.open', 'Find in the texts', { key: null, ctrlKey: 'Ctrl+F' }, () => void openFind()),
  ]
}

/** What can be done with the panes themselves: going to the next, adding, closing and moving one, asking about another pair. */
export function paneCommands({ desk, focusPane }: Pick<CompareActions, 'desk' | 'focusPane'>): readonly Command[] {
  const turn = (by: number): void => focusPane((desk.activePane + by + desk.panes.length) % desk.panes.length)
  const move = (by: 1 | -1): void => {
    if (desk.movePane(desk.activePane, by)) focusPane(desk.activePane)
  }
  return [
    { ...command('desk.otherPaneNext', 'Next pane', { key: ']', ctrlKey: null }, () => turn(1)), scope: 'list' },
    {
      ...command('desk.otherPanePrevious', 'Previous pane', { key: '[', ctrlKey: null }, () => turn(-1)),
      scope: 'list',
    },
    {
      ...command('desk.addPane', 'Add a pane', { key: 'a', ctrlKey: 'Ctrl+Shift+A' }, () => {
        if (desk.addPane()) focusPane(desk.panes.length - 1)
      }),
      scope: 'list',
      enabled: () => desk.spare !== null,
    },
    {
      ...command('desk.closePane', 'Close this pane', { key: 'Shift+A', ctrlKey: null }, () => {
        desk.closePane(desk.activePane)
        focusPane(desk.activePane)
      }),
      scope: 'list',
      enabled: () => desk.panes.length > 2,
    },
    {
      ...command('desk.movePaneRight', 'Move this pane right', { key: '}', ctrlKey: null }, () => move(1)),
      scope: 'list',
    },
    {
      ...command('desk.movePaneLeft', 'Move this pane left', { key: '{', ctrlKey: null }, () => move(-1)),
      scope: 'list',
    },
    {
      ...command('desk.nextJoin', 'Passages of the next pair of panes', { key: 'p', ctrlKey: null }, () =>
        desk.activateJoin((desk.activeJoin + 1) % desk.joins.length),
      ),
      scope: 'list',
      enabled: () => desk.joins.length > 1,
    },
  ]
}

function command(id: string, title: string, keys: Pick<Command, 'key' | 'ctrlKey'>, run: () => void): Command {
  return { id, title, group: GROUP, ...keys, run }
}
