import { describeAnchor } from '../../../src/core/anchor/describeAnchor'
import { resolveAnchors } from '../../../src/core/anchor/resolveAnchors'
import { createRandom } from '../../support/generator/random'
import { attachByLikeness } from './hypothesisMethod'

const TEXT_WORDS = 100_000
const ANCHORS = [0, 1_000, 2_000, 4_000, 8_000] as const
const ROUNDS = 5
/** One word in so many is another one in the new text. */
const EDITED_ONE_IN = 40
/** Anchors that the other method is timed with: all of them would take hours. */
const LIKENESS_SAMPLE = 100

export type GrowthRow = { readonly anchors: number; readonly medianMs: number; readonly states: string }

/** How long many anchors take in one text of 100,000 words of which one in 40 was changed and a tenth of the paragraphs moved. */
export function measureGrowth(): readonly GrowthRow[] {
  const { old, now, anchors } = makeTexts()
  return ANCHORS.map((count) => {
    const some = anchors.slice(0, Math.max(1, count))
    const times: number[] = []
    const states = new Map<string, number>()
    for (let round = 0; round < ROUNDS; round++) {
      const started = processorMs()
      const found = resolveAnchors({ text: now, textHash: 'new', from: null }, some)
      times.push(processorMs() - started)
      states.clear()
      for (const { state } of found) states.set(state, (states.get(state) ?? 0) + 1)
    }
    times.sort((one, other) => one - other)
    const told = [...states].sort().map(([state, many]) => `${many} ${state}`)
    return {
      anchors: count,
      medianMs: times[ROUNDS >> 1] ?? 0,
      states: count === 0 ? `one anchor, ${old.length} characters` : told.join(', '),
    }
  })
}

/** Milliseconds that the other method takes for one anchor of the same text, over a sample. */
export function timeLikeness(): number {
  const { now, anchors } = makeTexts()
  const sample = anchors.slice(0, LIKENESS_SAMPLE)
  const started = processorMs()
  for (const { quote, position } of sample) attachByLikeness(now, { ...quote, position: position.start })
  return (processorMs() - started) / sample.length
}

/** Processor time, which a busy machine changes little. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function makeTexts() {
  const random = createRandom(20261120, 'anchors').next
  const words = Array.from({ length: 12_000 }, () => madeUpWord(random))
  // As in real texts a few words are everywhere and most are rare.
  const word = () => words[Math.floor(words.length * random() ** 4)] ?? ''
  const paragraphs: string[][] = []
  for (let written = 0; written < TEXT_WORDS;) {
    const length = 40 + Math.floor(random() * 60)
    paragraphs.push(Array.from({ length }, (_, nth) => word() + (nth % 13 === 12 || nth === length - 1 ? '.' : '')))
    written += length
  }
  const old = paragraphs.map((one) => one.join(' ')).join('\n\n')
  const edited = paragraphs.map((one) => one.map((each) => (random() * EDITED_ONE_IN < 1 ? word() : each)).join(' '))
  for (let moves = Math.floor(edited.length / 10); moves > 0; moves--) {
    const [moved = ''] = edited.splice(Math.floor(random() * edited.length), 1)
    edited.splice(Math.floor(random() * edited.length), 0, moved)
  }
  const starts = Array.from(old.matchAll(/\S+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const anchors = Array.from({ length: ANCHORS.at(-1) ?? 0 }, () => {
    const from = Math.floor(random() * (starts.length - 40))
    const to = from + Math.floor(1 + 39 * random() ** 2)
    return describeAnchor(old, 'old', { start: starts[from]?.start ?? 0, endExclusive: starts[to - 1]?.end ?? 0 })
  })
  return { old, now: edited.join('\n\n'), anchors }
}

function madeUpWord(random: () => number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'pi', 'ro', 'su', 'ta', 've']
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => syllables[Math.floor(random() * 12)]).join('')
}
