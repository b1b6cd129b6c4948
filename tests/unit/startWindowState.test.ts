import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { placeWindow, readWindowState, writeWindowState } from '../../src/main/hosts/electron/windowState'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const fresh = { bounds: null, maximized: false, folder: null }

async function statePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread-window-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'window.json')
}

describe('the window', () => {
  it('stands where it stood', () => {
    const bounds = { x: 100, y: 50, width: 1500, height: 800 }
    expect(placeWindow(bounds, [screen])).toEqual({ width: 1500, height: 800, x: 100, y: 50 })
  })

  it('is 1440 by 900 the first time, and never smaller than its content can bear', () => {
    expect(placeWindow(null, [screen])).toEqual({ width: 1440, height: 900 })
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10 }, [screen])).toMatchObject({ width: 1024, height: 700 })
  })

  it.each([
    ['on a screen that was taken away', { x: 2500, y: 100, width: 1440, height: 900 }],
    ['above the screen, where its title bar cannot be reached', { x: 100, y: -400, width: 1440, height: 900 }],
    ['below the screen', { x: 100, y: 1070, width: 1440, height: 900 }],
  ])('keeps its size but not its place when that was %s', (_, bounds) => {
    expect(placeWindow(bounds, [screen])).toEqual({ width: 1440, height: 900 })
  })

  it('may stand on any of several screens, left of the first one too', () => {
    const left = { x: -1920, y: 0, width: 1920, height: 1080 }
    expect(placeWindow({ x: -1800, y: 10, width: 1440, height: 900 }, [screen, left])).toMatchObject({ x: -1800 })
  })

  it('remembers its place and folder', async () => {
    const path = await statePath()
    const state = { bounds: { x: -5, y: 0, width: 1440, height: 900 }, maximized: true, folder: '/home/anna/artículos' }
    writeWindowState(path, state)
    expect(readWindowState(path)).toEqual(state)
  })

  it.each(['', '{', 'null', '[]', '{"bounds":{"x":"0"}}', '{"bounds":null,"maximized":false,"folder":5}', '\u0000'])(
    'starts as new from the remembered state %j',
    async (text) => {
      const path = await statePath()
      await writeFile(path, text)
      expect(readWindowState(path)).toEqual(fresh)
    },
  )

  it('starts as new when nothing was remembered, and does without a place to write to', async () => {
    const path = join(await statePath(), 'no/such/folder/window.json')
    expect(readWindowState(path)).toEqual(fresh)
    expect(() => writeWindowState(path, fresh)).not.toThrow()
    await expect(readdir(join(path, '..'))).rejects.toThrow('ENOENT')
  })
})
