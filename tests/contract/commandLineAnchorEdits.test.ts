import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnchoredSelection } from '../../src/main/hosts/cli/anchorSources'
import { anchorEdits, type AnchorEdit } from '../support/anchorEdits'
import { codePoints, crossread } from '../support/commandLine'

const EDITS = anchorEdits()
const KINDS = [
  ...['number', 'time', 'date', 'negation', 'name', 'speaker', 'hedge', 'quote-boundary', 'look-alike', 'repeated'],
  ...['moved-paragraph', 'reordered', 'typography'],
]

async function anchored({ folder }: AnchorEdit): Promise<readonly AnchoredSelection[]> {
  const [old, now, selectors] = ['old.txt', 'new.txt', 'selectors.json'].map((file) => join(folder, file))
  const { code, out, err } = await crossread(['anchor', old!, now!, '--selectors', selectors!, '--json'])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as readonly AnchoredSelection[]
}

describe('the table of edits', () => {
  it('has at least 120, and at least ten of each kind', () => {
    expect(EDITS.length).toBeGreaterThanOrEqual(120)
    const count = (kind: string) => EDITS.filter((edit) => edit.expected[0]?.kind === kind).length
    expect(KINDS.filter((kind) => count(kind) < 10)).toEqual([])
    expect(EDITS.filter((edit) => !KINDS.includes(edit.expected[0]?.kind ?? ''))).toEqual([])
  })

  it.each(EDITS.map((edit) => [edit.name, edit] as const))('%s', async (_, edit) => {
    const found = await anchored(edit)
    expect(found.map(({ id }) => id)).toEqual(edit.expected.map(({ id }) => id))
    edit.expected.forEach((expected, nth) => {
      const { result, start, end, text, why, changes, candidates } = found[nth]!
      expect(expected.result, why).toContain(result)
      if (expected.start !== undefined)
        expect([start, end, text]).toEqual([expected.start, expected.end, expected.text])
      if (expected.classes !== undefined) {
        expect(new Set(changes.map((change) => change.class))).toEqual(new Set(expected.classes))
      }
      if (start !== null && end !== null) expect(text).toBe(codePoints(edit.now, start, end))
      for (const one of candidates) expect(one.text).toBe(codePoints(edit.now, one.start, one.end))
      expect(why).not.toBe('')
    })
  })
})
