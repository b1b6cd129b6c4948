import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

type Surroundings = { env: Record<string, string>; platform: string; uid: number }
const { openBrowser } = (await import(new URL('../../scripts/openBrowser.mjs', import.meta.url).href)) as {
  readonly openBrowser: (url: string, surroundings: Surroundings) => Promise<boolean>
}

const ADDRESS = 'http://127.0.0.1:1/?token=a&b'

/** Browsers that write down how they were called; `broken` ones end with a failure. */
async function browsers(
  programs: Record<string, 'works' | 'broken'>,
): Promise<{ folder: string; said: () => Promise<string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'crossread browsers '))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const log = join(folder, 'log')
  await writeFile(log, '')
  for (const [name, kind] of Object.entries(programs)) {
    const file = join(folder, name)
    await writeFile(file, `#!/bin/sh\necho "${name} $*" >> "${log}"\nexit ${kind === 'works' ? 0 : 1}\n`)
    await chmod(file, 0o700)
  }
  return { folder, said: () => readFile(log, 'utf8') }
}

describe.runIf(process.platform === 'linux')('opening the address', () => {
  const at = (folder: string, env: Record<string, string> = { DISPLAY: ':4321' }, uid = 1000): Surroundings => ({
    env: { PATH: folder, ...env },
    platform: 'linux',
    uid,
  })

  it('shows it in a window of its own, whole, in the first browser that is there', async () => {
    const { folder, said } = await browsers({ 'google-chrome': 'works', 'microsoft-edge': 'works' })
    expect(await openBrowser(ADDRESS, at(folder))).toBe(true)
    expect(await said()).toBe(`google-chrome --app=${ADDRESS}\n`)
  })

  it('tries the next browser when one does not start', async () => {
    const { folder, said } = await browsers({ chromium: 'broken', 'microsoft-edge': 'works' })
    expect(await openBrowser(ADDRESS, at(folder))).toBe(true)
    expect(await said()).toBe(`chromium --app=${ADDRESS}\nmicrosoft-edge --app=${ADDRESS}\n`)
  })

  it('starts nothing for root, in CI or without a display', async () => {
    const { folder, said } = await browsers({ chromium: 'works' })
    const refused = [at(folder, { DISPLAY: ':4321' }, 0), at(folder, { DISPLAY: ':4321', CI: '1' }), at(folder, {})]
    for (const surroundings of refused) expect(await openBrowser(ADDRESS, surroundings)).toBe(false)
    expect(await said()).toBe('')
  })
})
