import type { FurnitureRuling } from '../../core/claim/reviewRecord'
import type { FurnitureMark } from '../../core/text/article'
import { compareRanges, isEmptyRange, rangesOverlap, sliceRange, type TextRange } from '../../core/text/textRange'
import type { FurnitureView } from '../../contract/schemas'
import { placeOf } from './placeOf'
import type { OpenSource } from './session'

type RuledSource = Pick<OpenSource, 'reading' | 'earlier'>

/**
 * The page furniture of a source after the reviewers' rulings, in order, without overlap; front matter is left out.
 * `repeated` is what the last matching of all sources found that pages repeat: none of it lies in the article's own furniture.
 * A ruling counts only where its words are found without doubt. Where two rulings cross, the one that keeps text wins:
 * showing a menu line too many is seen, hiding a sentence is not.
 */
export function effectiveFurniture(
  source: RuledSource,
  rulings: readonly FurnitureRuling[],
  repeated: readonly FurnitureMark[] = [],
): FurnitureView[] {
  const { article } = source.reading
  let marks: FurnitureView[] = [...article.furniture, ...repeated]
    .filter((mark) => mark.range.start >= article.body.start)
    .map((mark) => ({ range: mark.range, why: mark.why, decidedBy: 'rule' }))
  for (const ruling of rulings) {
    const range = ruling.furniture ? rangeOf(source, ruling) : null
    if (range === null) continue
    marks = subtract(marks, range)
    marks.push({ range, why: 'set aside by a reviewer', decidedBy: 'reviewer' })
  }
  for (const ruling of rulings) {
    const range = ruling.furniture ? null : rangeOf(source, ruling)
    if (range !== null) marks = subtract(marks, range)
  }
  return marks
    .filter((mark) => sliceRange(article.text, mark.range).trim() !== '')
    .sort((a, b) => compareRanges(a.range, b.range))
}

/** What takes no part in matching: front matter and furniture. */
export function setAsideRanges(
  source: RuledSource,
  rulings: readonly FurnitureRuling[],
  repeated: readonly FurnitureMark[],
): TextRange[] {
  const furniture = effectiveFurniture(source, rulings, repeated).map((mark) => mark.range)
  const { body } = source.reading.article
  return body.start > 0 ? [{ start: 0, endExclusive: body.start }, ...furniture] : furniture
}

function rangeOf(source: RuledSource, ruling: FurnitureRuling): TextRange | null {
  const resolution = placeOf(source, ruling.anchor)
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
