import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_PREFERENCES, openInstallation } from '../../src/main/storage/installation'
import { refusal, temporaryFolder } from './storageSupport'

function fileOf(configDir: string): string {
  return join(configDir, 'installation.json')
}

describe('an installation', () => {
  it('gets its writer’s id once, and no name before one is given', async () => {
    const configDir = join(await temporaryFolder(), 'new', 'folder')
    const first = await openInstallation({ configDir })
    const second = await openInstallation({ configDir })
    expect(first.writerId).toMatch(/^w-[0-9a-f]{12}$/)
    expect(second.writerId).toBe(first.writerId)
    expect([first.reviewerName(), first.preferences(), first.messages]).toEqual(['', DEFAULT_PREFERENCES, []])
  })

  it('keeps name and preferences, and what it was not told stays', async () => {
    const configDir = await temporaryFolder()
    const first = await openInstallation({ configDir })
    await first.setReviewerName('  Ad\u00E8le \u05E9 ')
    await first.setPreferences({ theme: 'dark', keys: { 'claim.create': 'Shift+C' } })
    expect(await first.setPreferences({ textScale: 1.2, theme: undefined })).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      textScale: 1.2,
      keys: { 'claim.create': 'Shift+C' },
    })
    const second = await openInstallation({ configDir })
    expect(second.reviewerName()).toBe('Ad\u00E8le \u05E9')
    expect(second.preferences()).toEqual(first.preferences())
  })

  it('does not undo what another window set', async () => {
    const configDir = await temporaryFolder()
    const [first, second] = [await openInstallation({ configDir }), await openInstallation({ configDir })]
    await Promise.all([first.setReviewerName('Ada'), second.setPreferences({ guideSeen: true })])
    const third = await openInstallation({ configDir })
    expect([third.reviewerName(), third.preferences().guideSeen]).toEqual(['Ada', true])
  })

  it('gives what a file of an earlier build lacks its usual value', async () => {
    const configDir = await temporaryFolder()
    const stored = { schema: 1, writerId: 'w-0123456789ab', reviewerName: 'Ada', preferences: { theme: 'light' } }
    await writeFile(fileOf(configDir), JSON.stringify(stored))
    const installation = await openInstallation({ configDir })
    expect(installation.preferences()).toEqual({ ...DEFAULT_PREFERENCES, theme: 'light' })
    expect(installation.messages).toEqual([])
  })

  it.each([
    ['empty', ''],
    ['cut off', '{"schema":1,"writerId":"w-'],
    ['not an object', '"hello"'],
    ['with an id that leads elsewhere', '{"schema":1,"writerId":"../../x","reviewerName":"","preferences":{}}'],
  ])('keeps a file that is %s, names it, and begins anew', async (_, content) => {
    const configDir = await temporaryFolder()
    await writeFile(fileOf(configDir), content)
    const installation = await openInstallation({ configDir })
    const [kept = ''] = (await readdir(configDir)).filter((name) => name.startsWith('installation.unreadable-'))
    expect(installation.writerId).toMatch(/^w-[0-9a-f]{12}$/)
    expect(installation.messages).toEqual([expect.stringContaining(kept)])
    expect(await readFile(join(configDir, kept), 'utf8')).toBe(content)
    expect((await openInstallation({ configDir })).writerId).toBe(installation.writerId)
  })

  it('stays the same writer when only its preferences are spoilt', async () => {
    const configDir = await temporaryFolder()
    const spoilt = { schema: 1, writerId: 'w-0123456789ab', reviewerName: 'Ada', preferences: { textScale: 99 } }
    await writeFile(fileOf(configDir), JSON.stringify(spoilt))
    const installation = await openInstallation({ configDir })
    expect([installation.writerId, installation.reviewerName()]).toEqual(['w-0123456789ab', 'Ada'])
    expect(installation.preferences()).toEqual(DEFAULT_PREFERENCES)
    expect(installation.messages).toEqual([expect.stringContaining('textScale')])
  })

  it('of a newer Crossread is left alone: same writer, nothing saved, and it says so', async () => {
    const configDir = await temporaryFolder()
    const newer = '{"schema":2,"writerId":"w-0123456789ab","reviewerName":"Ada","more":true}'
    await writeFile(fileOf(configDir), newer)
    const installation = await openInstallation({ configDir })
    expect([installation.writerId, installation.reviewerName()]).toEqual(['w-0123456789ab', 'Ada'])
    expect(installation.messages).toEqual([expect.stringContaining('written by a newer Crossread')])
    expect(await refusal(installation.setReviewerName('Ben'))).toMatchObject({ code: 'STORAGE_FAILED' })
    expect(await readFile(fileOf(configDir), 'utf8')).toBe(newer)
  })

  it('works for one session where no file can be made, and says so', async () => {
    const configDir = join(await temporaryFolder(), 'file')
    await writeFile(configDir, 'in the way')
    const installation = await openInstallation({ configDir })
    expect(installation.writerId).toMatch(/^w-[0-9a-f]{12}$/)
    expect(installation.messages).toEqual([expect.stringContaining('not kept after this session')])
    expect(await refusal(installation.setPreferences({ theme: 'dark' }))).toMatchObject({ code: 'STORAGE_FAILED' })
  })

  it('keeps its id when its folder is removed while it runs', async () => {
    const configDir = join(await temporaryFolder(), 'config')
    const installation = await openInstallation({ configDir })
    await rm(configDir, { recursive: true })
    await installation.setReviewerName('Ada')
    expect((await openInstallation({ configDir })).writerId).toBe(installation.writerId)
  })

  it('is found where CROSSREAD_CONFIG_DIR says', async () => {
    const configDir = await temporaryFolder()
    vi.stubEnv('CROSSREAD_CONFIG_DIR', configDir)
    try {
      const installation = await openInstallation()
      expect(await readFile(fileOf(configDir), 'utf8')).toContain(installation.writerId)
    } finally {
      vi.unstubAllEnvs()
    }
  })
})
