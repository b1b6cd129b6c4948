import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TAG_COLOURS } from '../../src/core/claim/reviewRecord'

const RENDERER = join(import.meta.dirname, '../../src/renderer')
const TOKENS = readFileSync(join(RENDERER, 'styles/tokens.css'), 'utf8')

type Theme = 'light' | 'dark'
type Colour = Readonly<Record<Theme, string>>

/** Every token that is one colour a theme: `--ink: light-dark(#1d1c1a, #ebe8e0);`. */
const colours: ReadonlyMap<string, Colour> = new Map(
  [...TOKENS.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const,
  ),
)

const HEATS = ['heat-1', 'heat-2', 'heat-3', 'heat-4']
const PLAIN_GROUNDS = ['desk', 'paper', 'hover'] as const
/** Which words stand on which grounds. A token that is on neither side, nor among the lines, fails a test below. */
const TEXT_ON: Readonly<Record<string, readonly string[]>> = {
  ink: [
    ...PLAIN_GROUNDS,
    'accent-soft',
    'pair',
    'pair-on',
    'del-bg',
    'ins-bg',
    'ok-bg',
    'no-bg',
    'q-bg',
    'warn-bg',
    ...HEATS,
  ],
  'ink-2': [...PLAIN_GROUNDS, 'accent-soft', 'q-bg'],
  'ink-3': PLAIN_GROUNDS,
  accent: [...PLAIN_GROUNDS, 'accent-soft', 'pair'],
  'accent-strong': PLAIN_GROUNDS,
  'on-accent': ['accent', 'accent-strong', 'heat-5'],
  del: ['del-bg', ...PLAIN_GROUNDS],
  ins: ['ins-bg', ...PLAIN_GROUNDS],
  ok: ['ok-bg', ...PLAIN_GROUNDS],
  no: ['no-bg', ...PLAIN_GROUNDS],
  q: ['q-bg', ...PLAIN_GROUNDS],
  warn: ['warn-bg', ...PLAIN_GROUNDS],
}
/** What bounds or marks without being read: fields and the chosen pair must be seen (3:1), the rest may be quiet. */
const SEEN_ON: Readonly<Record<string, readonly string[]>> = {
  edge: ['desk', 'paper'],
  'pair-on-line': ['paper', 'desk', 'pair-on'],
  ...Object.fromEntries(TAG_COLOURS.map((colour) => [`tag-${colour}`, [...PLAIN_GROUNDS, 'accent-soft']])),
}
const QUIET_LINES = ['line', 'line-2', 'pair-line']
const THEMES: readonly Theme[] = ['light', 'dark']

function pairs(table: Readonly<Record<string, readonly string[]>>): [Theme, string, string][] {
  return THEMES.flatMap((theme) =>
    Object.entries(table).flatMap(([text, grounds]) =>
      grounds.map((ground): [Theme, string, string] => [theme, text, ground]),
    ),
  )
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(theme: Theme, a: string, b: string): number {
  const [lighter, darker] = [a, b]
    .map((name) => {
      const colour = colours.get(name)
      if (colour === undefined) throw new Error(`tokens.css has no colour --${name}`)
      return luminance(colour[theme])
    })
    .toSorted((x, y) => y - x)
  return (lighter! + 0.05) / (darker! + 0.05)
}

function stylesUnder(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') || path.endsWith('.svelte'))
    .map((path): [string, string] => {
      const text = readFileSync(join(folder, path), 'utf8')
      return [path, path.endsWith('.css') ? text : text.slice(Math.max(0, text.indexOf('<style>')))]
    })
    .filter(([path, text]) => path.endsWith('.css') || text.startsWith('<style>'))
}

describe('the colours of the interface', () => {
  it('reads black on white as 21 to 1', () => {
    const ratio = (luminance('#ffffff') + 0.05) / (luminance('#000000') + 0.05)
    expect(ratio).toBeCloseTo(21, 5)
  })

  it.each(pairs(TEXT_ON))('%s: words in %s on %s stand out at 4.5 to 1 or more', (theme, text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(SEEN_ON))('%s: a line in %s on %s stands out at 3 to 1 or more', (theme, line, ground) => {
    expect(contrast(theme, line, ground)).toBeGreaterThanOrEqual(3)
  })

  it('has every colour token checked as words, as a ground or as a line', () => {
    const checked = new Set([
      ...Object.entries(TEXT_ON).flatMap(([text, grounds]) => [text, ...grounds]),
      ...Object.keys(SEEN_ON),
      ...QUIET_LINES,
    ])
    expect([...colours.keys()].filter((name) => !checked.has(name))).toEqual([])
  })

  it('keeps colours out of every style but tokens.css', () => {
    const found = stylesUnder(RENDERER)
      .filter(([path]) => !path.endsWith('tokens.css'))
      .flatMap(([path, style]) =>
        [...style.matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|lch)a?\(/gi)].map(([hit]) => `${path}: ${hit}`),
      )
    expect(found).toEqual([])
  })

  it('uses no token that tokens.css does not have', () => {
    const known = new Set([...TOKENS.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
    const unknown = stylesUnder(RENDERER).flatMap(([path, style]) => {
      // Set by the component's markup (`style:--lines={…}`), by its own styles, or by bits-ui on what it positions.
      const whole = readFileSync(join(RENDERER, path), 'utf8')
      const own = new Set([...whole.matchAll(/(?:style:)?(--[\w-]+)\s*[:=]/g)].map(([, name]) => name))
      return [...style.matchAll(/var\((--[\w-]+)\s*([,)])/g)]
        .filter(([, name, next]) => next === ')' && !known.has(name) && !own.has(name) && !name!.startsWith('--bits-'))
        .map(([, name]) => `${path}: ${name}`)
    })
    expect(unknown).toEqual([])
  })
})
