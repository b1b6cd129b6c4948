import {
  dialog,
  type BrowserWindow,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import type { HostPort } from '../../services/ports'

/** The system's dialogs, on our window when there is one. */
export function systemDialogs(window: () => BrowserWindow | null): NonNullable<HostPort['dialogs']> {
  return {
    async chooseFolder() {
      const owner = window()
      const options: OpenDialogOptions = { title: 'Open a folder of sources', properties: ['openDirectory'] }
      const { canceled, filePaths } = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseSavePath(suggestedName) {
      const owner = window()
      const options: SaveDialogOptions = { title: 'Save the report', defaultPath: suggestedName }
      const { canceled, filePath } = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options))
      return canceled || filePath === '' ? null : filePath
    },
  }
}

/** A sentence for the reviewer that waits for nobody. */
export function tell(window: BrowserWindow | null, message: string, detail = ''): void {
  const options: MessageBoxOptions = { type: 'warning', title: 'Crossread', message, detail, buttons: ['Close'] }
  void (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
}
