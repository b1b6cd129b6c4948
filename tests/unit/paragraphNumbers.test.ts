import { describe, expect, it } from 'vitest'
import { paragraphNumberAt, splitParagraphs } from '../../src/core/text/paragraphs'
import type { ReportModel } from '../../src/core/report/reportModel'
import { paragraphNumber } from '../../src/renderer/features/compare/passageWords'
import { crossread, folderWith } from '../support/commandLine'
import { choose, reviewFolder } from '../support/reviewedFolder'

const HARD_WRAPPED = [
  '---\noutlet: The Wrapped Times\n---',
  'A council met in the evening to hear what had been\nfound, and the room was full before the doors were\nclosed by a clerk.',
  'Nobody spoke at first, and then all of them spoke,\nwhich the minutes pass over in a single line that\nsays little.',
  'The vote was put off until the week after, since a\nmember had asked to see the file, and the chair had\nagreed to it at once.',
].join('\n\n')

describe('paragraph numbers', () => {
  it('count lines that are not blank, from the body on', () => {
    const text = '---\ntitle: x\n---\nFirst\n\n  \nSecond\nThird'
    const paragraphs = splitParagraphs(text, { start: text.indexOf('First'), endExclusive: text.length })
    const numbers = ['First', 'rst', 'Second', 'Third', 'd'].map((word) =>
      paragraphNumberAt(paragraphs, text.lastIndexOf(word)),
    )
    expect(numbers).toEqual([1, 1, 2, 3, 3])
    expect(paragraphNumberAt(paragraphs, 0)).toBeNull()
    expect(paragraphNumberAt(splitParagraphs('\n\n', { start: 0, endExclusive: 2 }), 1)).toBeNull()
  })

  it('count the lines that a machine broke a paragraph into as one', () => {
    const paragraphs = splitParagraphs(HARD_WRAPPED, {
      start: HARD_WRAPPED.indexOf('A council'),
      endExclusive: HARD_WRAPPED.length,
    })
    expect(paragraphs.map(({ number }) => number)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3])
    expect(paragraphs.map(({ begins }) => begins)).toEqual(Array.from({ length: 9 }, (_, index) => index % 3 === 0))
  })

  it('are the same in the compare view and in a report', async () => {
    const folder = await folderWith({ 'wrapped.txt': HARD_WRAPPED.replaceAll('\n', '\r\n') })
    const chosen = ['in the evening', 'minutes pass over', 'says little', 'agreed to it']
    const shown: number[] = []
    await reviewFolder(folder, async (client) => {
      for (const words of chosen) {
        const passage = await choose(client, 'wrapped.txt', words)
        const { text, body } = await client.call('source.text', { sourceId: passage.sourceId })
        shown.push(paragraphNumber(splitParagraphs(text, body), passage.range))
        await client.call('note.create', { body: words, passages: [passage] })
      }
    })
    const { out } = await crossread(['report', folder, '--format', 'json'])
    const { notes } = JSON.parse(out) as ReportModel
    expect(shown).toEqual([1, 2, 2, 3])
    // By their words: notes of one millisecond stand in the order of their ids, which is any.
    const reported = new Map(notes.map((note) => [note.body, note.passages.map((passage) => passage.paragraph)]))
    expect(chosen.map((words) => reported.get(words))).toEqual(shown.map((number) => [number]))
  })
})
