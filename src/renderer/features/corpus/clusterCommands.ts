import type { Command } from '../../state/commands.svelte'
import type { OpenCluster } from '../../state/openCluster.svelte'

export type ClusterActions = {
  readonly cluster: OpenCluster
  /** The element that holds the rows. */
  readonly rows: () => HTMLElement | null
  readonly writable: () => boolean
  readonly step: (by: number) => void
  readonly makeBase: () => void
  readonly openPair: () => void
  readonly makeClaim: () => void
}

const GROUP = 'Clusters'

/** What can be done with the rows of a cluster while one of them has the focus, and with the cluster while it shows. */
export function clusterCommands(actions: ClusterActions): readonly Command[] {
  const { cluster, rows, writable } = actions
  const shown = (): boolean => cluster.view !== null
  return [
    {
      id: 'list.next',
      title: 'Next row',
      group: 'Lists',
      key: 'j',
      ctrlKey: null,
      within: rows,
      run: () => actions.step(1),
    },
    {
      id: 'list.previous',
      title: 'Previous row',
      group: 'Lists',
      key: 'k',
      ctrlKey: null,
      within: rows,
      run: () => actions.step(-1),
    },
    {
      id: 'desk.openPair',
      title: 'Open base and row in Compare',
      group: GROUP,
      key: 'Enter',
      ctrlKey: null,
      within: rows,
      run: actions.openPair,
    },
    {
      id: 'corpus.makeBase',
      title: 'Make this source the base',
      group: GROUP,
      key: 'b',
      ctrlKey: 'Ctrl+Shift+B',
      enabled: shown,
      run: actions.makeBase,
    },
    {
      id: 'claim.create',
      title: 'Make a claim of the cluster',
      group: GROUP,
      key: 'c',
      ctrlKey: 'Ctrl+Shift+C',
      enabled: () => shown() && writable(),
      run: actions.makeClaim,
    },
  ]
}
