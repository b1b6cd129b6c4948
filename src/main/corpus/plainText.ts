import { decodeEntities } from './htmlEntities'
import { scanHtml, SILENT_ELEMENTS } from './htmlTags'

/** Elements that stand on lines of their own without a blank line between. */
const LINE_ELEMENTS = new Set('li dt dd tr caption option legend summary address'.split(' '))
/** Elements with a blank line before and after. */
const PARAGRAPH_ELEMENTS = new Set(
  (
    'p div section article main aside header footer nav h1 h2 h3 h4 h5 h6 ul ol dl table thead tbody tfoot blockquote ' +
    'pre figure figcaption form fieldset hr details body html center dir menu search hgroup'
  ).split(' '),
)
const CELL_ELEMENTS = new Set(['td', 'th'])

/** Gathers a page's text: paragraphs with a blank line between, items on lines, white space collapsed but in `pre`. */
export type PlainTextBuilder = {
  open(name: string): void
  close(name: string): void
  text(words: string): void
  done(): string
}

export function createPlainTextBuilder(): PlainTextBuilder {
  const parts: string[] = []
  let pendingFeeds = 0
  let pendingSpace = false
  let preDepth = 0

  function write(words: string) {
    if (words === '') return
    if (parts.length > 0) {
      if (pendingFeeds > 0) parts.push('\n'.repeat(pendingFeeds))
      else if (pendingSpace) parts.push(' ')
    }
    pendingFeeds = 0
    pendingSpace = false
    parts.push(words)
  }
  function feed(least: number) {
    pendingFeeds = Math.max(pendingFeeds, least)
  }
  function edge(name: string) {
    if (PARAGRAPH_ELEMENTS.has(name)) feed(2)
    else if (LINE_ELEMENTS.has(name)) feed(1)
    else if (CELL_ELEMENTS.has(name)) pendingSpace = true
  }
  function writeLines(words: string) {
    words.split(/\r\n?|\n/).forEach((line, place) => {
      if (place > 0) pendingFeeds = Math.min(2, pendingFeeds + 1)
      write(line.trimEnd())
    })
  }
  return {
    open(name) {
      if (name === 'br') pendingFeeds = Math.min(2, pendingFeeds + 1)
      else edge(name)
      if (name === 'pre') preDepth += 1
    },
    close(name) {
      edge(name)
      if (name === 'pre') preDepth = Math.max(0, preDepth - 1)
    },
    text(words) {
      if (preDepth > 0) {
        writeLines(words)
        return
      }
      const collapsed = words.replace(/[ \t\n\r\f]+/g, ' ')
      if (collapsed.startsWith(' ')) pendingSpace = true
      write(collapsed.trim() === '' && !collapsed.includes('\u00a0') ? '' : stripSpaces(collapsed))
      if (collapsed.endsWith(' ')) pendingSpace = true
    },
    done: () => parts.join(''),
  }
}

/** Takes off the one plain space that collapsing leaves at an edge: a no-break space at an edge is the page's own. */
function stripSpaces(words: string): string {
  const start = words.startsWith(' ') ? 1 : 0
  return words.slice(start, words.endsWith(' ') ? Math.max(start, words.length - 1) : words.length)
}

/** The text of a page that no DOM is built of: all of it, menus included. */
export function textOfTags(html: string): string {
  const builder = createPlainTextBuilder()
  let silent: string | null = null
  let silentDepth = 0
  for (const piece of scanHtml(html)) {
    if (piece.kind === 'text') {
      if (silent === null) builder.text(decodeEntities(piece.text))
    } else if (silent !== null) {
      if (piece.name === silent && !piece.tag.endsWith('/>')) silentDepth += piece.kind === 'open' ? 1 : -1
      if (silentDepth <= 0 || piece.name === 'body') silent = null
    } else if (piece.kind === 'open' && SILENT_ELEMENTS.has(piece.name) && !piece.tag.endsWith('/>')) {
      silent = piece.name
      silentDepth = 1
    } else if (piece.kind === 'open') {
      builder.open(piece.name)
    } else {
      builder.close(piece.name)
    }
  }
  return builder.done()
}
