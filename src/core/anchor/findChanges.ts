import type { Block } from '../diff/alignTokens'
import { alignWording } from './alignWording'
import { intAt } from '../match/growingInts'
import { CHANGE_CLASSES, type AnchorChange, type ChangeClass } from './anchor'
import { rangeOfTokens, type KeyedTokens } from './keyedTokens'
import { labelTokens } from './labelTokens'
import type { TokenSpan } from './placeBetween'
import type { AnchorWords } from './readAnchor'
import type { TextIndex } from './textIndex'

/** Tokens around words that are read with them to tell what they are: the speaker before `said`, the month behind `12`. */
export const LABEL_CONTEXT = 8
/** Tokens that a replaced beginning or end may be longer by before whole sentences of it are taken for put in. */
export const EXTRA_TOKENS = 3
/** The classes that have words of their own; the ones behind them are told only when a difference has no other. */
const CLASSES = CHANGE_CLASSES.slice(0, CHANGE_CLASSES.indexOf('wording'))

type Side = {
  readonly tokens: KeyedTokens
  readonly span: TokenSpan
  /** Of the tokens of the span, in order. */
  readonly labels: readonly ChangeClass[]
}

/** How the words that stand at a place differ from the quoted ones, and where they are: words put in at the ends lie outside. */
export function findChanges(
  index: TextIndex,
  words: AnchorWords,
  place: TokenSpan,
): { readonly changes: readonly AnchorChange[]; readonly span: TokenSpan } {
  const knows = (word: string) => index.vocabulary.has(word)
  const quoted = words.tokens.keys.slice(words.from, words.to)
  const blocks = trimEnds(index.tokens, place.from, alignWording(quoted, index.tokens.keys.slice(place.from, place.to)))
  const span = {
    from: place.from + (blocks[0]?.bFrom ?? 0),
    to: place.from + (blocks.at(-1)?.bTo ?? place.to - place.from),
  }
  const old = sideOf(words.tokens, { from: words.from, to: words.to }, knows)
  const now = sideOf(index.tokens, place, knows)
  return { changes: blocks.filter((block) => !block.equal).flatMap((block) => changesOf(block, old, now)), span }
}

/** Without words that were put in at the ends, and without whole sentences that came to stand with words that were replaced there. */
function trimEnds(tokens: KeyedTokens, shift: number, blocks: readonly Block[]): Block[] {
  const trimmed = blocks.filter((block, nth) => !(isPutIn(block) && (nth === 0 || nth === blocks.length - 1)))
  const first = trimmed[0]
  if (first !== undefined && !first.equal && hasMore(first)) {
    let bFrom = first.bTo - 1
    while (bFrom > first.bFrom && !endsSentenceAt(tokens, shift + bFrom - 1)) bFrom--
    trimmed[0] = { ...first, bFrom }
  }
  const last = trimmed.at(-1)
  if (last !== undefined && !last.equal && hasMore(last)) {
    let bTo = last.bFrom + 1
    while (bTo < last.bTo && !endsSentenceAt(tokens, shift + bTo - 1)) bTo++
    trimmed[trimmed.length - 1] = { ...last, bTo }
  }
  return trimmed
}

function hasMore({ aFrom, aTo, bFrom, bTo }: Block): boolean {
  return bTo - bFrom > aTo - aFrom + EXTRA_TOKENS
}

function endsSentenceAt({ text, keys, starts, ends, length }: KeyedTokens, at: number): boolean {
  if (at + 1 >= length) return false
  return /^[.!?]$/u.test(keys[at] ?? '') || text.slice(intAt(ends, at), intAt(starts, at + 1)).includes('\n')
}

function isPutIn({ equal, aFrom, aTo }: Block): boolean {
  return !equal && aFrom === aTo
}

function sideOf(tokens: KeyedTokens, span: TokenSpan, knows: (word: string) => boolean): Side {
  const from = Math.max(0, span.from - LABEL_CONTEXT)
  const labels = labelTokens(tokens.keys.slice(from, span.to + LABEL_CONTEXT), knows)
  return { tokens, span, labels: labels.slice(span.from - from, span.to - from) }
}

function changesOf(block: Block, old: Side, now: Side): AnchorChange[] {
  const from = { side: old, low: block.aFrom, high: block.aTo }
  const to = { side: now, low: block.bFrom, high: block.bTo }
  const classes = new Set([...labelsOf(from), ...labelsOf(to)])
  const grave = CLASSES.filter((one) => classes.has(one) && isOther(keysOf(from, one), keysOf(to, one)))
  const only = grave[0]
  if (only === undefined) return [{ class: mildClass(from, to), from: textOf(from), to: textOf(to) }]
  if (grave.length === 1) return [{ class: only, from: textOf(from), to: textOf(to) }]
  const told: AnchorChange[] = grave.map((one) => ({ class: one, from: textOf(from, one), to: textOf(to, one) }))
  const [mildFrom, mildTo] = [textOf(from, 'wording'), textOf(to, 'wording')]
  return mildFrom === mildTo ? told : [...told, { class: 'wording', from: mildFrom, to: mildTo }]
}

/** A capital at the beginning of a sentence makes no other number. */
function isOther(from: readonly string[], to: readonly string[]): boolean {
  return from.join(' ').toLowerCase() !== to.join(' ').toLowerCase()
}

type Stretch = { readonly side: Side; readonly low: number; readonly high: number }

function labelsOf({ side, low, high }: Stretch): readonly ChangeClass[] {
  return side.labels.slice(low, high)
}

function keysOf({ side, low, high }: Stretch, label: ChangeClass): string[] {
  return side.tokens.keys
    .slice(side.span.from + low, side.span.from + high)
    .filter((_, nth) => side.labels[low + nth] === label)
}

function mildClass(from: Stretch, to: Stretch): ChangeClass {
  const keys = (stretch: Stretch) =>
    stretch.side.tokens.keys.slice(stretch.side.span.from + stretch.low, stretch.side.span.from + stretch.high)
  const [old, now] = [keys(from).join(' '), keys(to).join(' ')]
  if (old.toLowerCase() === now.toLowerCase()) return 'capitals'
  const labels = [...labelsOf(from), ...labelsOf(to)]
  return labels.every((label) => label === 'punctuation') ? 'punctuation' : 'wording'
}

/** The text of a stretch, or of its parts of one class. */
function textOf({ side, low, high }: Stretch, label: ChangeClass | null = null): string {
  const { tokens, span, labels } = side
  if (high <= low) return ''
  const runs: string[] = []
  let start = low
  for (let at = low; at <= high; at++) {
    const wanted = at < high && (label === null || labels[at] === label)
    if (wanted) continue
    if (at > start) {
      const range = rangeOfTokens(tokens, span.from + start, span.from + at)
      runs.push(tokens.text.slice(range.start, range.endExclusive))
    }
    start = at + 1
  }
  return runs.join(' … ')
}
