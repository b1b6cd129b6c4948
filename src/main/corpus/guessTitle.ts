import type { Article } from '../../core/text/article'
import { sliceRange } from '../../core/text/textRange'

/** Characters of the longest title that is guessed; headlines are shorter, and lists of sources stay readable. */
export const LONGEST_GUESSED_TITLE = 120

/** Lines that stand above a headline and are none: when, by whom, from where. */
const NO_TITLE =
  /^(?:(?:updated|published|posted|last (?:updated|modified))\b.{0,60}|by [\p{Lu}][^.!?]{0,60}|[\d\s:/.,–-]+|\W+)$/iu

/** The title guessed from the first line of the body that is no furniture; null when the body has no words. */
export function guessTitle(article: Article): string | null {
  const { text, body, furniture } = article
  const marked = new Set(furniture.map(({ range }) => range.start))
  let fallback: string | null = null
  for (let start = body.start; start < body.endExclusive;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? body.endExclusive : feed
    const line = sliceRange(text, { start, endExclusive: Math.min(end, start + 4 * LONGEST_GUESSED_TITLE) })
    const trimmed = line.trim()
    if (trimmed !== '' && !marked.has(start + line.indexOf(trimmed))) {
      const title = shorten(trimmed.replace(/^#{1,6}\s+/, '').replace(/\s+/g, ' '))
      if (/[\p{L}\p{N}]/u.test(title)) {
        if (!NO_TITLE.test(title)) return title
        fallback ??= title
      }
    }
    start = end + 1
  }
  return fallback
}

/** The first sentence, cut at a word when it is still too long. */
function shorten(line: string): string {
  const sentence = /^.{20,}?[.!?…]["”’']?(?=\s+["“‘]?\p{Lu})/u.exec(line)?.[0] ?? line
  const characters = Array.from(sentence)
  if (characters.length <= LONGEST_GUESSED_TITLE) return sentence
  const cut = characters.slice(0, LONGEST_GUESSED_TITLE - 1).join('')
  return `${cut.replace(/\s+\S*$/, '')}…`
}
