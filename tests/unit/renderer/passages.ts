import type { ComparedPassage } from '../../../src/contract/schemas'

type Bounds = readonly [number, number]

export function passage(id: string, a: Bounds, b: Bounds, changes: Partial<ComparedPassage> = {}): ComparedPassage {
  return {
    id,
    kind: 'identical',
    quotation: false,
    score: 1,
    a: { start: a[0], endExclusive: a[1] },
    b: { start: b[0], endExclusive: b[1] },
    segments: [],
    differences: 0,
    decisionId: null,
    ...changes,
  }
}
