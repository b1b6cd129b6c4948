import type { CitedView } from '../../../contract/reviewSchemas'
import { changeSentence } from '../../../core/anchor/changeSentence'
import { shorten } from '../../state/reviewMarks'
import type { UnsettledCitation, UnsettledSource } from '../../state/unsettled'

/** How much of lost or ambiguous words the announcement repeats (UTF-16 units). */
const QUOTED = 60
/** How many changes the announcement names; the rest is counted. */
const NAMED = 2

/** What happened to cited words, in one sentence without a full stop: "A number changed: four, now seven". */
export function happened({ state, quote, changes }: Pick<CitedView, 'state' | 'quote' | 'changes'>): string {
  const [first, ...more] = changes
  if (state === 'changed' && first !== undefined)
    return more.length === 0
      ? changeSentence(first)
      : `${changeSentence(first)}, and ${counted(more.length, 'more change')}`
  if (state === 'ambiguous') return `Found in several places: “${shorten(quote, QUOTED)}”`
  if (state === 'lost') return `Not found any more: “${shorten(quote, QUOTED)}”`
  return 'The words changed'
}

/** Each difference by itself, or why the words were not found. */
export function reasons({ state, changes, why }: CitedView): readonly string[] {
  if (state === 'changed' && changes.length > 0) return changes.map(changeSentence)
  return why === null ? [] : [why]
}

/** What the announcement says of one source after its name: how many passages, and what happened to the first of them. */
export function announced({ citations }: UnsettledSource): string {
  const named = citations.slice(0, NAMED).map((one) => happened(one.cited))
  const rest = citations.length - named.length
  const verb = citations.length === 1 ? 'is' : 'are'
  const more = rest > 0 ? ` And ${counted(rest, 'other')}.` : ''
  return `${counted(citations.length, 'cited passage')} ${verb} not as cited. ${named.map((words) => `${words}.`).join(' ')}${more}`
}

/** "claim: The bridge was closed". */
export function ownerWords({ owner }: UnsettledCitation): string {
  return `${owner.kind}: ${shorten(owner.words, 160)}`
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
