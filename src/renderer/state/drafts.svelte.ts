import * as v from 'valibot'
import { remarkTargetSchema } from '../../contract/recordSchemas'
import { idSchema, passageInputSchema, stanceSchema, verdictSchema, type PassageInput } from '../../contract/schemas'
import type { Stance } from '../../core/claim/reviewRecord'

/** A passage that is about to be cited, with its words as they stood when it was chosen. */
export type DraftPassage = PassageInput & {
  readonly siglum: string
  readonly quote: string
}

const common = { id: v.string(), text: v.string(), edited: v.boolean() }
const passages = v.array(
  v.strictObject({
    ...passageInputSchema.entries,
    siglum: v.string(),
    quote: v.string(),
  }),
)
const cited = {
  passages,
  /** One stance for all passages together, or one for each: then each becomes evidence of its own. */
  stances: v.array(stanceSchema),
}
const claimIds = v.array(idSchema)
const given = { verdict: verdictSchema, verdictNameId: v.nullable(idSchema) }
const draftSchema = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('claim'), ...cited }),
  v.strictObject({
    ...common,
    kind: v.literal('evidence'),
    claimId: v.nullable(idSchema),
    ...cited,
  }),
  v.strictObject({ ...common, kind: v.literal('note'), passages }),
  v.strictObject({
    ...common,
    kind: v.literal('decision'),
    claimId: idSchema,
    ...given,
  }),
  v.strictObject({
    ...common,
    kind: v.literal('decisions'),
    claimIds,
    ...given,
  }),
  v.strictObject({ ...common, kind: v.literal('seal'), claimIds }),
  v.strictObject({ ...common, kind: v.literal('reopen'), claimId: idSchema }),
  v.strictObject({
    ...common,
    kind: v.literal('merge'),
    claimIds,
    into: v.nullable(idSchema),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('split'),
    claimId: idSchema,
    evidenceIds: v.array(idSchema),
  }),
  v.strictObject({
    ...common,
    kind: v.literal('reply'),
    on: remarkTargetSchema,
  }),
  v.strictObject({
    ...common,
    kind: v.literal('replyBody'),
    replyId: idSchema,
  }),
  v.strictObject({
    ...common,
    kind: v.literal('statement'),
    claimId: idSchema,
  }),
  v.strictObject({ ...common, kind: v.literal('body'), noteId: idSchema }),
])
const draftsSchema = v.array(draftSchema)

export type Draft = v.InferOutput<typeof draftSchema>
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>
export type CitingDraft = DraftOf<'claim'> | DraftOf<'evidence'>

/** Where drafts wait for the window's return after a reload; gone with the window. */
export interface DraftPlace {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

const KEY = 'crossread.drafts '

/** What a reviewer has begun to write and not saved. Kept in the window, through a reload too, until saved or discarded. */
export class Drafts {
  #changed = $state.raw<{
    readonly folder: string
    readonly drafts: readonly Draft[]
  } | null>(null)
  readonly #place: DraftPlace | null
  readonly #folder: () => string
  // Drafts about another corpus stay where they are until it is open again.
  readonly #waiting = $derived.by(() => readDrafts(this.#place, KEY + this.#folder()))

  /** `folder` says which corpus is open. Without a place drafts live as long as the page. */
  constructor(place: DraftPlace | null, folder: () => string) {
    this.#place = place
    this.#folder = folder
  }

  get all(): readonly Draft[] {
    return this.#changed !== null && this.#changed.folder === this.#folder() ? this.#changed.drafts : this.#waiting
  }

  get(id: string): Draft | null {
    return this.all.find((draft) => draft.id === id) ?? null
  }

  /** Puts the draft in front; one with the same id, and those of its kind that nobody has written in, make room. */
  begin(draft: Draft): void {
    const kept = this.all.filter((other) => other.id !== draft.id && (other.edited || other.kind !== draft.kind))
    this.#set([draft, ...kept])
  }

  write(id: string, text: string): void {
    this.#change(id, (draft) => ({ ...draft, text, edited: true }))
  }

  setStances(id: string, stances: readonly Stance[]): void {
    this.#change(id, (draft) => ('stances' in draft ? { ...draft, stances: [...stances], edited: true } : draft))
  }

  setClaim(id: string, claimId: string | null): void {
    this.#change(id, (draft) => (draft.kind === 'evidence' ? { ...draft, claimId, edited: true } : draft))
  }

  setInto(id: string, into: string | null): void {
    this.#change(id, (draft) => (draft.kind === 'merge' ? { ...draft, into, edited: true } : draft))
  }

  setEvidence(id: string, evidenceIds: readonly string[]): void {
    this.#change(id, (draft) =>
      draft.kind === 'split' ? { ...draft, evidenceIds: [...evidenceIds], edited: true } : draft,
    )
  }

  dropPassage(id: string, index: number): void {
    this.#change(id, (draft) => {
      if (!('passages' in draft)) return draft
      const left = draft.passages.filter((_, at) => at !== index)
      if (!('stances' in draft)) return { ...draft, passages: left }
      const apart = draft.stances.length > 1
      return {
        ...draft,
        passages: left,
        stances: apart ? draft.stances.filter((_, at) => at !== index) : draft.stances,
      }
    })
  }

  end(id: string): void {
    this.#set(this.all.filter((draft) => draft.id !== id))
  }

  #change(id: string, change: (draft: Draft) => Draft): void {
    this.#set(this.all.map((draft) => (draft.id === id ? change(draft) : draft)))
  }

  #set(drafts: readonly Draft[]): void {
    const folder = this.#folder()
    this.#changed = { folder, drafts }
    try {
      this.#place?.setItem(KEY + folder, JSON.stringify(drafts))
    } catch {
      // A full or forbidden store costs the drafts only on a reload; the page still holds them.
    }
  }
}

/** The window's own store, or null where the page may not have one. */
export function windowDraftPlace(): DraftPlace | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

function readDrafts(place: DraftPlace | null, key: string): readonly Draft[] {
  try {
    const parsed = v.safeParse(draftsSchema, JSON.parse(place?.getItem(key) ?? '[]'))
    return parsed.success ? parsed.output : []
  } catch {
    // What another version wrote, or half a write: nothing that was saved depends on it.
    return []
  }
}
