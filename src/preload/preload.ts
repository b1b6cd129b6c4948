import { contextBridge, ipcRenderer } from 'electron'
import type { Transport } from '../contract/client'

/** The whole bridge between page and program: the contract's transport. */
const transport: Transport = {
  invoke: (endpoint, input) => ipcRenderer.invoke('crossread:call', endpoint, input),
  subscribe(listener) {
    const onEvent = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on('crossread:event', onEvent)
    return () => ipcRenderer.off('crossread:event', onEvent)
  },
}

contextBridge.exposeInMainWorld('crossreadTransport', transport)
