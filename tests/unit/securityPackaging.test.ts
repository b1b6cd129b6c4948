import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>

describe('the packaged program', () => {
  it('has every door of Electron’s shut that Crossread does not need', () => {
    expect(config['electronFuses']).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    })
  })

  it('is one archive, whose fingerprint is checked', () => {
    expect([config['asar'], config['asarUnpack']]).toEqual([true, undefined])
  })

  it('holds the build and the samples, no source code and nobody’s review', () => {
    expect(config['files']).toEqual(expect.arrayContaining(['out/**', 'corpus/**', '!**/.crossread/**']))
    expect((config['files'] as string[]).filter((pattern) => /src|tests|scripts/.test(pattern))).toEqual([])
  })

  it('publishes nothing by itself', () => {
    expect(config['publish']).toBeNull()
  })
})
