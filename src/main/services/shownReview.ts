import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import type { ReviewPatch } from '../../contract/reviewPatch'
import type { ClaimView, NoteView, ReviewView } from '../../contract/reviewSchemas'
import { toClaimView, toNoteView, type ReviewScene } from './claimView'
import { HangingRecords } from './hangingRecords'
import type { CorpusSession } from './session'
import { ShownList } from './shownList'
import { hiddenVerdicts, shownRecords } from './visibleReview'

/** What is shown beside claims and notes; always sent whole, since it is small. */
export type BesideClaims = Omit<ReviewView, 'revision' | 'claims' | 'notes'>

/** One for all reviews, so that a revision of a review that was closed is never taken for one of the next. */
let lastRevision = 0

/**
 * The review of one store as it is shown, kept from one change to the next: what changed is shown anew and gets the next
 * revision, and all else stays the same objects. Whoever changes records says nothing here: what changed is seen from the
 * records themselves, so that undoing, a colleague's lines and a write that failed need no word of their own.
 */
export class ShownReview {
  readonly #besideOf: (session: CorpusSession) => BesideClaims
  readonly #hanging = new HangingRecords()
  readonly #claims = new ShownList<ClaimView>()
  readonly #notes = new ShownList<NoteView>()
  #records: ReviewRecords | null = null
  #sources: CorpusSession['sources'] = new Map()
  #hidden: ReturnType<typeof hiddenVerdicts> = new Map()
  /** The first revision of this review; nothing is known of what was before. */
  #first = 0
  #revision = 0

  constructor(besideOf: (session: CorpusSession) => BesideClaims) {
    this.#besideOf = besideOf
  }

  /** Shows anew what changed since it was looked at last, and gives the revision; the one before when nothing changed. */
  follow(session: CorpusSession): number {
    const records = session.store.records()
    const touched = this.#touchedIn(session)
    if (records === this.#records && touched?.size === 0) return this.#revision
    // Any change of the review is a revision, also of what is not shown here: a decision about a match asks for matching again.
    this.#records = records
    lastRevision += 1
    this.#revision = lastRevision
    if (this.#first === 0) this.#first = lastRevision
    const scene = sceneOf(session, this.#hanging)
    const { claims, notes } = this.#hanging
    this.#claims.show(touched ?? [...claims.ids(), ...this.#claims.ids()], lastRevision, (id) => {
      const claim = claims.get(id)
      return claim === null ? null : toClaimView(scene, claim)
    })
    this.#notes.show(touched ?? [...notes.ids(), ...this.#notes.ids()], lastRevision, (id) => {
      const note = notes.get(id)
      return note === null ? null : toNoteView(scene, note)
    })
    return this.#revision
  }

  whole(session: CorpusSession): ReviewView {
    const revision = this.follow(session)
    return { revision, ...this.#besideOf(session), claims: this.#claims.all(), notes: this.#notes.all() }
  }

  /** What became of it since a revision; the whole when that is not one of this review. */
  since(session: CorpusSession, since: number): ReviewPatch {
    const revision = this.follow(session)
    if (since < this.#first || since > revision)
      return { since: null, ...this.whole(session), removedClaims: [], removedNotes: [] }
    return {
      since,
      revision,
      ...this.#besideOf(session),
      claims: this.#claims.since(since),
      notes: this.#notes.since(since),
      removedClaims: this.#claims.removedSince(since),
      removedNotes: this.#notes.removedSince(since),
    }
  }

  /** The ids of claims of which blind review hides more, or less, than before. */
  #hiddenAnew(session: CorpusSession): readonly string[] {
    const before = this.#hidden
    const now = hiddenVerdicts(session)
    this.#hidden = now
    if (before === now) return []
    return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id))
  }

  /** The ids of claims and notes that may be shown otherwise than before; null for all that there are. */
  #touchedIn(session: CorpusSession): ReadonlySet<string> | null {
    const touched = withAll(this.#hanging.take(shownRecords(session)), this.#hiddenAnew(session))
    const before = this.#sources
    this.#sources = session.sources
    if (touched === null || this.#first === 0) return null
    if (before === session.sources) return touched
    const readOtherwise = new Set(
      [...before.keys(), ...session.sources.keys()].filter((id) => {
        const [then, now] = [before.get(id), session.sources.get(id)]
        return then?.reading !== now?.reading || then?.earlier !== now?.earlier
      }),
    )
    return readOtherwise.size === 0 ? touched : new Set([...touched, ...this.#hanging.citing(readOtherwise)])
  }
}

function withAll(touched: ReadonlySet<string> | null, more: readonly string[]): ReadonlySet<string> | null {
  return touched === null || more.length === 0 ? touched : new Set([...touched, ...more])
}

function sceneOf(session: CorpusSession, hanging: HangingRecords): ReviewScene {
  const sources = listRecords(session.store.records(), 'source')
  return { session, hanging, sigla: new Map(sources.map((source) => [source.id, source.siglum])) }
}
