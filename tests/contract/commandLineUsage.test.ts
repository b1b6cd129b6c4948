import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { crossread, folderWith } from '../support/commandLine'

/** One line, without a stack trace. */
const ONE_LINE = /^crossread[^\n]*\n$/

const WRONG_CALLS: readonly (readonly [argv: readonly string[], says: string])[] = [
  [[], 'crossread: no command is given; see crossread --help'],
  [['bogus'], 'crossread: there is no command "bogus"; see crossread --help'],
  [['--bogus'], 'crossread: there is no option "--bogus"; see crossread --help'],
  [['sources'], 'crossread sources: <folder> is missing; see crossread sources --help'],
  [['sources', ''], 'crossread sources: <folder> is missing; see crossread sources --help'],
  [['sources', 'a', 'b'], 'crossread sources: what is "b"? Only <folder> is asked for; see crossread sources --help'],
  [['sources', 'a', '--bogus'], "crossread sources: unknown option '--bogus'; see crossread sources --help"],
  [
    ['sources', 'a', '--text', 'b', '--json'],
    'crossread sources: --text prints plain text and goes without --json; see crossread sources --help',
  ],
  [['match', 'a.txt'], 'crossread match: <b> is missing; see crossread match --help'],
  [['match', 'a', 'b', '--jsonl'], 'crossread match: --jsonl goes with --pairs <file.tsv>; see crossread match --help'],
  [['match', '--pairs', 'x.tsv'], 'crossread match: --pairs goes with --jsonl; see crossread match --help'],
  [['anchor', 'a', 'b'], 'crossread anchor: --selectors <file.json> is missing; see crossread anchor --help'],
  [['report', 'a'], 'crossread report: --format is missing: one of md, html, json, csv; see crossread report --help'],
  [
    ['report', 'a', '--format', 'xls'],
    'crossread report: there is no format "xls": one of md, html, json, csv; see crossread report --help',
  ],
  [
    ['serve', 'a', '--port', '99999'],
    'crossread serve: --port is "99999"; a number from 1 to 65535 is expected; see crossread serve --help',
  ],
  [
    ['serve', 'a', '--port', '1e3'],
    'crossread serve: --port is "1e3"; a number from 1 to 65535 is expected; see crossread serve --help',
  ],
  [['verify'], 'crossread verify: <folder or report.html> is missing; see crossread verify --help'],
]

describe('a command that is called wrongly', () => {
  it.each(WRONG_CALLS)('%j exits with 2 and says so in one line', async (argv, says) => {
    expect(await crossread(argv)).toEqual({ code: 2, out: '', err: `${says}\n` })
  })

  it.each([['--data'], ['--text'], ['--json=1']])(
    '%s without or with a value it does not take exits with 2',
    async (option) => {
      const { code, out, err } = await crossread(['sources', 'a', option])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(ONE_LINE)
    },
  )
})

describe('help and version', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists every command', async (option) => {
    const { code, out, err } = await crossread([option])
    expect([code, err]).toEqual([0, ''])
    for (const command of ['sources', 'match', 'corpus', 'anchor', 'report', 'verify', 'serve'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
  })

  it.each([['sources'], ['match'], ['corpus'], ['anchor'], ['report'], ['verify'], ['serve']])(
    '%s --help shows how to call it and its options',
    async (command) => {
      const { code, out, err } = await crossread([command, '--help'])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain(`  crossread ${command} <`)
      expect(out).toContain('  --help')
    },
  )

  it('--version prints the version and nothing else', async () => {
    const { code, out, err } = await crossread(['--version'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })
})

describe('input that is at fault', () => {
  it('exits with 1 and names a folder that is not there', async () => {
    const missing = join(await folderWith(), 'no such\nfolder')
    for (const argv of [
      ['sources', missing],
      ['report', missing, '--format', 'md'],
      ['verify', missing],
    ]) {
      const { code, out, err } = await crossread(argv)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(ONE_LINE)
      expect(err).toContain('no such folder')
    }
  })

  it('exits with 1 and names a file that is not there, or is a folder, or is no text', async () => {
    const folder = await folderWith({ 'a.txt': 'one two three four five', 'b.png': 'x' })
    await mkdir(join(folder, 'c.txt'))
    for (const bad of ['missing.txt', 'b.png', 'c.txt']) {
      const { code, out, err } = await crossread(['match', join(folder, 'a.txt'), join(folder, bad), '--json'])
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(ONE_LINE)
      expect(err).toContain(bad)
    }
  })
})

describe('output that nobody reads any more', () => {
  it('ends a command quietly, as a program before head should', async () => {
    const folder = await folderWith({ 'a.txt': 'one two three' })
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    })
    closed.on('error', () => undefined)
    const { code, err } = await crossread(['sources', folder, '--json'], { stdout: closed })
    expect([code, err]).toEqual([0, ''])
  })
})
