import type { QuotePiece } from './markedPassages'

// Text of sources and reviewers as Markdown that shows it and nothing else (CommonMark 0.31 with GitHub's tables,
// strikethrough and bare links).

/**
 * One line of text as inline Markdown, for after other words: for all texts, what a reader sees is the text, with line ends
 * as spaces. Spaces at both ends are dropped: Markdown would read four of them as code and two as a line break.
 */
export function markdownInline(text: string): string {
  // At the end of a heading a row of # would close it, and not be shown.
  return escapeInline(text.replace(/\s+/gu, ' ').trim()).replace(/(?<=^|\s)#+$/u, (closing) =>
    '\\#'.repeat(closing.length),
  )
}

/** The same for where a line begins, and signs for lists, headings and the like would count. */
export function markdownLine(text: string): string {
  return guardLineStart(markdownInline(text))
}

/** Text of any number of lines, as lines of inline Markdown that keep their breaks; an empty line is a new paragraph. */
export function markdownLines(text: string): readonly string[] {
  return joinLines(splitLines(text).map((line) => guardLineStart(escapeInline(line.trim()))))
}

const WORDS = /\S+/gu

/**
 * A passage as lines of inline Markdown, with `mark` (`~~` or `**`) around what differs.
 * Marks are drawn around whole words. CommonMark (6.2, left-flanking) does not see a mark that stands between a letter and a
 * punctuation mark, as in `okay**,**`, so the exact stretch would show as stars; the other formats have it to the character.
 */
export function markdownPieces(pieces: readonly QuotePiece[], mark: '~~' | '**'): readonly string[] {
  const text = pieces.map((piece) => piece.text).join('')
  const isMarked = markedPlaces(pieces)
  let lineStart = 0
  const lines = splitLines(text).map((line) => {
    const start = text.indexOf(line, lineStart)
    lineStart = start + line.length
    return guardLineStart(markWords(line, (from, to) => isMarked(start + from, start + to), mark).trim())
  })
  return joinLines(lines)
}

/** Tells whether something between two places of the joined pieces is marked. */
function markedPlaces(pieces: readonly QuotePiece[]): (start: number, endExclusive: number) => boolean {
  const ranges: { readonly start: number; readonly endExclusive: number }[] = []
  let at = 0
  for (const { text, marked } of pieces) {
    if (marked) ranges.push({ start: at, endExclusive: at + text.length })
    at += text.length
  }
  return (start, endExclusive) => ranges.some((range) => range.start < endExclusive && range.endExclusive > start)
}

/** Words next to each other share one pair of marks, and the spaces between them stand inside. */
function markWords(line: string, isMarked: (start: number, endExclusive: number) => boolean, mark: string): string {
  const words = [...line.matchAll(WORDS)].map((found) => {
    const endExclusive = found.index + found[0].length
    return { start: found.index, endExclusive, marked: isMarked(found.index, endExclusive) }
  })
  let marked = ''
  let done = 0
  words.forEach((word, index) => {
    if (word.marked && words[index - 1]?.marked !== true) {
      marked += escapeInline(line.slice(done, word.start)) + mark
      done = word.start
    }
    if (word.marked && words[index + 1]?.marked !== true) {
      marked += escapeInline(line.slice(done, word.endExclusive)) + mark
      done = word.endExclusive
    }
  })
  return marked + escapeInline(line.slice(done))
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
}

/** A backslash at its end breaks a line; before an empty one it would stand there as a character. */
function joinLines(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (line !== '' && (lines[index + 1] ?? '') !== '' ? `${line}\\` : line))
}

function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>|~^$]/gu, '\\$&')
      .replace(/&(?=#|[a-z])/giu, '\\&')
      // Bare links and addresses become links, names after @ mentions and words between colons pictures on GitHub and kin.
      .replace(/(https?|ftp|mailto|xmpp):/giu, '$1\\:')
      .replace(/(www)\./giu, '$1\\.')
      .replace(/@/gu, '\\@')
      .replace(/:(?=[\w+-]+:)/gu, '\\:')
      .replace(/!(?=\\\[)/gu, '\\!')
      .replace(/(?![\t\n])\p{Cc}/gu, '\ufffd')
      // White space to JavaScript and some readers of Markdown, a letter to others: as an entity it is the same to all.
      .replace(/\ufeff/gu, '&#xfeff;')
  )
}

/** Headings, lists, rules, underlines of headings and footnotes are made at the start of a line alone. */
function guardLineStart(line: string): string {
  return line
    .replace(/^[#+\-=]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
    .replace(/^:/u, '\\:')
}
