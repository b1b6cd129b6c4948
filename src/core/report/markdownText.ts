import type { Edit } from '../diff/passageDiff'

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

/**
 * A difference as lines of inline Markdown: `~~left out~~` and `**put in**`.
 * Marks are drawn around whole words. CommonMark (6.2, left-flanking) does not see a mark that stands between a letter and a
 * punctuation mark, as in `okay**,**`, so the exact edit would show as stars; the JSON report has it to the character.
 */
export function markdownDifference(edits: readonly Edit[]): readonly string[] {
  const lines: string[] = ['']
  const put = (text: string, mark: string): void => {
    splitLines(text).forEach((line, index) => {
      if (index > 0) lines.push('')
      const before = /^\s*/u.exec(line)?.[0] ?? ''
      const after = line.length === before.length ? '' : (/\s*$/u.exec(line)?.[0] ?? '')
      const core = line.slice(before.length, line.length - after.length)
      const marked = core === '' ? '' : `${mark}${escapeInline(core)}${mark}`
      lines[lines.length - 1] = `${lines.at(-1) ?? ''}${before}${marked}${after}`
    })
  }
  for (const change of widenToWords(edits)) {
    if (change.kind === 'equal') put(change.text, '')
    else {
      put(change.left, '~~')
      if (change.left !== '' && change.put !== '' && !/\s$/u.test(change.left)) put(' ', '')
      put(change.put, '**')
    }
  }
  return joinLines(lines.map((line) => guardLineStart(line.trim())))
}

type WordChange =
  | { readonly kind: 'equal'; readonly text: string }
  | { readonly kind: 'change'; readonly left: string; readonly put: string }

type Change = { readonly left: string; readonly put: string }

/** Grows every change until it begins and ends at white space, and joins those that meet. */
export function widenToWords(edits: readonly Edit[]): readonly WordChange[] {
  const result: WordChange[] = []
  const steps = gatherChanges(edits)
  let pending: Change = { left: '', put: '' }
  const close = (): void => {
    if (pending.left !== '' || pending.put !== '') result.push({ kind: 'change', ...pending })
    pending = { left: '', put: '' }
  }
  steps.forEach((step, index) => {
    if (step.kind === 'change') {
      pending = { left: pending.left + step.left, put: pending.put + step.put }
      return
    }
    const next = steps[index + 1]
    const head = standsFree(pending, 'end') ? '' : (/^\S*/u.exec(step.text)?.[0] ?? '')
    const rest = step.text.slice(head.length)
    const tail = next?.kind !== 'change' || standsFree(next, 'start') ? '' : (/\S*$/u.exec(rest)?.[0] ?? '')
    const middle = rest.slice(0, rest.length - tail.length)
    if (head !== '') pending = { left: pending.left + head, put: pending.put + head }
    if (middle !== '') {
      close()
      result.push({ kind: 'equal', text: middle })
    }
    if (tail !== '') pending = { left: pending.left + tail, put: pending.put + tail }
  })
  close()
  return result
}

/** Deletes and inserts between two equals as one change. */
function gatherChanges(edits: readonly Edit[]): readonly WordChange[] {
  const steps: WordChange[] = []
  for (const { op, text } of edits) {
    const last = steps.at(-1)
    if (op === 'equal') steps.push({ kind: 'equal', text })
    else {
      const left = op === 'delete' ? text : ''
      const put = op === 'insert' ? text : ''
      if (last?.kind === 'change') steps[steps.length - 1] = { ...last, left: last.left + left, put: last.put + put }
      else steps.push({ kind: 'change', left, put })
    }
  }
  return steps
}

/** True when white space parts the change from its neighbour on both sides of the difference, or when there is no change. */
function standsFree({ left, put }: Change, edge: 'start' | 'end'): boolean {
  const whiteSpace = edge === 'start' ? /^\s+\S/u : /\S\s+$/u
  return [left, put].every((text) => text === '' || whiteSpace.test(text))
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
  )
}

/** Headings, lists, rules, underlines of headings and footnotes are made at the start of a line alone. */
function guardLineStart(line: string): string {
  return line
    .replace(/^[#+\-=]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
    .replace(/^:/u, '\\:')
}
