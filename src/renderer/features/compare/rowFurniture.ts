import type { FurnitureView } from '../../../contract/schemas'
import { rangeContains } from '../../../core/text/textRange'
import { paragraphAt, type Paragraph } from '../../../core/text/paragraphs'
import { touches } from './paintPlan'

/** What of page furniture is said at a paragraph: whether all of it is furniture, and the marks that end in it. */
export type RowFurniture = { readonly whole: boolean; readonly marks: readonly FurnitureView[] }

/** By paragraph; absent where a paragraph holds none. */
export function furnitureByRow(
  paragraphs: readonly Paragraph[],
  furniture: readonly FurnitureView[],
): ReadonlyMap<number, RowFurniture> {
  const rows = new Map<number, RowFurniture>()
  for (const mark of furniture) {
    let last = -1
    for (let index = paragraphAt(paragraphs, mark.range.start); index < paragraphs.length; index += 1) {
      const range = paragraphs[index]?.range
      if (range === undefined || range.start >= mark.range.endExclusive) break
      if (!touches(range, mark.range)) continue
      const before = rows.get(index)
      rows.set(index, { whole: before?.whole === true || rangeContains(mark.range, range), marks: before?.marks ?? [] })
      last = index
    }
    const ending = rows.get(last)
    if (ending !== undefined) rows.set(last, { ...ending, marks: [...ending.marks, mark] })
  }
  return rows
}
