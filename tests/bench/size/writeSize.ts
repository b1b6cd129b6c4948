import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeAnchor } from '../../../src/core/anchor/describeAnchor'
import { registerSources } from '../../../src/core/claim/sourceChanges'
import type { RecordChange } from '../../../src/core/claim/recordTable'
import { VERDICTS, type CitedPassage, type Reviewer } from '../../../src/core/claim/reviewRecord'
import { createCorpus } from '../../../src/main/corpus/createCorpus'
import type { ReadSource, ReviewStore } from '../../../src/main/services/ports'
import { createStorage } from '../../../src/main/storage/createStorage'
import { generateCorpus } from '../../support/generator/generateCorpus'

/** How much there is of everything. */
export type Size = { readonly words: number; readonly notes: number; readonly claims: number }

export const FULL_SIZE: Size = { words: 100_000, notes: 5000, claims: 10_000 }
export const TENTH: Size = { words: 10_000, notes: 500, claims: 1000 }

/** The sources that claims cite, beside the long one. */
const CITED_SOURCES = 12
const CITED_WORDS = 1500
/** How far a note reaches at least and at most, in characters: several lie over each other nearly everywhere. */
const SHORTEST_NOTE = 30
const LONGEST_NOTE = 400
/** Records that one line of the journal holds: as when much is done to a selection at once, so that writing all takes less long. */
const CLAIMS_A_LINE = 20

type Writing = { readonly store: ReviewStore; readonly by: Reviewer; seconds: number; ids: number }

/** Writes a folder with one long source, a dozen others, and a review of that size, through the program's own storage. */
export async function writeSize(folder: string, size: Size, by: Reviewer): Promise<void> {
  writeSources(folder, size)
  const corpus = createCorpus()
  const reading = await corpus.readFolder(folder)
  if (!reading.ok) throw new Error(reading.error.message)
  const dataFolder = join(folder, '.crossread')
  const clock = { now: () => timeAfter(0), newId: () => '' }
  const opened = await createStorage({ clock }).openReview({ dataFolder, reviewer: by })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const writing = { store, by, seconds: 1, ids: 0 }
  const { sources } = reading.value
  const readings = sources.map(({ path, sha256, article }) => ({
    id: corpus.sourceIdOf(path),
    path,
    sha256,
    textHash: article.textHash,
  }))
  for (const { sha256, bytes } of sources) await corpus.saveSnapshot(dataFolder, sha256, bytes)
  await store.commit(registerSources(store.records(), readings, { at: timeAfter(0) }).value)
  const [long, ...others] = sources.toSorted((a, b) => b.article.text.length - a.article.text.length)
  if (long === undefined) throw new Error('no source was written')
  await writeNotes(writing, size.notes, (index) => [cite(corpus.sourceIdOf(long.path), long, index, size.notes)])
  await writeClaims(writing, size.claims, (index) => {
    const source = others[index % others.length] ?? long
    return [cite(corpus.sourceIdOf(source.path), source, index, size.claims)]
  })
  await store.close()
}

function writeSources(folder: string, { words }: Size): void {
  mkdirSync(folder, { recursive: true })
  const articles = generateCorpus({ seed: 11, sources: CITED_SOURCES, words: CITED_WORDS }).articles
  for (const { path, text } of articles) writeFileSync(join(folder, path.replace(/\.\w+$/u, '.txt')), text)
  // Articles one after another: a text of one piece that is long enough is made by no other way so quickly.
  const parts: string[] = []
  let written = 0
  for (const { text } of generateCorpus({ seed: 12, sources: Math.ceil(words / 800) + 4, words: 1000 }).articles) {
    const body = text.replace(/\r\n/gu, '\n').replace(/^---\n[\s\S]*?\n---\n/u, '')
    parts.push(body)
    written += body.split(/\s+/u).length
    if (written >= words) break
  }
  writeFileSync(join(folder, 'long.txt'), parts.join('\n\n'))
}

async function writeNotes(writing: Writing, count: number, passages: (index: number) => CitedPassage[]): Promise<void> {
  for (let index = 0; index < count; index += CLAIMS_A_LINE) {
    const changes: RecordChange[] = []
    for (let at = index; at < Math.min(count, index + CLAIMS_A_LINE); at++) {
      const [id, createdAt] = [nextId(writing), nextTime(writing)]
      const body = `Note ${at + 1}: compare this with what the council said in its report of the spring.`
      const after = { id, body, passages: passages(at), createdAt, createdBy: writing.by, updatedAt: createdAt }
      changes.push({ type: 'note', id, before: null, after })
    }
    await writing.store.commit({ label: 'write notes', undoable: true, changes })
  }
}

async function writeClaims(
  writing: Writing,
  count: number,
  passages: (index: number) => CitedPassage[],
): Promise<void> {
  const { by } = writing
  for (let index = 0; index < count; index += CLAIMS_A_LINE) {
    const changes: RecordChange[] = []
    for (let at = index; at < Math.min(count, index + CLAIMS_A_LINE); at++) {
      const [claimId, evidenceId, decisionId] = [nextId(writing), nextId(writing), nextId(writing)]
      const time = nextTime(writing)
      const statement = `Claim ${at + 1}: the number of households that were without water rose to ${at + 3} within two days.`
      changes.push(
        {
          type: 'claim',
          id: claimId,
          before: null,
          after: { id: claimId, statement, createdAt: time, createdBy: by, updatedAt: time },
        },
        {
          type: 'evidence',
          id: evidenceId,
          before: null,
          after: {
            id: evidenceId,
            claimId,
            stance: 'supports',
            passages: passages(at),
            createdAt: time,
            createdBy: by,
          },
        },
      )
      const verdict = VERDICTS[at % 3]
      if (verdict === undefined || verdict === 'unverified') continue
      const reason = 'The report and the letter to the editor agree on it.'
      const after = { id: decisionId, claimId, verdict, verdictNameId: null, reason, at: time, by }
      changes.push({ type: 'decision', id: decisionId, before: null, after })
    }
    await writing.store.commit({ label: 'make claims', undoable: true, changes })
  }
}

/** The passage number `index` of `count`, evenly over the text, of a length that goes from short to long and back. */
function cite(sourceId: string, { article }: ReadSource, index: number, count: number): CitedPassage {
  const length = SHORTEST_NOTE + ((index * 37) % (LONGEST_NOTE - SHORTEST_NOTE))
  const { start, endExclusive } = article.body
  const from = start + Math.floor(((endExclusive - start - length) * index) / count)
  // From the beginning of a word to the end of one, as people select.
  const begin = article.text.indexOf(' ', from) + 1
  const end = article.text.indexOf(' ', begin + length)
  const range = { start: begin, endExclusive: end === -1 ? article.text.length : end }
  return { sourceId, anchor: describeAnchor(article.text, article.textHash, range) }
}

function nextId(writing: Writing): string {
  writing.ids += 1
  return `00000000-0000-4000-8000-${String(writing.ids).padStart(12, '0')}`
}

function nextTime(writing: Writing): string {
  writing.seconds += 1
  return timeAfter(writing.seconds)
}

function timeAfter(seconds: number): string {
  return new Date(Date.parse('2024-05-01T08:00:00.000Z') + seconds * 1000).toISOString()
}
