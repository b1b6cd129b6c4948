import type { FurnitureMark } from './article'
import type { TextRange } from './textRange'
import { FURNITURE_RULES, mayBeFurniture, MENU_WORDS } from './furnitureRules'

/** Characters in the longest line that can be furniture. Longer would catch wordier appeals, and prose with them. */
export const LONGEST_FURNITURE_LINE = 1200
/** Lines in a row that are menu words, before they count as a menu. Fewer would take a heading for one. */
export const LEAST_MENU_LINES = 3

/** Marks in one text, after which no more are looked for: a text with as many is a list of links, and lists are content. */
export const MOST_FURNITURE_MARKS = 2000

type Line = { readonly range: TextRange; readonly words: string }

/**
 * Page furniture found by rule: whole lines (without the white space around them) of the body that belong to the page
 * and not to the article, in order, without overlap, each with a reason for people. Precision goes before recall: a
 * line is marked only when its whole wording says what it is, since a marked line takes no part in matching.
 */
export function findFurniture(text: string, body: TextRange): readonly FurnitureMark[] {
  const marks: FurnitureMark[] = []
  let menu: Line[] = []
  const endMenu = () => {
    if (menu.length >= LEAST_MENU_LINES) for (const { range } of menu) marks.push({ range, why: 'menu' })
    menu = []
  }
  for (const line of shortLines(text, body)) {
    if (marks.length + menu.length >= MOST_FURNITURE_MARKS) break
    const why = furnitureReason(line.words)
    if (why === null && MENU_WORDS.has(line.words.toLowerCase())) {
      menu.push(line)
      continue
    }
    endMenu()
    if (why !== null) marks.push({ range: line.range, why })
  }
  endMenu()
  return marks
}

/** Why a line by itself is furniture, in words for people; null when it is not. */
export function furnitureReason(line: string): string | null {
  const words = undecorated(line)
  if (words === '' || words.length > LONGEST_FURNITURE_LINE || !mayBeFurniture(words)) return null
  for (const rule of FURNITURE_RULES) if (rule.applies(words)) return rule.why
  return null
}

/** The lines of the body that are not empty; one too long to be furniture comes as an empty one, which ends a menu. */
function* shortLines(text: string, body: TextRange): Generator<Line> {
  for (let start = body.start; start < body.endExclusive;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed > body.endExclusive ? body.endExclusive : feed
    if (end - start > LONGEST_FURNITURE_LINE * 2) {
      yield { range: { start, endExclusive: end }, words: '' }
    } else {
      const line = text.slice(start, end)
      const trimmed = line.trim()
      if (trimmed !== '') {
        const lineStart = start + line.indexOf(trimmed)
        yield { range: { start: lineStart, endExclusive: lineStart + trimmed.length }, words: undecorated(trimmed) }
      }
    }
    start = end + 1
  }
}

/** What `undecorated` may have to change; most lines have nothing of it. */
const DECORATION = /[*_#>[+•‣◦▪▶►»|’\u00a0]|^-|\s\s|[^\S ]/

/** The line without Markdown's marks around and in it, white space collapsed, apostrophes straight. */
function undecorated(line: string): string {
  if (!DECORATION.test(line)) return line.trim()
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(?:[#>*+\-•‣◦▪▶►»|]+\s*)+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/’/g, "'")
    .trim()
}
