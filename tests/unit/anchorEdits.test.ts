import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeAnchor } from '../../src/core/anchor/describeAnchor'
import { resolveAnchor } from '../../src/core/anchor/resolveAnchor'
import { normaliseText } from '../../src/core/text/normaliseText'
import { anchorEdits } from '../support/anchorEdits'

type Selectors = readonly { readonly selector: readonly { readonly start?: number; readonly end?: number }[] }[]

// As a review stores them: 32 units of neighbours, and no old text at hand.
const STORED = anchorEdits().flatMap(({ name, folder, old, now, expected }) => {
  const [selection] = JSON.parse(readFileSync(join(folder, 'selectors.json'), 'utf8')) as Selectors
  const place = selection?.selector.find((one) => one.start !== undefined)
  const wanted = expected[0]
  if (place === undefined || wanted === undefined) return []
  const [cited, next] = [normaliseText(old), normaliseText(now)]
  const range = cited.offsets.toArticle({ start: place.start!, end: place.end! })
  const found = resolveAnchor(next.text, 'new', describeAnchor(cited.text, 'old', range))
  return [{ name, wanted, found, next }]
})
const isAttached = (state: string) => state === 'exact' || state === 'moved'

describe('an anchor as a review stores it, in the table of edits', () => {
  it('is never attached to words that changed or are gone', () => {
    const lies = STORED.filter(({ wanted, found }) => isAttached(found.state) && !wanted.result.some(isAttached))
    expect(lies.map(({ name }) => name)).toEqual([])
    expect(STORED.length).toBeGreaterThanOrEqual(120)
  })

  it('is attached only where it belongs', () => {
    for (const { name, wanted, found, next } of STORED) {
      if (wanted.start === undefined || !('range' in found)) continue
      const { start, end } = next.offsets.toDecoded(found.range)
      expect([name, start, end]).toEqual([name, wanted.start, wanted.end])
    }
  })

  it('is exact where only the typography differs', () => {
    const typography = STORED.filter(({ wanted }) => wanted.kind === 'typography')
    expect(typography.filter(({ found }) => found.state !== 'exact').map(({ name }) => name)).toEqual([])
    expect(typography.length).toBeGreaterThanOrEqual(10)
  })
})
