import { download } from '../../dom/download'
import type { Workbench } from '../../state/workbench.svelte'

/** Saves the review as one file where the reviewer says, or, where the host has no dialogs, as a download of the browser. */
export async function exportReview(workbench: Workbench): Promise<void> {
  if (workbench.info?.dialogs === true) {
    const saved = await workbench.perform('review.saveFile', {})
    if (saved !== null) workbench.toasts.show({ message: `Review saved: ${saved.path}`, tone: 'good' })
    return
  }
  const file = await workbench.perform('review.exportFile', {})
  if (file === null) return
  download(file.fileName, 'application/json', file.content)
  workbench.toasts.show({ message: `Review saved: ${file.fileName}, in the browser’s downloads`, tone: 'good' })
}
