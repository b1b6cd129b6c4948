import { quotedRanges } from '../text/quotationMarks'
import { paragraphsOf } from '../text/paragraphs'
import { rangesOverlap, sliceRange, type TextRange } from '../text/textRange'

/** Words that a repeated paragraph may have: a longer one is wording that was copied, whoever copied it. */
export const MOST_REPEATED_WORDS = 60
/** Words that it must have: fewer are no passage, and headings are that short. */
export const LEAST_REPEATED_WORDS = 3
/** Paragraphs from the beginning, and from the end, of a page where what a page carries along stands. */
export const FIRST_PARAGRAPHS = 3
export const LAST_PARAGRAPHS = 8
/** Stories of one outlet that must have it, and the share of the outlet's stories: fewer may be a story told on. */
export const LEAST_STORIES_OF_OUTLET = 3
export const LEAST_SHARE_OF_OUTLET = 0.5
/** Stories of any outlets that must have it, and the share of all stories. */
export const LEAST_STORIES = 8
export const LEAST_SHARE = 0.02
/** Words between quotation marks that make a paragraph somebody's words, which are never furniture. */
export const QUOTED_WORDS = 4
/** Words from which a paragraph tells by itself that two pages have it from each other. */
export const TELLING_WORDS = 20
/** Share of the shorter page's words, in such paragraphs, from which two pages print one story. */
export const SAME_STORY_SHARE = 0.3

const QUOTATION_MARK = /["'\u2018\u201c-\u201f\u00ab\u00bb\u300c\u300e\uff02]/u

/** A paragraph as it is compared: the same key for the same characters but for case and white space. */
type PageParagraph = {
  readonly range: TextRange
  readonly key: string
  readonly words: number
  readonly quotes: boolean
}
/** The paragraphs of a page that are not set aside, in order. */
export type Page = { readonly paragraphs: readonly PageParagraph[]; readonly words: number }

/** A paragraph that pages repeat: set aside, with the reason for people. */
export type RepeatedParagraph = { readonly page: number; readonly range: TextRange; readonly why: string }

/** Reads the paragraphs of a text once; a paragraph that is set aside in part is left out. */
export function readPage(text: string, setAside: readonly TextRange[]): Page {
  const paragraphs: PageParagraph[] = []
  let words = 0
  for (const range of paragraphsOf(text, { start: 0, endExclusive: text.length })) {
    if (setAside.some((aside) => rangesOverlap(aside, range))) continue
    const key = sliceRange(text, range).toLowerCase().replace(/\s+/gu, ' ')
    const count = countSpaces(key) + 1
    words += count
    paragraphs.push({
      range,
      key,
      words: count,
      quotes: count <= MOST_REPEATED_WORDS && quotesSomebody(text, range, key),
    })
  }
  return { paragraphs, words }
}

/**
 * What outlets, or many sources, repeat on their pages: short paragraphs at the ends of pages that stand, alike, in several
 * stories of one outlet or in many stories of any. Pages that have much of their text in common print one story and count
 * once, so that copies of an agency's story are no furniture, however many there are; nor are quotations. In doubt it is
 * kept. `kept` are the ranges that a reviewer ruled to be the article's own words. Does not depend on the order of pages.
 */
export function findRepeated(
  pages: readonly { readonly page: Page; readonly outlet: string | null; readonly kept: readonly TextRange[] }[],
): RepeatedParagraph[] {
  const places = placesOfParagraphs(pages.map(({ page }) => page))
  const storyOf = findStories(pages.map(({ page }) => page))
  const storiesOfOutlet = new Map<string, Set<number>>()
  for (const [index, { outlet }] of pages.entries()) {
    if (outlet !== null) addTo(storiesOfOutlet, outlet, storyOf[index] ?? index)
  }
  const stories = new Set(storyOf).size
  const repeated: RepeatedParagraph[] = []
  for (const standing of places.values()) {
    const everywhere = new Set(standing.map(({ page }) => storyOf[page] ?? page))
    if (everywhere.size < LEAST_STORIES_OF_OUTLET) continue
    const isEverywhere = everywhere.size >= Math.max(LEAST_STORIES, stories * LEAST_SHARE)
    const byOutlet = new Map<string, Set<number>>()
    for (const { page } of standing) {
      const outlet = pages[page]?.outlet ?? null
      if (outlet !== null) addTo(byOutlet, outlet, storyOf[page] ?? page)
    }
    for (const { page, range } of standing) {
      const { outlet = null, kept = [] } = pages[page] ?? {}
      if (kept.some((one) => rangesOverlap(one, range))) continue
      const inOutlet = outlet === null ? 0 : (byOutlet.get(outlet)?.size ?? 0)
      const ofOutlet = outlet === null ? 0 : (storiesOfOutlet.get(outlet)?.size ?? 0)
      if (inOutlet >= Math.max(LEAST_STORIES_OF_OUTLET, ofOutlet * LEAST_SHARE_OF_OUTLET)) {
        repeated.push({ page, range, why: `stands alike in ${inOutlet} of ${ofOutlet} stories of ${outlet ?? ''}` })
      } else if (isEverywhere) {
        repeated.push({ page, range, why: `stands alike in ${everywhere.size} of ${stories} stories` })
      }
    }
  }
  return repeated.sort((one, two) => one.page - two.page || one.range.start - two.range.start)
}

type Standing = { readonly page: number; readonly range: TextRange }

/** Where paragraphs stand that may be furniture, by their words. */
function placesOfParagraphs(pages: readonly Page[]): Map<string, Standing[]> {
  const places = new Map<string, Standing[]>()
  for (const [page, { paragraphs }] of pages.entries()) {
    for (const [at, { range, key, words, quotes }] of paragraphs.entries()) {
      const atEnd = at < FIRST_PARAGRAPHS || at >= paragraphs.length - LAST_PARAGRAPHS
      if (!atEnd || quotes || words < LEAST_REPEATED_WORDS || words > MOST_REPEATED_WORDS) continue
      const standing = places.get(key)
      if (standing === undefined) places.set(key, [{ page, range }])
      else standing.push({ page, range })
    }
  }
  return places
}

/** For each page the first of those that print the same story. */
function findStories(pages: readonly Page[]): number[] {
  const together = new Map<number, number>()
  for (const [words, holders] of tellingParagraphs(pages)) {
    for (const [at, one] of holders.entries()) {
      for (const other of holders.slice(at + 1)) {
        const pair = one * pages.length + other
        together.set(pair, (together.get(pair) ?? 0) + words)
      }
    }
  }
  const first = pages.map((_, page) => page)
  const rootOf = (page: number): number => {
    let root = page
    while ((first[root] ?? root) !== root) root = first[root] ?? root
    return root
  }
  for (const [pair, words] of together) {
    const [one, other] = [Math.floor(pair / pages.length), pair % pages.length]
    const shorter = Math.min(pages[one]?.words ?? 0, pages[other]?.words ?? 0)
    if (words < shorter * SAME_STORY_SHARE) continue
    const roots = [rootOf(one), rootOf(other)]
    first[Math.max(...roots)] = Math.min(...roots)
  }
  return first.map((_, page) => rootOf(page))
}

/** Pages that a telling paragraph stands in, at most: one that more have tells of no story, and costs its square. */
export const MOST_TELLING_PAGES = 100

/** The words of each paragraph that several pages have, and these pages, in order. */
function* tellingParagraphs(pages: readonly Page[]): Generator<readonly [number, readonly number[]]> {
  const holders = new Map<string, { readonly words: number; readonly pages: Set<number> }>()
  for (const [page, { paragraphs }] of pages.entries()) {
    for (const { key, words } of paragraphs) {
      if (words < TELLING_WORDS) continue
      const known = holders.get(key)
      if (known === undefined) holders.set(key, { words, pages: new Set([page]) })
      else known.pages.add(page)
    }
  }
  for (const { words, pages: holding } of holders.values()) {
    if (holding.size > 1 && holding.size <= MOST_TELLING_PAGES) yield [words, [...holding]]
  }
}

function quotesSomebody(text: string, range: TextRange, key: string): boolean {
  if (!QUOTATION_MARK.test(key)) return false
  return quotedRanges(text, range).some((quoted) => countSpaces(sliceRange(text, quoted)) + 1 >= QUOTED_WORDS)
}

function countSpaces(line: string): number {
  let spaces = 0
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) spaces++
  return spaces
}

function addTo(groups: Map<string, Set<number>>, key: string, value: number): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, new Set([value]))
  else group.add(value)
}
