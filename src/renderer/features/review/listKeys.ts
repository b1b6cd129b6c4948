import type { Command } from '../../state/commands.svelte'
import type { ClaimSelection } from '../../state/claimSelection.svelte'
import type { Listing } from '../../state/listing.svelte'
import type { ClaimView } from '../../../contract/reviewSchemas'

type Parts = {
  readonly claims: Listing<ClaimView>
  readonly selection: ClaimSelection
  readonly focused: () => boolean
  readonly open: () => void
}

/** The keys of the list of claims: walking it, picking rows, opening one. */
export function listCommands({ claims, selection, focused, open }: Parts): readonly Command[] {
  const shared = { group: 'Lists', ctrlKey: null, enabled: focused } as const
  const picked = (): boolean => focused() && selection.claims.length > 0
  return [
    { ...shared, id: 'list.next', title: 'Next row', key: 'j', run: () => claims.step(1) },
    { ...shared, id: 'list.previous', title: 'Previous row', key: 'k', run: () => claims.step(-1) },
    { ...shared, id: 'desk.openPair', title: 'Open in Compare', key: 'Enter', run: open },
    {
      ...shared,
      id: 'list.select',
      title: 'Select the row, or let go of it',
      key: 'Space',
      run: () => {
        if (claims.chosen === null) claims.step(1)
        if (claims.chosen !== null) selection.toggle(claims.chosen.id)
      },
    },
    {
      ...shared,
      id: 'list.selectDown',
      title: 'Select down to the next row',
      key: 'Shift+ArrowDown',
      run: () => selection.extendBy(1),
    },
    {
      ...shared,
      id: 'list.selectUp',
      title: 'Select up to the row before',
      key: 'Shift+ArrowUp',
      run: () => selection.extendBy(-1),
    },
    {
      ...shared,
      id: 'list.selectAll',
      title: 'Select all rows',
      key: null,
      ctrlKey: 'Ctrl+A',
      run: () => selection.toggleAll(),
    },
    {
      ...shared,
      id: 'list.clearSelection',
      title: 'Select no row',
      key: 'Escape',
      enabled: picked,
      run: () => selection.clear(),
    },
  ]
}
