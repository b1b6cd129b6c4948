import { Menu, type MenuItemConstructorOptions } from 'electron'

export type MenuParts = {
  readonly send: (command: string) => void
  readonly development: boolean
  readonly mac: boolean
}

/**
 * The system's menu. It shows the keys but the page acts on them, since a reviewer may change them there and since
 * Ctrl Z means the words in a field and the last change elsewhere. (macOS always listens to its menu, but asks the page first.)
 */
export function setMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)))
}

export function menuTemplate({ send, development, mac }: MenuParts): MenuItemConstructorOptions[] {
  function command(label: string, id: string, accelerator?: string): MenuItemConstructorOptions {
    return {
      label,
      click: () => send(id),
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    }
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('Open folder…', 'corpus.open', 'CmdOrCtrl+O'),
        command('Import…', 'corpus.import', 'CmdOrCtrl+I'),
        command('Export report…', 'report.export', 'CmdOrCtrl+E'),
        line,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // On macOS a field is undone through these roles; outside fields the page takes the key first.
        mac ? { role: 'undo' } : command('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        mac ? { role: 'redo' } : command('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        command('Find in text', 'find.open', 'CmdOrCtrl+F'),
        command('Search everything', 'search.open', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Compare', 'view.compare', 'CmdOrCtrl+1'),
        command('Corpus', 'view.corpus', 'CmdOrCtrl+2'),
        command('Claims', 'view.claims', 'CmdOrCtrl+3'),
        command('Report', 'view.report', 'CmdOrCtrl+4'),
        command('History', 'view.history', 'CmdOrCtrl+Shift+H'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(development ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: '&Help', role: 'help', submenu: [command('Keys', 'help.keys')] },
  ]
}
