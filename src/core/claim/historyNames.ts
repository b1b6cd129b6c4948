import type { HistoryTimelines } from './historyTimelines'
import { sameValue } from './sameValue'
import type { RecordMap, RecordType } from './recordTable'
import type { CitedPassage, Decision, RemarkTarget, Reviewer } from './reviewRecord'

/** Characters of a statement or a quotation that one line of the history shows: enough to know it by. */
export const QUOTED_LENGTH = 72

/** What things were called at the time of one entry. */
export class HistoryNames {
  readonly #timelines: HistoryTimelines
  readonly #position: number

  constructor(timelines: HistoryTimelines, position: number) {
    this.#timelines = timelines
    this.#position = position
  }

  /** “The statement”, or “a claim” when nobody ever wrote it. */
  claim(id: string): string {
    const claim = this.#timelines.recordAt('claim', id, this.#position)
    return claim === null ? 'a claim' : quoted(claim.statement)
  }

  note(id: string): string {
    const note = this.#timelines.recordAt('note', id, this.#position)
    return note === null ? 'a note' : `the note ${quoted(note.body)}`
  }

  target({ type, id }: RemarkTarget): string {
    return type === 'claim' ? this.claim(id) : this.note(id)
  }

  /** Whether an id that stands for a claim or a note, such as a thread's, is a note's. */
  isNote(id: string): boolean {
    return (
      this.#timelines.recordAt('claim', id, this.#position) === null &&
      this.#timelines.recordAt('note', id, this.#position) !== null
    )
  }

  claimOrNote(id: string): string {
    return this.isNote(id) ? this.note(id) : this.claim(id)
  }

  /** `B (b.txt)`. */
  source(id: string): string {
    const source = this.#timelines.recordAt('source', id, this.#position)
    return source === null ? 'a source' : `${source.siglum} (${source.path})`
  }

  siglum(id: string): string {
    return this.#timelines.recordAt('source', id, this.#position)?.siglum ?? '?'
  }

  tag(id: string): string {
    const tag = this.#timelines.recordAt('tag', id, this.#position)
    return tag === null ? 'a tag' : `the tag ${tag.name}`
  }

  /** The corpus's own name for a verdict, or the plain one. */
  verdict({ verdict, verdictNameId }: Pick<Decision, 'verdict' | 'verdictNameId'>): string {
    if (verdictNameId === null) return verdict
    return this.#timelines.recordAt('verdictName', verdictNameId, this.#position)?.name ?? verdict
  }

  decision(id: string): Decision | null {
    return this.#timelines.recordAt('decision', id, this.#position)
  }

  /** The id of the claim that evidence is on; null when nobody ever wrote it. */
  claimOfEvidence(id: string): string | null {
    return this.#timelines.recordAt('evidence', id, this.#position)?.claimId ?? null
  }

  /** The passages that evidence or a note cites. */
  passagesOf(on: { readonly type: 'evidence' | 'note'; readonly id: string }): readonly CitedPassage[] {
    return this.#timelines.recordAt(on.type, on.id, this.#position)?.passages ?? []
  }

  /** `“Four shots” (B)`, and how many more there are. */
  passages(passages: readonly CitedPassage[]): string {
    const [first, ...others] = passages
    if (first === undefined) return 'no passage'
    const shown = `${quoted(first.anchor.quote.exact)} (${this.siglum(first.sourceId)})`
    return others.length === 0 ? shown : `${shown} and ${count(others.length, 'more passage')}`
  }

  /** Whether the record is again what it was before it was removed: brought back, and not made. */
  isAgain<T extends RecordType>(type: T, record: RecordMap[T]): boolean {
    const before = this.#timelines.recordAt(type, record.id, this.#position - 1)
    return (
      before !== null && this.#timelines.wasThereBefore(type, record.id, this.#position) && sameValue(before, record)
    )
  }
}

export function person(reviewer: Reviewer | null): string {
  if (reviewer === null) return 'nobody'
  return reviewer.name.trim() === '' ? 'an unnamed reviewer' : reviewer.name
}

/** “The words”, in one line and shortened; of words alone that are invisible, the marks around nothing. */
export function quoted(text: string): string {
  return `“${inOneLine(text, QUOTED_LENGTH)}”`
}

/** White space drawn together, at most so many code points. */
export function inOneLine(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  // Code points are never more than units.
  if (line.length <= length) return line
  const points = Array.from(line)
  if (points.length <= length) return line
  const kept = points.slice(0, length - 1).join('')
  return `${kept.trimEnd()}…`
}

/** `1 claim`, `2 claims`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
