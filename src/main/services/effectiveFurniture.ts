import type { FurnitureRuling } from '../../core/claim/reviewRecord'
import type { Article, FurnitureMark } from '../../core/text/article'
import { compareRanges, isEmptyRange, rangesOverlap, sliceRange, type TextRange } from '../../core/text/textRange'
import type { FurnitureView } from '../../contract/schemas'
import { placeOf } from './placeOf'

/**
 * The page furniture of an article after the reviewers' rulings, in order, without overlap; front matter is left out.
 * `repeated` is what the last matching of all sources found that pages repeat: none of it lies in the article's own furniture.
 * A ruling counts only where its words are found without doubt. Where two rulings cross, the one that keeps text wins:
 * showing a menu line too many is seen, hiding a sentence is not.
 */
export function effectiveFurniture(
  article: Article,
  rulings: readonly FurnitureRuling[],
  repeated: readonly FurnitureMark[] = [],
): FurnitureView[] {
  let marks: FurnitureView[] = [...article.furniture, ...repeated]
    .filter((mark) => mark.range.start >= article.body.start)
    .map((mark) => ({ range: mark.range, why: mark.why, decidedBy: 'rule' }))
  for (const ruling of rulings) {
    const range = ruling.furniture ? rangeOf(article, ruling) : null
    if (range === null) continue
    marks = subtract(marks, range)
    marks.push({ range, why: 'set aside by a reviewer', decidedBy: 'reviewer' })
  }
  for (const ruling of rulings) {
    const range = ruling.furniture ? null : rangeOf(article, ruling)
    if (range !== null) marks = subtract(marks, range)
  }
  return marks
    .filter((mark) => sliceRange(article.text, mark.range).trim() !== '')
    .sort((a, b) => compareRanges(a.range, b.range))
}

/** What takes no part in matching: front matter and furniture. */
export function setAsideRanges(
  article: Article,
  rulings: readonly FurnitureRuling[],
  repeated: readonly FurnitureMark[],
): TextRange[] {
  const furniture = effectiveFurniture(article, rulings, repeated).map((mark) => mark.range)
  return article.body.start > 0 ? [{ start: 0, endExclusive: article.body.start }, ...furniture] : furniture
}

function rangeOf(article: Article, ruling: FurnitureRuling): TextRange | null {
  const resolution = placeOf(article, ruling.anchor)
  return resolution.state === 'exact' || resolution.state === 'moved' ? resolution.range : null
}

function subtract(marks: readonly FurnitureView[], taken: TextRange): FurnitureView[] {
  return marks.flatMap((mark) => {
    if (!rangesOverlap(mark.range, taken)) return [mark]
    const before = { start: mark.range.start, endExclusive: Math.max(mark.range.start, taken.start) }
    const after = {
      start: Math.min(mark.range.endExclusive, taken.endExclusive),
      endExclusive: mark.range.endExclusive,
    }
    return [before, after].filter((range) => !isEmptyRange(range)).map((range) => ({ ...mark, range }))
  })
}
