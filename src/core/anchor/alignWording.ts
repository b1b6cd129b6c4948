import { alignTokens, mergeBlocks, type Block } from '../diff/alignTokens'
import { QUOTATION_KEY } from './anchorKey'

/**
 * Lines two wordings up by their words, and then looks at the quotation marks between them: a mark that stands elsewhere is
 * a mark that moved, and never a word that moved around it. The blocks tile both in order.
 */
export function alignWording(a: readonly string[], b: readonly string[]): Block[] {
  const [inA, inB] = [withoutMarks(a), withoutMarks(b)]
  if (inA.length === a.length && inB.length === b.length) return alignTokens(a, b)
  const keyOf = (keys: readonly string[]) => (at: number) => keys[at] ?? ''
  const blocks: Block[] = []
  let aDone = 0
  let bDone = 0
  const push = (equal: boolean, aTo: number, bTo: number) => {
    blocks.push({ equal, aFrom: aDone, aTo, bFrom: bDone, bTo })
    aDone = aTo
    bDone = bTo
  }
  const pushMarks = (aTo: number, bTo: number) => push(aTo - aDone === bTo - bDone, aTo, bTo)
  for (const block of alignTokens(inA.map(keyOf(a)), inB.map(keyOf(b)))) {
    if (!block.equal) {
      if (block.aTo > block.aFrom && block.bTo > block.bFrom)
        pushMarks(inA[block.aFrom] ?? aDone, inB[block.bFrom] ?? bDone)
      push(false, endOf(inA, block.aFrom, block.aTo, aDone), endOf(inB, block.bFrom, block.bTo, bDone))
      continue
    }
    for (let nth = 0; nth < block.aTo - block.aFrom; nth++) {
      pushMarks(inA[block.aFrom + nth] ?? aDone, inB[block.bFrom + nth] ?? bDone)
      push(true, aDone + 1, bDone + 1)
    }
  }
  pushMarks(a.length, b.length)
  return mergeBlocks(blocks)
}

/** Indexes of the words, in order. */
function withoutMarks(keys: readonly string[]): number[] {
  return keys.flatMap((key, at) => (key === QUOTATION_KEY ? [] : [at]))
}

function endOf(places: readonly number[], from: number, to: number, done: number): number {
  return to > from ? (places[to - 1] ?? done) + 1 : done
}
