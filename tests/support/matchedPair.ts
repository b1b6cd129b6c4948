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
export type Region = Pick<Passage, 'kind' | 'score' | 'a' | 'b'> & { readonly passages: readonly number[] }
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
  readonly regions: readonly Region[]
  readonly complete: boolean
  readonly elapsedMs: number
}

/** Every way in which a result breaks the contract, given the two decoded files; empty when it keeps it. */
export function brokenPromises(
  pair: Pick<MatchedPair, 'passages' | 'regions'>,
  decoded: { readonly a: string; readonly b: string },
): readonly string[] {
  const points = { a: Array.from(decoded.a), b: Array.from(decoded.b) }
  return [
    ...pair.passages.flatMap((passage, index) => brokenByPassage(pair, index, passage, points)),
    ...pair.regions.flatMap((region, index) => brokenByRegion(pair, index, region, points)),
  ]
}

type Points = { readonly a: readonly string[]; readonly b: readonly string[] }

function brokenByPassage(
  { passages }: Pick<MatchedPair, 'passages'>,
  index: number,
  passage: Passage,
  points: Points,
): string[] {
  const broken = brokenPlaces(`passage ${index}`, passage, points)
  const joined = (without: Edit['op']): string =>
    passage.edits
      .filter((edit) => edit.op !== without)
      .map((edit) => edit.text)
      .join('')
  if (joined('insert') !== passage.a.text) broken.push(`passage ${index}: edits do not replay a`)
  if (joined('delete') !== passage.b.text) broken.push(`passage ${index}: edits do not replay b`)
  const before = passages[index - 1]
  if (before !== undefined && (before.a.start - passage.a.start || before.b.start - passage.b.start) > 0)
    broken.push(`passage ${index} is out of order`)
  return broken
}

function brokenByRegion(
  { passages }: Pick<MatchedPair, 'passages'>,
  index: number,
  region: Region,
  points: Points,
): string[] {
  const broken = brokenPlaces(`region ${index}`, region, points)
  for (const [place, inside] of region.passages.entries()) {
    if (passages[inside] === undefined) broken.push(`region ${index} names passage ${inside}, which is not there`)
    if (place > 0 && (region.passages[place - 1] ?? 0) >= inside) broken.push(`region ${index}: passages out of order`)
  }
  return broken
}

function brokenPlaces(what: string, pair: Pick<Region, 'score' | 'a' | 'b'>, points: Points): string[] {
  const broken: string[] = []
  for (const name of ['a', 'b'] as const) {
    const { start, end, text } = pair[name]
    const inFile = points[name].slice(start, end).join('')
    const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end
    if (!isPlace || end > points[name].length) broken.push(`${what}: ${name} has no place: ${start} to ${end}`)
    if (inFile !== text)
      broken.push(`${what}: ${name}.text is ${JSON.stringify(text)}, the file has ${JSON.stringify(inFile)}`)
  }
  if (!(pair.score >= 0 && pair.score <= 1)) broken.push(`${what}: the score is ${pair.score}`)
  return broken
}
