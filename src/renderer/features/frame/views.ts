import type { WorkbenchView } from '../../state/workbench.svelte'

export const VIEWS = [
  { id: 'compare', label: 'Compare', commandId: 'view.compare' },
  { id: 'corpus', label: 'Corpus', commandId: 'view.corpus' },
  { id: 'claims', label: 'Claims', commandId: 'view.claims' },
  { id: 'report', label: 'Report', commandId: 'view.report' },
] as const satisfies readonly { readonly id: WorkbenchView; readonly label: string; readonly commandId: string }[]
