import { BrowserWindow, nativeTheme, screen } from 'electron'
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, type WindowState } from './windowState'

/** The desk of each theme, as in the page's tokens, so that nothing flashes white before the page is painted. */
const DESK = { light: '#f3f2ee', dark: '#171716' } as const

/** The one window. Everything that would give its page more than a page in a browser has is off. */
export function createWindow(state: WindowState, preloadFile: string): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(state.bounds, screens),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Crossread',
    show: false,
    backgroundColor: deskColour(),
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(deskColour())
  })
  return window
}

function deskColour(): string {
  return nativeTheme.shouldUseDarkColors ? DESK.dark : DESK.light
}
