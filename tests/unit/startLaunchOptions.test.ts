import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { argsOfPerson, readLaunchOptions } from '../../src/main/hosts/electron/launchOptions'

const cwd = resolve('/home/anna')
const program = resolve('/opt/crossread')

describe('how the window was asked for', () => {
  it('finds what the person typed behind switches that tools put in front', () => {
    const typed = (argv: string[]): readonly string[] => argsOfPerson({ argv, programPath: program, cwd })
    expect(typed(['electron', program, 'articles'])).toEqual(['articles'])
    expect(typed(['electron', '-r', 'loader.js', '--inspect=0', program, 'articles'])).toEqual(['articles'])
    expect(typed(['electron', join(program, 'main.js'), '--data', 'd'])).toEqual(['--data', 'd'])
    expect(typed(['crossread', 'articles'])).toEqual(['articles'])
    expect(argsOfPerson({ argv: ['electron', '.'], programPath: cwd, cwd })).toEqual([])
  })

  it('resolves folders against where it was started and passes over Chromium’s switches', () => {
    const args = ['--disable-gpu', 'articles', '--data', 'kept', '--lang=de', 'second']
    expect(readLaunchOptions({ args, env: {}, cwd })).toEqual({
      folder: join(cwd, 'articles'),
      dataFolder: join(cwd, 'kept'),
      configDir: null,
    })
  })

  it('honours the environment, and the command line above it', () => {
    const env = { CROSSREAD_DATA_DIR: 'from-env', CROSSREAD_CONFIG_DIR: resolve('/tmp/config') }
    const both = readLaunchOptions({ args: ['--data=typed'], env, cwd })
    expect(both).toEqual({ folder: null, dataFolder: join(cwd, 'typed'), configDir: resolve('/tmp/config') })
    expect(readLaunchOptions({ args: [], env, cwd }).dataFolder).toBe(join(cwd, 'from-env'))
  })

  it('takes an empty name for none', () => {
    const empty = { CROSSREAD_DATA_DIR: '', CROSSREAD_CONFIG_DIR: '' }
    const nothing = { folder: null, dataFolder: null, configDir: null }
    expect(readLaunchOptions({ args: ['', '--data='], env: empty, cwd })).toEqual(nothing)
  })
})
