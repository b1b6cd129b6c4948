import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextRange } from '../../src/core/text/textRange'
import { countWords, tokensOf } from '../../src/core/text/tokens'
import { layOut } from '../support/generator/layout'
import { createTheme } from '../support/generator/lexicon'
import { createRandom, type Random } from '../support/generator/random'
import { TextWriter } from '../support/generator/render'
import { createWriter } from '../support/generator/sentences'

export const SHAPES = ['unrelated', 'shared', 'edited'] as const
/** unrelated: nothing in common; shared: SHARED_PART in another order; edited: a copy in which EDITED_PART of the words differ. */
export type Shape = (typeof SHAPES)[number]

/** The part of the second text that stands in the first. */
const SHARED_PART = 0.05
/** Most words of one shared passage. */
const PASSAGE_WORDS = 40
/** Words of a lightly edited copy that are replaced, dropped or doubled. */
const EDITED_PART = 0.03
/** Words of one article of a long generated text: each has its own theme. */
const ARTICLE_WORDS = 800

/** Two texts, and which stretches of the one are in the other. UTF-16 offsets. */
export type TextPair = {
  readonly a: string
  readonly b: string
  readonly planted: readonly { readonly a: TextRange; readonly b: TextRange }[]
}

/** Where paragraphs of prose come from; null when there are not so many words. */
export type Prose = (words: number, which: 'a' | 'b') => readonly string[] | null

export function generatedProse(seed: number): Prose {
  return (words, which) => {
    const paragraphs: string[] = []
    for (let article = 0, left = words; left > 0; article++, left -= ARTICLE_WORDS) {
      const random = createRandom(seed, `prose ${which} ${article}`)
      const writer = createWriter(random, createTheme(random))
      for (const paragraph of layOut(writer, Math.min(left, ARTICLE_WORDS), [])) {
        const text = new TextWriter({ lineEnd: '\n', quotationMarks: 'typographic', form: 'NFC' })
        text.paragraph(paragraph)
        paragraphs.push(text.text)
      }
    }
    return paragraphs
  }
}

/**
 * The texts of a folder, joined: the first text from the first half of the files, the second from the last one backwards.
 * What the two share of their own accord counts as astray, since nobody has written down where it stands.
 */
export function proseOfFolder(folder: string): Prose {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:txt|md)$/i.test(path))
    .sort()
  return (words, which) => {
    const paragraphs: string[] = []
    const half = files.length >> 1
    let left = words
    for (const path of which === 'a' ? files.slice(0, half) : files.slice(half).reverse()) {
      if (left <= 0) break
      const text = readFileSync(join(folder, path), 'utf8')
      for (const paragraph of text.split(/\r?\n\s*/)) {
        if (left <= 0 || paragraph.trim() === '') continue
        paragraphs.push(paragraph.trim())
        left -= countWords(paragraph)
      }
    }
    return left > 0 ? null : paragraphs
  }
}

/** Two texts of about so many words each; null when there is not so much prose. */
export function makePair(prose: Prose, shape: Shape, words: number, seed: number): TextPair | null {
  const first = prose(words, 'a')
  if (first === null) return null
  const random = createRandom(seed, `pair ${shape} ${words}`)
  if (shape === 'edited') return editedPair(first, random)
  const second = prose(words, 'b')
  if (second === null) return null
  return shape === 'shared'
    ? sharedPair(first, second, words, random)
    : { a: joined(first), b: joined(second), planted: [] }
}

const GAP = '\n\n'

function joined(paragraphs: readonly string[]): string {
  return paragraphs.join(GAP)
}

/** Passages of the first text, put between paragraphs of the second in the opposite order. */
function sharedPair(first: readonly string[], second: readonly string[], words: number, random: Random): TextPair {
  const chosen = choosePassages(first, words * SHARED_PART, random)
  const a = joined(first)
  const step = Math.max(1, Math.floor(second.length / (chosen.length + 1)))
  const planted: { a: TextRange; b: TextRange }[] = []
  let b = ''
  const left = [...chosen]
  second.forEach((paragraph, index) => {
    b += (index === 0 ? '' : GAP) + paragraph
    const due = index === second.length - 1 ? left.splice(0).reverse() : (index + 1) % step === 0 ? left.splice(-1) : []
    for (const range of due) {
      const text = a.slice(range.start, range.endExclusive)
      b += GAP + text
      planted.push({ a: range, b: { start: b.length - text.length, endExclusive: b.length } })
    }
  })
  return { a, b, planted: planted.sort((one, two) => one.a.start - two.a.start) }
}

/** Beginnings of paragraphs, in order, that have so many words together; two at least. */
function choosePassages(paragraphs: readonly string[], wanted: number, random: Random): TextRange[] {
  const starts = paragraphs.map(() => 0)
  paragraphs.forEach((paragraph, index) => (starts[index + 1] = starts[index]! + paragraph.length + GAP.length))
  const chosen: TextRange[] = []
  let left = wanted
  for (const index of random.shuffled(paragraphs.map((_, place) => place))) {
    if (left <= 0 && chosen.length > 1) break
    const tokens = tokensOf(paragraphs[index]!).filter(({ kind }) => kind === 'word')
    if (tokens.length < 12) continue
    const count = Math.min(PASSAGE_WORDS, tokens.length, Math.max(12, Math.ceil(wanted / 2)))
    const start = starts[index]!
    chosen.push({ start: start + tokens[0]!.start, endExclusive: start + tokens[count - 1]!.endExclusive })
    left -= count
  }
  return chosen.sort((one, two) => one.start - two.start)
}

function editedPair(first: readonly string[], random: Random): TextPair {
  const planted: { a: TextRange; b: TextRange }[] = []
  let [a, b] = ['', '']
  for (const paragraph of first) {
    const from = { a: a.length, b: b.length }
    a += paragraph + GAP
    b += editedParagraph(paragraph, random) + GAP
    // With the gap: what stands in both on either side of it is one stretch.
    planted.push({ a: { start: from.a, endExclusive: a.length }, b: { start: from.b, endExclusive: b.length } })
  }
  return { a, b, planted }
}

function editedParagraph(paragraph: string, random: Random): string {
  const words = paragraph.split(' ')
  return words
    .flatMap((word) => {
      if (!random.chance(EDITED_PART)) return [word]
      return [[random.pick(words)], [], [word, random.pick(words)]][random.between(0, 2)]!
    })
    .join(' ')
}
