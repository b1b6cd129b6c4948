import type { EvidenceView } from '../../../contract/reviewSchemas'
import type { Stance, Verdict } from '../../../core/claim/reviewRecord'
import { ANCHOR_WORDS } from '../../state/anchorWords'

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
  return evidence
    .flatMap((one) => one.passages)
    .filter((passage) => passage.settled === null && !ANCHOR_WORDS[passage.state].calm).length
}

/** The first letters of the first and the last word of a name, for a mark with no room for more. */
export function initialsOf(reviewer: { readonly name: string }): string {
  const words = nameOf(reviewer).trim().split(/\s+/u)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => firstCharacter(word ?? ''))
  return letters.join('').toLocaleUpperCase()
}

/** With its combining marks, so that no letter loses its accent. */
function firstCharacter(word: string): string {
  return /^\P{M}\p{M}*/u.exec(word)?.[0] ?? ''
}

export const SEAL_QUESTION = 'Why is it sealed now?'
export const SEAL_HINT = 'A sealed claim changes only by being reopened, with a reason.'
