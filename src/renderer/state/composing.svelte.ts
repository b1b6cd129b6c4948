import type { PassageInput } from '../../contract/schemas'
import { sliceRange } from '../../core/text/textRange'
import type { Desk } from './desk.svelte'
import { Drafts, windowDraftPlace, type Draft, type DraftOf, type DraftPassage } from './drafts.svelte'
import { FocusReturn, focusSoon } from './focusReturn'
import { shorten } from './reviewMarks'
import { sendDraft } from './sendDraft'
import type { Written } from './sendWork'
import type { Workbench } from './workbench.svelte'

/** A statement longer than this is no statement: of longer selections the beginning is proposed. */
export const PROPOSED_STATEMENT_LENGTH = 400

type Wordless<D> = D extends Draft ? Omit<D, 'text' | 'edited'> : never
/** What is asked of a reviewer about claims that are there already, before a word of it is written. */
export type Begun = Wordless<DraftOf<'decision' | 'decisions' | 'seal' | 'reopen' | 'merge' | 'split' | 'reply'>>

/** Begins, keeps and saves what a reviewer writes: claims, evidence, notes, reasons and new wordings. */
export class Composing {
  readonly drafts: Drafts
  readonly #workbench: Workbench
  readonly #desk: Desk
  readonly #onWritten: (written: Written) => void
  readonly #focus = new FocusReturn()
  #saving = $state.raw<readonly string[]>([])
  #focusWanted = $state<string | null>(null)
  #count = 0

  constructor(workbench: Workbench, desk: Desk, onWritten: (written: Written) => void) {
    this.#workbench = workbench
    this.drafts = new Drafts(windowDraftPlace(), () => workbench.corpus?.folder ?? '')
    this.#desk = desk
    this.#onWritten = onWritten
  }

  isSaving(draftId: string): boolean {
    return this.#saving.includes(draftId)
  }

  /** True once for a draft that was just begun: its form takes the focus. One that comes back with its panel does not. */
  takeFocus(draftId: string): boolean {
    if (this.#focusWanted !== draftId) return false
    this.#focusWanted = null
    return true
  }

  /** Of the given passages; else of what is selected or chosen in Compare. */
  async startClaim(passages: readonly PassageInput[] | null = null): Promise<void> {
    const begun = await this.#begin(passages)
    if (begun === null) return
    const text = shorten(begun[0]?.quote ?? '', PROPOSED_STATEMENT_LENGTH)
    this.#show('claims', {
      kind: 'claim',
      id: this.#newId('claim'),
      text,
      edited: false,
      passages: begun,
      stances: ['supports'],
    })
  }

  async startEvidence(claimId: string | null): Promise<void> {
    const begun = await this.#begin()
    if (begun === null) return
    if (begun.length === 0) {
      this.#workbench.show('compare')
      this.#workbench.toasts.show({
        message: 'Evidence is words of a source: select some, or choose a pair of passages, then add it.',
      })
      return
    }
    this.#show('claims', {
      kind: 'evidence',
      id: this.#newId('evidence'),
      text: '',
      edited: false,
      claimId,
      passages: begun,
      stances: ['supports'],
    })
  }

  resume(draftId: string): void {
    const draft = this.drafts.get(draftId)
    if (draft !== null) this.#begun(draft)
  }

  /** The same words, as a claim of their own. */
  turnIntoClaim(draftId: string): void {
    const draft = this.drafts.get(draftId)
    if (draft?.kind !== 'evidence') return
    this.drafts.end(draftId)
    const text = shorten(draft.text === '' ? (draft.passages[0]?.quote ?? '') : draft.text, PROPOSED_STATEMENT_LENGTH)
    const { passages, stances } = draft
    this.#begun({
      kind: 'claim',
      id: this.#newId('claim'),
      text,
      edited: draft.edited,
      passages,
      stances,
    })
  }

  async startNote(): Promise<void> {
    const begun = await this.#begin()
    if (begun === null) return
    if (begun.length === 0) {
      this.#workbench.show('compare')
      this.#workbench.toasts.show({
        message: 'A note stands beside words of a source: select some, or choose a pair of passages, then write it.',
      })
      return
    }
    this.#show('notes', {
      kind: 'note',
      id: this.#newId('note'),
      text: '',
      edited: false,
      passages: begun,
    })
  }

  /** What was begun under the same id keeps its words: changing one's mind between the verdicts keeps the reason. */
  start(draft: Begun): void {
    const known = this.drafts.get(draft.id)
    this.#focus.remember()
    this.#begun({
      ...draft,
      text: known?.text ?? '',
      edited: known?.edited ?? false,
    })
  }

  startEdit(
    edit:
      | { kind: 'statement'; claimId: string; text: string }
      | { kind: 'body'; noteId: string; text: string }
      | { kind: 'replyBody'; replyId: string; text: string },
  ): void {
    const id = editId(edit)
    this.#focus.remember()
    const known = this.drafts.get(id)
    this.#begun(known ?? { ...edit, id, edited: false })
  }

  /** False when the host refused; the draft stays as it is then. */
  async save(draftId: string): Promise<boolean> {
    const draft = this.drafts.get(draftId)
    if (draft === null || this.isSaving(draftId)) return false
    this.#saving = [...this.#saving, draftId]
    const written = await sendDraft(this.#workbench, this.drafts, draft)
    this.#saving = this.#saving.filter((id) => id !== draftId)
    if (written === null) return false
    this.drafts.end(draftId)
    this.#onWritten(written)
    // After a reload there is nothing to go back to: what was written gets the focus.
    if (!this.#focus.restore({ selection: false }))
      focusSoon(
        this.#workbench.view === 'claims' || written.kind === 'many'
          ? '#claims-list'
          : `#${written.kind}-${written.id}`,
      )
    return true
  }

  /** What was written can be brought back. */
  cancel(draftId: string): void {
    const draft = this.drafts.get(draftId)
    if (draft === null) return
    this.drafts.end(draftId)
    this.#focus.restore({ selection: true })
    if (draft.edited && draft.text.trim() !== '')
      this.#workbench.toasts.show({
        message: 'Draft put away',
        action: { label: 'Bring it back', run: () => this.#begun(draft) },
      })
  }

  /** The chosen passages with their words; null when a text could not be read (and that was said). */
  async #begin(passages: readonly PassageInput[] | null = null): Promise<DraftPassage[] | null> {
    this.#focus.remember()
    const target = passages ?? (this.#workbench.view === 'compare' ? this.#desk.target() : [])
    try {
      return await Promise.all(target.map((passage) => this.#quoted(passage)))
    } catch {
      this.#workbench.toasts.show({
        message: 'The words could not be read from their source. Nothing was changed; try again in a moment.',
        tone: 'bad',
      })
      return null
    }
  }

  async #quoted(passage: PassageInput): Promise<DraftPassage> {
    const { text } = await this.#workbench.text(passage.sourceId)
    const siglum = this.#workbench.source(passage.sourceId)?.siglum ?? '?'
    return { ...passage, siglum, quote: sliceRange(text, passage.range) }
  }

  #show(panel: 'claims' | 'notes', draft: Draft): void {
    if (this.#workbench.view === 'compare') this.#desk.panel = panel
    // Elsewhere there is no panel to write in: claims have a view of their own.
    else if (panel === 'claims') this.#workbench.show('claims')
    this.#begun(draft)
  }

  #begun(draft: Draft): void {
    this.drafts.begin(draft)
    this.#focusWanted = draft.id
  }

  #newId(kind: string): string {
    this.#count += 1
    return `${kind}-${Date.now().toString(36)}-${this.#count}`
  }
}

function editId(
  edit:
    { kind: 'statement'; claimId: string } | { kind: 'body'; noteId: string } | { kind: 'replyBody'; replyId: string },
): string {
  if (edit.kind === 'statement') return `statement-${edit.claimId}`
  return edit.kind === 'body' ? `body-${edit.noteId}` : `replyBody-${edit.replyId}`
}
