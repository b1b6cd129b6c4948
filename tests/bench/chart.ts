import type { PairRow } from './rows'
import { SHAPES } from './benchTexts'
import { FLOOR, OURS, SUBJECTS } from './subjects'

const PANEL = { width: 270, height: 300, gap: 34, left: 64, top: 64 } as const
const TITLES = {
  unrelated: 'Unrelated texts',
  shared: '5 % shared, in another order',
  edited: 'A lightly edited copy',
} as const
const PANEL_SHAPES = SHAPES
/** Of middling lightness, so that they can be told apart on white and on black. */
const COLOURS = ['#8a8f98', '#2f7de1', '#c9820a', '#d6455d', '#a35bd6', '#2e9e5b', '#0f9aa8', '#b0683a', '#e0679f']
const LABELS: Readonly<Record<string, string>> = {
  [FLOOR]: 'tokenising both texts once (the floor)',
  'diff-match-patch': 'diff-match-patch (gives up after 1 s)',
}

type Axis = { readonly from: number; readonly to: number }

/** Cost against size for the generated texts, both axes logarithmic, as an SVG picture that fits light and dark pages. */
export function drawChart(rows: readonly PairRow[], limitMs: number, machine: string): string {
  const generated = rows.filter(({ texts }) => texts === 'generated')
  const sizes = [...new Set(generated.map(({ words }) => words))].sort((one, two) => one - two)
  const costs = generated.flatMap(({ outcome }) => (outcome.kind === 'pair' ? [outcome.measure.medianMs] : []))
  const x: Axis = { from: sizes[0]!, to: sizes.at(-1)! }
  const y: Axis = { from: 10 ** Math.floor(Math.log10(Math.min(...costs))), to: limitMs * 1.6 }
  const width = PANEL.left + 3 * PANEL.width + 2 * PANEL.gap + 24
  const panels = PANEL_SHAPES.map((shape, place) => {
    const left = PANEL.left + place * (PANEL.width + PANEL.gap)
    const own = generated.filter((row) => row.shape === shape)
    return [
      `<text class="title" x="${left}" y="${PANEL.top - 14}">${TITLES[shape]}</text>`,
      ...grid(left, x, y, sizes, place === 0, limitMs),
      ...SUBJECTS.map(({ name }, index) =>
        line(
          own.filter(({ subject }) => subject === name),
          index,
          left,
          x,
          y,
          limitMs,
        ),
      ),
    ].join('\n')
  })
  const legendTop = PANEL.top + PANEL.height + 62
  const height = legendTop + Math.ceil(SUBJECTS.length / 3) * 22 + 26
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t">
<title id="t">Time to compare two texts, by their length: Crossread and other programs</title>
<style>
  text { font: 12px system-ui, sans-serif; fill: #33383f }
  .title { font-weight: 600; font-size: 13px }
  .small { font-size: 11px; fill: #667 }
  .grid { stroke: #8884; stroke-width: 1 }
  .limit { stroke: #888; stroke-dasharray: 2 3 }
  .page { fill: #fff }
  .hollow { fill: #fff }
  @media (prefers-color-scheme: dark) { text { fill: #d7dbe0 } .small { fill: #9aa3ad } .page, .hollow { fill: #16181c } }
</style>
<rect class="page" width="${width}" height="${height}"/>
<text class="title" x="${PANEL.left}" y="24">Time to compare two texts, by their length</text>
${panels.join('\n')}
${legend(legendTop)}
<text class="small" x="${PANEL.left}" y="${height - 8}">Medians of processor time; hollow: over ${limitMs / 1000} s and ended. Both axes are logarithmic. ${escaped(machine)}</text>
</svg>
`
}

function grid(left: number, x: Axis, y: Axis, sizes: readonly number[], labelled: boolean, limitMs: number): string[] {
  const parts: string[] = []
  const bottom = PANEL.top + PANEL.height
  for (let cost = y.from; cost <= y.to; cost *= 10) {
    const at = yOf(cost, y)
    parts.push(`<line class="grid" x1="${left}" x2="${left + PANEL.width}" y1="${at}" y2="${at}"/>`)
    if (labelled)
      parts.push(`<text class="small" x="${left - 8}" y="${at + 4}" text-anchor="end">${costLabel(cost)}</text>`)
  }
  const limit = yOf(limitMs, y)
  parts.push(`<line class="limit" x1="${left}" x2="${left + PANEL.width}" y1="${limit}" y2="${limit}"/>`)
  if (labelled)
    parts.push(`<text class="small" x="${left - 8}" y="${limit + 4}" text-anchor="end">${costLabel(limitMs)}</text>`)
  for (const words of sizes) {
    const at = xOf(words, x, left)
    parts.push(`<line class="grid" x1="${at}" x2="${at}" y1="${PANEL.top}" y2="${bottom}"/>`)
    parts.push(
      `<text class="small" x="${at}" y="${bottom + 16}" text-anchor="middle">${words.toLocaleString('en-US')}</text>`,
    )
  }
  parts.push(`<text x="${left + PANEL.width / 2}" y="${bottom + 36}" text-anchor="middle">words in each text</text>`)
  return parts
}

function line(rows: readonly PairRow[], index: number, left: number, x: Axis, y: Axis, limitMs: number): string {
  const colour = COLOURS[index % COLOURS.length]!
  const points = rows.flatMap(({ words, outcome, skipped }) => {
    if (outcome.kind === 'pair')
      return [{ at: xOf(words, x, left), cost: yOf(outcome.measure.medianMs, y), over: false }]
    return outcome.kind === 'over' && !skipped ? [{ at: xOf(words, x, left), cost: yOf(limitMs, y), over: true }] : []
  })
  const path = points.map(({ at, cost }, place) => `${place === 0 ? 'M' : 'L'}${at} ${cost}`).join(' ')
  const name = SUBJECTS[index]!.name
  const dash = name === FLOOR ? ' stroke-dasharray="5 4"' : ''
  const dots = points.map(({ at, cost, over }) =>
    over
      ? `<circle class="hollow" cx="${at}" cy="${cost}" r="4" stroke="${colour}" stroke-width="2"/>`
      : `<circle cx="${at}" cy="${cost}" r="3" fill="${colour}"/>`,
  )
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${name === OURS ? 3.5 : 1.5}"${dash}/>${dots.join('')}`
}

function legend(top: number): string {
  return SUBJECTS.map(({ name }, index) => {
    const left = PANEL.left + (index % 3) * (PANEL.width + PANEL.gap)
    const at = top + Math.floor(index / 3) * 22
    const colour = COLOURS[index % COLOURS.length]!
    const dash = name === FLOOR ? ' stroke-dasharray="5 4"' : ''
    const stroke = `stroke="${colour}" stroke-width="${name === OURS ? 3.5 : 1.5}"${dash}`
    return `<line x1="${left}" x2="${left + 26}" y1="${at - 4}" y2="${at - 4}" ${stroke}/><text x="${left + 34}" y="${at}">${escaped(LABELS[name] ?? name)}</text>`
  }).join('\n')
}

function xOf(words: number, { from, to }: Axis, left: number): number {
  return round(left + 12 + ((PANEL.width - 24) * Math.log(words / from)) / Math.log(to / from))
}

function yOf(cost: number, { from, to }: Axis): number {
  return round(PANEL.top + PANEL.height * (1 - Math.log(cost / from) / Math.log(to / from)))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function costLabel(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
