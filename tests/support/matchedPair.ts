/** What `crossread match --json` promises, as a reader of CONTRACTS.md would type it. */
export type Side = { readonly start: number; readonly end: number; readonly text: string }
export type Edit = { readonly op: 'equal' | 'delete' | 'insert'; readonly text: string }
export type Passage = {
  readonly kind: 'identical' | 'near' | 'reworded'
  readonly quotation: boolean
  readonly score: number
  readonly a: Side
  readonly b: Side
  readonly edits: readonly Edit[]
}
export type FileHead = {
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  readonly length: number
}
export type MatchedPair = {
  readonly a: FileHead
  readonly b: FileHead
  readonly passages: readonly Passage[]
  readonly complete: boolean
  readonly elapsedMs: number
}

/** Every way in which a result breaks the contract, given the two decoded files; empty when it keeps it. */
export function brokenPromises(
  pair: MatchedPair,
  decoded: { readonly a: string; readonly b: string },
): readonly string[] {
  const broken: string[] = []
  const points = { a: Array.from(decoded.a), b: Array.from(decoded.b) }
  pair.passages.forEach((passage, index) => {
    for (const name of ['a', 'b'] as const) {
      const { start, end, text } = passage[name]
      const inFile = points[name].slice(start, end).join('')
      if (!(
        Number.isInteger(start) &&
        Number.isInteger(end) &&
        start >= 0 &&
        start < end &&
        end <= points[name].length
      ))
        broken.push(`passage ${index}: ${name} has no place: ${start} to ${end}`)
      if (inFile !== text)
        broken.push(`passage ${index}: ${name}.text is ${JSON.stringify(text)}, the file has ${JSON.stringify(inFile)}`)
    }
    const joined = (without: Edit['op']): string =>
      passage.edits
        .filter((edit) => edit.op !== without)
        .map((edit) => edit.text)
        .join('')
    if (joined('insert') !== passage.a.text) broken.push(`passage ${index}: edits do not replay a`)
    if (joined('delete') !== passage.b.text) broken.push(`passage ${index}: edits do not replay b`)
    if (!(passage.score >= 0 && passage.score <= 1)) broken.push(`passage ${index}: the score is ${passage.score}`)
    const before = pair.passages[index - 1]
    if (before !== undefined && (before.a.start - passage.a.start || before.b.start - passage.b.start) > 0)
      broken.push(`passage ${index} is out of order`)
  })
  return broken
}
