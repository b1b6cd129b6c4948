import type { CitedView, EvidenceView } from '../../../contract/reviewSchemas'
import { changeSentence } from '../../../core/anchor/changeSentence'
import type { Stance, Verdict } from '../../../core/claim/reviewRecord'

/** A sign that says the same as the colour, for whoever does not see it. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { unverified: '◌', verified: '✓', disputed: '≠' }

export const VERDICT_COMMANDS: Readonly<Record<Verdict, string>> = {
  unverified: 'verdict.unverified',
  verified: 'verdict.verified',
  disputed: 'verdict.disputed',
}

/** What the reason form asks, by the verdict that is being given. */
export const REASON_QUESTIONS: Readonly<Record<Verdict, string>> = {
  verified: 'What shows that it is so?',
  disputed: 'What speaks against it?',
  unverified: 'Why is it open again?',
}

export const STANCE_SIGNS: Readonly<Record<Stance, string>> = {
  supports: '+',
  contradicts: '−',
  qualifies: '±',
  repeats: '=',
}

export const STANCE_MEANINGS: Readonly<Record<Stance, string>> = {
  supports: 'The words speak for the claim.',
  contradicts: 'The words speak against the claim.',
  qualifies: 'The words limit the claim, or say more exactly what holds.',
  repeats: 'The words say the same after someone else, and add no weight of their own.',
}

type AnchorWords = { readonly sign: string; readonly words: string; readonly meaning: string; readonly calm: boolean }

/** How a cited passage stands in its source today. Only the first two can be shown in the text. */
export const ANCHOR_WORDS: Readonly<Record<CitedView['state'], AnchorWords>> = {
  exact: { sign: '●', words: 'found', meaning: 'The words stand where they were cited.', calm: true },
  moved: { sign: '→', words: 'moved', meaning: 'The same words stand at another place of the source now.', calm: true },
  changed: {
    sign: '!',
    words: 'the words have changed',
    meaning:
      'The place is certain, but the source says something else there now. The words here are as they were cited.',
    calm: false,
  },
  ambiguous: {
    sign: '?',
    words: 'found in several places',
    meaning: 'These words stand at more than one place of the source, and none is certain.',
    calm: false,
  },
  lost: {
    sign: '×',
    words: 'not found any more',
    meaning: 'The cited words are not in the source any more. They are shown as they were cited.',
    calm: false,
  },
  gone: {
    sign: '×',
    words: 'source is gone',
    meaning: 'The source is not in the folder any more. The words are shown as they were cited.',
    calm: false,
  },
}

/** Each difference in changed words, or why words were not found; empty where there is nothing to explain. */
export function anchorDetails({ state, why, changes }: CitedView): readonly string[] {
  if (state === 'changed') return changes.map(changeSentence)
  return why === null || ANCHOR_WORDS[state].calm ? [] : [why]
}

/** A reviewer who has given no name yet is still somebody. */
export function nameOf(reviewer: { readonly name: string }): string {
  return reviewer.name.trim() === '' ? 'unnamed reviewer' : reviewer.name
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`
}

/** "2 sources, 3 passages"; what a claim rests on, in a few words. */
export function evidenceSummary(evidence: readonly EvidenceView[]): string {
  if (evidence.length === 0) return 'no evidence yet'
  const passages = evidence.flatMap((one) => one.passages)
  const sources = new Set(passages.map((passage) => passage.sourceId)).size
  return `${count(sources, 'source', 'sources')}, ${count(passages.length, 'passage', 'passages')}`
}

/** Sigla of the claim's sources, each once, in alphabetical order (A … Z, AA …). */
export function siglaOf(evidence: readonly EvidenceView[]): readonly string[] {
  const sigla = new Set(evidence.flatMap((one) => one.passages.map((passage) => passage.siglum)))
  return [...sigla].sort((a, b) => a.length - b.length || a.localeCompare(b))
}

/** How many cited passages cannot be shown where they were cited. */
export function troubled(evidence: readonly EvidenceView[]): number {
  return evidence.flatMap((one) => one.passages).filter((passage) => !ANCHOR_WORDS[passage.state].calm).length
}
