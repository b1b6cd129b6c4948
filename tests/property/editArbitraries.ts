import type { RecordChange, ReviewRecords } from '../../src/core/claim/recordTable'

const IDS = ['a', 'b', 'constructor', '__proto__']
const HASHES = ['1', '2', '3'].map((digit) => digit.repeat(63))

/** One change of what a writer sees, of any kind that a reviewer makes; chosen by `seed`, so that runs can be repeated. */
export function editsOn(records: ReviewRecords, seed: number, text: string, writer: string): readonly RecordChange[] {
  const id = IDS[seed % IDS.length] ?? 'a'
  const by = { id: writer, name: writer }
  const at = '2024-05-01T08:00:00.000Z'
  const choice = Math.floor(seed / IDS.length)
  const removes = choice % 7 === 0
  // Bytes of its own for each source: the same under two names would be one source, which each reviewer knows by their own name.
  const hash = `${HASHES[choice % HASHES.length] ?? ''}${seed % IDS.length}`
  switch (choice % 6) {
    case 0: {
      const before = own(records.claim, id)
      const after = { ...(before ?? { id, createdAt: at, createdBy: by }), statement: text, updatedAt: at }
      return [{ type: 'claim', id, before, after: removes && before !== null ? null : after }]
    }
    case 1: {
      const before = own(records.note, id)
      const after = { ...(before ?? { id, passages: [], createdAt: at, createdBy: by }), body: text, updatedAt: at }
      return [{ type: 'note', id, before, after: removes && before !== null ? null : after }]
    }
    case 2: {
      const before = own(records.work, id)
      const was = before ?? { id, state: 'open' as const, assignee: null }
      const changed = choice % 2 === 0 ? { state: 'done' as const } : { assignee: { id: 'w-ben', name: text } }
      return [{ type: 'work', id, before, after: { ...was, ...changed, at, by } }]
    }
    case 3: {
      const before = own(records.metadata, id)
      const field = choice % 4 === 3 ? { title: text } : { outlet: text }
      return [{ type: 'metadata', id, before, after: { id, fields: { ...before?.fields, ...field } } }]
    }
    case 4: {
      const before = own(records.source, id)
      const versions = [...(before?.versions ?? []), { sha256: hash, textHash: hash, readAt: at }]
      const letter = String.fromCharCode(65 + Object.keys(records.source).length)
      const after = { ...(before ?? { id, siglum: letter, path: `${id}.txt`, importedAt: at }), versions }
      return [{ type: 'source', id, before, after }]
    }
    default: {
      const before = own(records.tag, id)
      const was = before ?? { id, name: text, colour: 'blue' as const, shape: 'star' as const }
      const changed = choice % 4 === 1 ? { name: text } : { colour: 'red' as const }
      return [{ type: 'tag', id, before, after: removes && before !== null ? null : { ...was, ...changed } }]
    }
  }
}

function own<T>(table: Readonly<Record<string, T>>, id: string): T | null {
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null
}
