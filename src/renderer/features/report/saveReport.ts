import type { ReportFormat } from '../../../contract/schemas'
import { download } from '../../dom/download'
import type { Workbench } from '../../state/workbench.svelte'

/** Saves where the reviewer says, or, where the host has no dialogs, as a download of the browser. */
export async function saveReport(workbench: Workbench, format: ReportFormat): Promise<void> {
  if (workbench.info?.dialogs === true) {
    const saved = await workbench.perform('report.save', { format })
    if (saved !== null) workbench.toasts.show({ message: `Report saved: ${saved.path}`, tone: 'good' })
    return
  }
  // Rendered anew: what is saved is the report of this moment, whatever the preview shows.
  const report = await workbench.perform('report.render', { format })
  if (report === null) return
  download(report.fileName, report.mediaType, report.content)
  workbench.toasts.show({ message: `Report saved: ${report.fileName}, in the browser’s downloads`, tone: 'good' })
}
