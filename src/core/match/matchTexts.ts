import { buildPassage, type Candidate } from './buildPassage'
import { chainRuns } from './chainRuns'
import { choosePassages } from './choosePassages'
import { findRuns, OCCURRENCES_TRIED, type Run, type RunSearch } from './exactRuns'
import { findRegions } from './findRegions'
import { indexNgrams, PLACES_BETWEEN_STEPS } from './ngramIndex'
import { Pace } from './pace'
import type { PairOfTexts } from './pairOfTexts'
import type { MatchControl, MatchSettings, PairMatching, PassageMatch } from './passageMatch'
import { fewestWords } from './passageRules'
import { findQuotedRuns } from './quotedRuns'
import type { ReadText } from './readText'
import { heavyPlaces, longerPlaces, type SharedPlaces, sharedTrigrams } from './sharedWording'
import { trimAtParagraphs } from './trimRun'
import type { WordWeights } from './weights'

/** Words in a row that anchor a passage wherever it moved; a smaller setting lowers it. */
export const SEED_WORDS = 5
/** Words in a row that join passages across changed words, where they are rare in both texts. */
export const RARE_SEED_WORDS = 3
/** Occurrences up to which a short sequence is rare: more finds more reworded passages, and more chance ones. */
export const RARE_OCCURRENCES = 4

/** What the words of such a sequence must weigh in all: stock words in a row join by chance, and cost time. */
export const RARE_SEED_WEIGHT = 0.7

/**
 * All wording of at least `settings.smallestPassageWords` words that the two texts share, in any order, and quotations even
 * where some words differ. Sorted by a.start, then b.start; no passage lies within another on both sides; none covers text
 * that is set aside; ranges begin at a word (or the sign before a number) and end at a word or the mark that closes its
 * sentence. Kinds: identical when all words are spelt alike but for case, apostrophe form and invisible characters
 * (punctuation is not compared); near from NEAR_SHARE of common words up; reworded below. A repeated phrase is listed so that every place has a counterpart, not for each pair of places.
 * `complete` is false when `control` stopped the work (there are no passages then) or a cap was reached. Linear in the words.
 */
export function matchTexts(
  a: ReadText,
  b: ReadText,
  settings: MatchSettings,
  weights: WordWeights,
  control: MatchControl | null = null,
): PairMatching {
  return matchAtPace({ a, b, weights }, settings, new Pace(control))
}

/** As matchTexts, for a caller who has counted steps of its own before. */
export function matchAtPace(texts: PairOfTexts, settings: MatchSettings, pace: Pace): PairMatching {
  const listed = listCandidates(texts, findCandidates(texts, settings.smallestPassageWords, pace), settings, pace)
  const passages = listed.map(({ passage }) => passage).sort(comparePassages)
  const regions = pace.stopped ? [] : findRegions(texts.a, texts.b, passages, texts.weights, pace)
  if (pace.stopped) return { passages: [], regions: [], complete: false }
  pace.finish()
  return { passages, regions, complete: !pace.cut }
}

/** All passages of the two texts that share enough, before any is chosen among those that say the same. */
export function findCandidates(texts: PairOfTexts, smallestPassageWords: number, pace: Pace): Candidate[] {
  const turned = isTurned(texts)
  const oriented = turned ? { ...texts, a: texts.b, b: texts.a } : texts
  const runs = findAllRuns(oriented, smallestPassageWords, pace)
  pace.beginPart(0.9)
  const candidates: Candidate[] = []
  for (const chain of chainRuns(oriented, runs, pace)) {
    if (!pace.step(1)) break
    const candidate = buildPassage(oriented, chain, smallestPassageWords)
    if (candidate !== null) candidates.push(turned ? mirrored(candidate) : candidate)
  }
  return candidates
}

/** The candidates that are listed: those whose score is high enough, chosen among the ones that say the same, of the kinds asked for. */
export function listCandidates(
  texts: PairOfTexts,
  candidates: readonly Candidate[],
  settings: MatchSettings,
  pace: Pace,
): Candidate[] {
  pace.beginPart(1)
  const turned = isTurned(texts)
  const { a, b } = turned ? { a: texts.b, b: texts.a } : texts
  const scored = candidates.filter(({ passage }) => passage.score >= settings.leastScore)
  const chosen = choosePassages(turned ? scored.map(mirrored) : scored, a.count, b.count, pace)
  const listed = chosen.filter(({ passage }) => settings.kinds.includes(passage.kind))
  return turned ? listed.map(mirrored) : listed
}

/**
 * Whether the texts are taken in the other order, so that each pair has one order, in which equally good ways to line words up are
 * decided. Compared from their ends: what is put in front of a text changes nothing then.
 */
function isTurned({ a, b }: PairOfTexts): boolean {
  const least = Math.min(a.text.length, b.text.length)
  for (let back = 1; back <= least; back++) {
    const difference = a.text.charCodeAt(a.text.length - back) - b.text.charCodeAt(b.text.length - back)
    if (difference !== 0) return difference > 0
  }
  return a.text.length > b.text.length
}

function mirrored({ passage, figures, aWords, bWords }: Candidate): Candidate {
  return { passage: { ...passage, a: passage.b, b: passage.a }, figures, aWords: bWords, bWords: aWords }
}

function comparePassages(one: PassageMatch, two: PassageMatch): number {
  return (
    one.a.start - two.a.start ||
    one.b.start - two.b.start ||
    one.a.endExclusive - two.a.endExclusive ||
    one.b.endExclusive - two.b.endExclusive
  )
}

function findAllRuns({ a, b, weights }: PairOfTexts, leastWords: number, pace: Pace): Run[] {
  const seedWords = Math.min(SEED_WORDS, leastWords)
  pace.beginPart(0.45)
  const shared = sharedTrigrams(a, b)
  const search = (size: number, leastWeight: number, rest: Pick<RunSearch, 'occurrences' | 'beyond' | 'below'>) => {
    const placesIn = (text: ReadText, there: SharedPlaces) => {
      const places = longerPlaces(there, size)
      return leastWeight === 0 ? places : heavyPlaces({ text, places, size }, weights, leastWeight)
    }
    const index = indexNgrams({ table: b, size, places: placesIn(b, shared.b) }, (done) =>
      pace.step(done, PLACES_BETWEEN_STEPS),
    )
    return findRuns({ a, b, places: placesIn(a, shared.a), index, ...rest }, pace)
  }
  pace.beginPart(0.6)
  const found = [search(seedWords, 0, { occurrences: OCCURRENCES_TRIED, beyond: 'in order', below: Infinity })]
  if (seedWords > RARE_SEED_WORDS) {
    pace.beginPart(0.7)
    const rare = { occurrences: RARE_OCCURRENCES, beyond: 'skip', below: seedWords } as const
    found.push(search(RARE_SEED_WORDS, RARE_SEED_WEIGHT, rare))
  }
  pace.beginPart(0.75)
  const quoted = { leastWords: fewestWords(leastWords), below: seedWords }
  found.push(findQuotedRuns({ quoting: a, other: b, ...quoted }, pace))
  pace.beginPart(0.8)
  const mirroredRuns = findQuotedRuns({ quoting: b, other: a, ...quoted }, pace)
  found.push(mirroredRuns.map((run) => ({ a: run.b, b: run.a, length: run.length })))
  const trimmed: Run[] = []
  for (const run of withoutRepeats(found))
    for (const part of trimAtParagraphs(a, b, run, leastWords)) trimmed.push(part)
  return trimmed
}

/** Longest runs are known by where they begin. */
function withoutRepeats(found: readonly (readonly Run[])[]): Run[] {
  const runs: Run[] = []
  for (const some of found) for (const run of some) runs.push(run)
  const sorted = runs.sort((one, two) => one.a - two.a || one.b - two.b || two.length - one.length)
  return sorted.filter((run, index) => {
    const previous = sorted[index - 1]
    return previous === undefined || previous.a !== run.a || previous.b !== run.b
  })
}
