import type { Anchor, AnchorResolution } from '../../core/anchor/anchor'
import { createResolver } from '../../core/anchor/resolveAnchors'
import type { Article } from '../../core/text/article'
import type { OpenSource } from './session'

type Resolver = (anchor: Anchor) => AnchorResolution

/** What was found in one text. */
type Outcomes = {
  /** By the text that anchors were cited from, while it is held; under null for texts that are not at hand. */
  readonly resolvers: Map<string | null, Resolver>
  /** Looked up with the text that they were cited from. */
  readonly found: WeakMap<Anchor, AnchorResolution>
  /** The same by what the anchor says: an anchor that is read anew from a file is another object and the same anchor. */
  readonly foundByKey: Map<string, AnchorResolution>
  /** Looked up without that text, until it is at hand. */
  readonly guessed: WeakMap<Anchor, AnchorResolution>
}

const outcomes = new WeakMap<Article, Outcomes>()

/**
 * Where the anchored words are in the source's present text. The text that they were cited from tells words that moved from
 * a look-alike that was left behind, wherever it can still be read.
 * Remembered for as long as the text is shown: the review is shown anew after every change, and looking thousands of passages
 * up again in a text that is another than they were cited from would take longer than the change. All passages that were
 * cited from one text are looked up in one index of it and one of the present text.
 */
export function placeOf(
  { reading, earlier }: Pick<OpenSource, 'reading' | 'earlier'>,
  anchor: Anchor,
): AnchorResolution {
  const known = knownPlace(reading.article, anchor)
  if (known !== null) return known
  const { guessed } = outcomesIn(reading.article)
  const from = earlier.get(anchor.textHash) ?? null
  const isSure = from !== null || anchor.textHash === reading.article.textHash
  const resolution = (isSure ? undefined : guessed.get(anchor)) ?? resolverFor(reading.article, anchor, from)(anchor)
  if (isSure) remember(reading.article, anchor, resolution)
  else guessed.set(anchor, resolution)
  return resolution
}

/** Whether the anchor was looked up already with the text that it was cited from, or was cited from the present one. */
export function isPlaced(article: Article, anchor: Anchor): boolean {
  return anchor.textHash === article.textHash || knownPlace(article, anchor) !== null
}

/** Looks anchors up that were cited from one earlier text, and keeps what comes of it without keeping that text. */
export function placeAll(article: Article, anchors: readonly Anchor[], from: string): void {
  const resolve = createResolver({ text: article.text, textHash: article.textHash, from })
  for (const anchor of anchors) if (!isPlaced(article, anchor)) remember(article, anchor, resolve(anchor))
}

function knownPlace(article: Article, anchor: Anchor): AnchorResolution | null {
  const { found, foundByKey } = outcomesIn(article)
  const known = found.get(anchor)
  if (known !== undefined) return known
  // Of the present text there is nothing to look up, and so nothing to remember by its words.
  const same = anchor.textHash === article.textHash ? undefined : foundByKey.get(keyOf(anchor))
  if (same === undefined) return null
  found.set(anchor, same)
  return same
}

function remember(article: Article, anchor: Anchor, resolution: AnchorResolution): void {
  const { found, foundByKey } = outcomesIn(article)
  found.set(anchor, resolution)
  if (anchor.textHash !== article.textHash) foundByKey.set(keyOf(anchor), resolution)
}

function resolverFor(article: Article, { textHash }: Anchor, from: string | null): Resolver {
  const { resolvers } = outcomesIn(article)
  const key = from === null ? null : textHash
  const known = resolvers.get(key)
  if (known !== undefined) return known
  const resolve = createResolver({ text: article.text, textHash: article.textHash, from })
  resolvers.set(key, resolve)
  return resolve
}

function outcomesIn(article: Article): Outcomes {
  const known = outcomes.get(article)
  if (known !== undefined) return known
  const fresh = { resolvers: new Map(), found: new WeakMap(), foundByKey: new Map(), guessed: new WeakMap() }
  outcomes.set(article, fresh)
  return fresh
}

/** The same only for anchors that say the same: the lengths tell where one part ends and the next begins. */
function keyOf({ textHash, position, quote }: Anchor): string {
  const { prefix, exact, suffix } = quote
  return `${textHash} ${position.start} ${position.endExclusive} ${prefix.length} ${exact.length} ${prefix}${exact}${suffix}`
}
