// npm run bench:size: the window beside a source of 100,000 words with 5,000 overlapping notes and 10,000 claims, and the same at
// a tenth of the size. Builds, measures in real Electron, prints a table; asserts no time.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode } from './run.mjs'

const results = (name) => join(root, `test-results/size-${name}.json`)
for (const name of ['tenth', 'full']) rmSync(results(name), { force: true })
const build = await runNode(commandFile('electron-vite'), ['build', '--logLevel', 'warn'])
const playwright = commandFile('@playwright/test', 'playwright')
const bench =
  build.code === 0
    ? await runNode(playwright, ['test', '--config', 'playwright.bench.config.ts', 'atSize'], {
        env: { CROSSREAD_BENCH_SIZE: '1' },
      })
    : build
if (bench.code === 0) print(['tenth', 'full'].map((name) => JSON.parse(readFileSync(results(name), 'utf8'))))
process.exitCode = bench.code

function print(rows) {
  const count = (value) => value.toLocaleString('en')
  const paint = ({ p50, p95, most }) => `${p50} / ${p95} / ${most}`
  const spent = ({ main, page }) => (main === null || page === null ? 'not told' : `${count(main)} / ${count(page)}`)
  const lines = [
    [
      '',
      ...rows.map(({ size }) => `${count(size.words)} words, ${count(size.notes)} notes, ${count(size.claims)} claims`),
    ],
    ['start to text and claims, best of three, ms', ...rows.map((row) => count(row.startMs))],
    ['frame while scrolling the source, ms*', ...rows.map((row) => paint(row.scrollSource))],
    ['frame while scrolling the claims, ms*', ...rows.map((row) => paint(row.scrollClaims))],
    ['key to paint, selecting, ms*', ...rows.map((row) => paint(row.selecting))],
    ['save a note: key to paint, ms*', ...rows.map((row) => paint(row.savingNote))],
    ['save a note: key to “Saved”, ms*', ...rows.map((row) => paint(row.savedNote))],
    ['give a verdict: key to paint, ms*', ...rows.map((row) => paint(row.savingVerdict))],
    ['processor time of a start, ms**', ...rows.map((row) => spent(row.spent.start))],
    ['processor time of a frame of scrolling, ms**', ...rows.map((row) => spent(row.spent.frame))],
    ['processor time of writing and saving a note, ms**', ...rows.map((row) => spent(row.spent.note))],
    ['processor time of giving a verdict, ms**', ...rows.map((row) => spent(row.spent.verdict))],
    ['memory of the main process, MB', ...rows.map((row) => count(row.memory.main))],
    ['script memory of the page, MB', ...rows.map((row) => count(row.memory.page))],
  ]
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  for (const line of lines)
    console.log(
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
  console.log(
    '* median / 95th of 100 / longest   ** main process / page; all its threads, which paint without a graphics card here',
  )
}
