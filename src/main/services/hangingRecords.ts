import type { RecordMap, RecordType, ReviewRecords } from '../../core/claim/recordTable'

// Claims and notes, and what hangs on them, kept from one change of the review to the next: records are never edited, so
// what is the same object as before has not changed.

/** A record before and after; null is "was not there" or "is not there any more". */
export type Replaced<T> = { readonly id: string; readonly before: T | null; readonly after: T | null }

const NONE: readonly never[] = []

/** The records of one type, by what they hang on. */
export class HangingTable<T extends RecordType> {
  readonly #type: T
  readonly #ownerOf: (record: RecordMap[T]) => string
  readonly #byOwner = new Map<string, Map<string, RecordMap[T]>>()
  #table: ReviewRecords[T] | null = null
  #known = new Map<string, RecordMap[T]>()

  constructor(type: T, ownerOf: (record: RecordMap[T]) => string) {
    this.#type = type
    this.#ownerOf = ownerOf
  }

  /** In no promised order. */
  of(owner: string): readonly RecordMap[T][] {
    const records = this.#byOwner.get(owner)
    return records === undefined ? NONE : [...records.values()]
  }

  all(): Iterable<RecordMap[T]> {
    return this.#known.values()
  }

  ids(): Iterable<string> {
    return this.#known.keys()
  }

  /** Null when there is none. */
  get(id: string): RecordMap[T] | null {
    return this.#known.get(id) ?? null
  }

  /** Takes the records over and gives what differs from those that were known. */
  take(records: ReviewRecords): readonly Replaced<RecordMap[T]>[] {
    const table = records[this.#type]
    if (table === this.#table) return NONE
    this.#table = table
    const entries = Object.entries<RecordMap[T]>(table)
    const replaced: Replaced<RecordMap[T]>[] = []
    let met = 0
    for (const [id, after] of entries) {
      const before = this.#known.get(id) ?? null
      if (before !== null) met += 1
      if (before !== after) replaced.push({ id, before, after })
    }
    if (met < this.#known.size) {
      const present = new Map(entries)
      for (const [id, before] of this.#known) if (!present.has(id)) replaced.push({ id, before, after: null })
    }
    for (const one of replaced) this.#put(one)
    return replaced
  }

  #put({ id, before, after }: Replaced<RecordMap[T]>): void {
    if (before !== null) {
      const owner = this.#ownerOf(before)
      const records = this.#byOwner.get(owner)
      records?.delete(id)
      if (records?.size === 0) this.#byOwner.delete(owner)
      this.#known.delete(id)
    }
    if (after === null) return
    const owner = this.#ownerOf(after)
    const records = this.#byOwner.get(owner)
    if (records === undefined) this.#byOwner.set(owner, new Map([[id, after]]))
    else records.set(id, after)
    this.#known.set(id, after)
  }
}

/** Everything that is shown with a claim or a note, by the claim's or note's id. */
export class HangingRecords {
  readonly claims = new HangingTable('claim', ({ id }) => id)
  readonly notes = new HangingTable('note', ({ id }) => id)
  readonly decisions = new HangingTable('decision', ({ claimId }) => claimId)
  readonly evidence = new HangingTable('evidence', ({ claimId }) => claimId)
  readonly confirmations = new HangingTable('confirmation', ({ claimId }) => claimId)
  readonly seals = new HangingTable('seal', ({ claimId }) => claimId)
  readonly adjudications = new HangingTable('adjudication', ({ claimId }) => claimId)
  readonly works = new HangingTable('work', ({ id }) => id)
  readonly threads = new HangingTable('thread', ({ id }) => id)
  readonly replies = new HangingTable('reply', ({ on }) => on.id)
  readonly taggings = new HangingTable('tagging', ({ on }) => on.id)
  /** By the claim that shows the one merged away too. */
  readonly mergings = new HangingTable('merging', ({ into }) => into)
  /** By the claim that others were split off from. */
  readonly splittings = new HangingTable('splitting', ({ from }) => from)
  /** By the evidence or note whose words were settled. */
  readonly settlements = new HangingTable('settlement', ({ on }) => on.id)
  readonly tags = new HangingTable('tag', ({ id }) => id)
  readonly verdictNames = new HangingTable('verdictName', ({ id }) => id)
  readonly #sources = new HangingTable('source', ({ id }) => id)
  readonly blind = new HangingTable('blind', ({ id }) => id)
  readonly #reviewers = new HangingTable('reviewer', ({ id }) => id)

  /** Which claims show others, as far as it was looked for since the last change. */
  readonly roots = new Map<string, string>()

  /** Takes the records over and gives the ids of the claims and notes that may be shown otherwise; null for all of them. */
  take(records: ReviewRecords): ReadonlySet<string> | null {
    this.roots.clear()
    const touched = new Set<string>()
    const add = (...ids: readonly (string | undefined)[]): void => {
      for (const id of ids) touched.add(id ?? '')
    }
    for (const { id } of [...this.claims.take(records), ...this.notes.take(records)]) add(id)
    // Before the settlements, which know of a claim through its evidence only.
    const ofClaims = [
      ...this.decisions.take(records),
      ...this.evidence.take(records),
      ...this.confirmations.take(records),
      ...this.seals.take(records),
      ...this.adjudications.take(records),
    ]
    for (const { before, after } of ofClaims) add(before?.claimId, after?.claimId)
    for (const { id } of [...this.works.take(records), ...this.threads.take(records)]) add(id)
    for (const { before, after } of [...this.replies.take(records), ...this.taggings.take(records)])
      add(before?.on.id, after?.on.id)
    for (const { id, before, after } of this.mergings.take(records)) add(id, before?.into, after?.into)
    for (const { id, before, after } of this.splittings.take(records)) add(id, before?.from, after?.from)
    for (const { before, after } of this.settlements.take(records))
      for (const owner of [before?.on.id ?? '', after?.on.id ?? '']) add(owner, this.evidence.get(owner)?.claimId)
    const sources = this.#sources.take(records)
    if (sources.length > 0) add(...this.citing(new Set(sources.map(({ id }) => id))))
    // What all share may be shown with any claim, and changes seldom.
    const shared = [this.tags, this.verdictNames, this.blind, this.#reviewers].map((one) => one.take(records).length)
    if (shared.some((count) => count > 0)) return null
    touched.delete('')
    // A claim that was split off shows the words of the one that it came from.
    for (const id of [...touched]) add(...this.splittings.of(id).map((splitting) => splitting.id))
    this.#followMergings(touched)
    return touched
  }

  /** The ids of the claims and notes that cite a source. */
  citing(sourceIds: ReadonlySet<string>): ReadonlySet<string> {
    const ids = new Set<string>()
    const cites = ({ passages }: { readonly passages: readonly { readonly sourceId: string }[] }): boolean =>
      passages.some(({ sourceId }) => sourceIds.has(sourceId))
    for (const one of this.evidence.all()) if (cites(one)) ids.add(one.claimId)
    for (const note of this.notes.all()) if (cites(note)) ids.add(note.id)
    this.#followMergings(ids)
    return ids
  }

  /**
   * A claim shows what hangs on the claims that were merged into it, and whether it is shown itself follows from the whole chain
   * or ring of mergings that it is part of.
   */
  #followMergings(ids: Set<string>): void {
    for (const id of ids) {
      const into = this.mergings.get(id)?.into
      if (into !== undefined) ids.add(into)
      for (const merging of this.mergings.of(id)) ids.add(merging.id)
    }
  }
}
