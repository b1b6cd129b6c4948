import type { EndpointInput, EndpointName } from '../../contract/endpoints'
import type { ClaimView } from '../../contract/reviewSchemas'
import type { FilterView, TagView, VerdictNameView } from '../../contract/workSchemas'
import {
  WORK_STATES,
  type RemarkTarget,
  type Reviewer,
  type Verdict,
  type WorkState,
} from '../../core/claim/reviewRecord'
import type { ReviewFilter } from './claimFilter'
import { WORK_WORDS, claimsInWords } from './workWords'
import type { Workbench } from './workbench.svelte'

export type TagInput = EndpointInput<'tag.create'>

/** What claims and notes are worked on with: state of work, confirmation, seals, tags, saved filters, own verdict names. */
export class ClaimWork {
  readonly #workbench: Workbench
  readonly #tags = $derived.by(() => byId(this.#workbench.review?.tags ?? []))
  readonly #names = $derived.by(() => byId(this.#workbench.review?.verdictNames ?? []))

  constructor(workbench: Workbench) {
    this.#workbench = workbench
  }

  get tags(): readonly TagView[] {
    return this.#workbench.review?.tags ?? []
  }
  get verdictNames(): readonly VerdictNameView[] {
    return this.#workbench.review?.verdictNames ?? []
  }
  get filters(): readonly FilterView[] {
    return this.#workbench.review?.filters ?? []
  }
  /** Everyone who may be given a claim, whoever looks first. */
  get reviewers(): readonly Reviewer[] {
    const { me } = this
    const others = (this.#workbench.review?.reviewers ?? []).filter((one) => one.id !== me?.id)
    return me === null ? others : [me, ...others]
  }
  /** Whoever looks; null before a corpus is open. */
  get me(): Reviewer | null {
    return this.#workbench.corpus?.reviewer ?? null
  }

  /** In the order of the corpus; a tag that was removed meanwhile is left out. */
  tagsOf(ids: readonly string[]): readonly TagView[] {
    return ids.length === 0 ? [] : this.tags.filter((tag) => ids.includes(tag.id))
  }

  /** What the verdict is called here: the corpus's own name for it, else its plain one. */
  verdictWords({
    verdict,
    verdictNameId,
  }: {
    readonly verdict: Verdict
    readonly verdictNameId: string | null
  }): string {
    return (verdictNameId === null ? null : this.#names.get(verdictNameId)?.name) ?? verdict
  }

  /** Why what a claim says cannot be changed, for people; null when it can. */
  lock(claim: ClaimView): string | null {
    const { readOnly } = this.#workbench
    return readOnly ?? (claim.sealed === null ? null : 'The claim is sealed. Reopen it to change it.')
  }

  setState(claims: readonly ClaimView[], state: WorkState): Promise<unknown> {
    return this.#onAll('claim.setWork', claims, { claimIds: ids(claims), state }, `now ${WORK_WORDS[state]}`)
  }

  /** On to the next state of work, or back to the one before. */
  stepState(claims: readonly ClaimView[], by: 1 | -1): void {
    const at = WORK_STATES.indexOf(claims[0]?.work.state ?? 'open') + by
    const next = WORK_STATES[at]
    if (next !== undefined) void this.setState(claims, next)
  }

  /** Null for nobody. */
  assign(claims: readonly ClaimView[], assignee: Reviewer | null): Promise<unknown> {
    const to = assignee === null ? 'nobody’s' : assignee.id === this.me?.id ? 'yours' : `${assignee.name}’s`
    return this.#onAll(
      'claim.setWork',
      claims,
      { claimIds: ids(claims), assigneeId: assignee?.id ?? null },
      `now ${to}`,
    )
  }

  /** Mine when it is not, nobody's when it is. */
  takeOrLeave(claims: readonly ClaimView[]): void {
    const { me } = this
    if (me === null) return
    void this.assign(claims, claims.every((claim) => claim.work.assignee?.id === me.id) ? null : me)
  }

  remove(claims: readonly ClaimView[]): Promise<unknown> {
    return this.#onAll('claim.removeAll', claims, { claimIds: ids(claims) }, 'removed')
  }

  /** The decision that gives the verdict; null when there is none, or reviewers disagree. */
  standing(claim: ClaimView): ClaimView['history'][number] | null {
    return claim.history.find((decision) => decision.id === claim.decisionId) ?? null
  }

  /** The word that a second reviewer gave for the verdict as it stands; empty when there is none. */
  confirmationsOf(claim: ClaimView): ClaimView['confirmations'] {
    const latest = this.standing(claim)
    return claim.confirmations.filter((one) => one.decisionId === latest?.id)
  }

  /** Why the verdict cannot be confirmed by whoever looks, for people; null when it can. */
  whyNotConfirm(claim: ClaimView): string | null {
    const latest = this.standing(claim)
    if (this.#workbench.readOnly !== null) return this.#workbench.readOnly
    if (claim.sealed !== null) return 'The claim is sealed. Reopen it to confirm its verdict.'
    if (latest === null) return 'There is no verdict to confirm yet.'
    if (latest.by.id === this.me?.id) return 'The verdict is yours: another reviewer can confirm it.'
    if (this.ownConfirmation(claim) !== null) return 'You have confirmed it.'
    return null
  }

  ownConfirmation(claim: ClaimView): ClaimView['confirmations'][number] | null {
    return this.confirmationsOf(claim).find((one) => one.by.id === this.me?.id) ?? null
  }

  async confirm(claim: ClaimView): Promise<void> {
    const latest = this.standing(claim)
    if (latest !== null)
      await this.#workbench.perform('claim.confirm', {
        claimId: claim.id,
        decisionId: latest.id,
      })
  }

  async withdrawConfirmation(confirmationId: string): Promise<void> {
    await this.#workbench.perform('claim.withdrawConfirmation', {
      confirmationId,
    })
  }

  async unmerge(claimId: string): Promise<void> {
    await this.#workbench.perform('claim.unmerge', { claimId })
  }

  async resolve(on: RemarkTarget, resolved: boolean): Promise<void> {
    await this.#workbench.perform('thread.setResolved', { on, resolved }, resolved ? 'Resolved' : 'Open again')
  }

  async removeReply(replyId: string): Promise<void> {
    await this.#workbench.perform('reply.remove', { replyId })
  }

  async putTag(tag: TagView, on: readonly RemarkTarget[], present: boolean): Promise<void> {
    const many = on.length === 1 ? '' : ` ${claimsInWords(on.length)}`
    const done = present ? `Tagged${many} “${tag.name}”` : `Tag “${tag.name}” taken off${many}`
    await this.#workbench.perform('tag.put', { tagId: tag.id, on: [...on], present }, done)
  }

  /** False when it could not be kept, and that was said. */
  async keepTag(id: string | null, tag: TagInput, on: readonly RemarkTarget[]): Promise<boolean> {
    if (id !== null) return (await this.#workbench.perform('tag.edit', { tagId: id, ...tag })) !== null
    const made = await this.#workbench.perform('tag.create', tag)
    const view = made === null ? undefined : this.#tags.get(made.id)
    if (view !== undefined && on.length > 0) await this.putTag(view, on, true)
    return made !== null
  }

  async removeTag(tagId: string): Promise<void> {
    await this.#workbench.perform('tag.remove', { tagId })
  }

  /** Under a new name, or under one that is known already, whose filter it replaces. */
  async saveFilter(name: string, filter: ReviewFilter, id: string | null = null): Promise<boolean> {
    const known = id ?? this.filters.find((one) => one.name === name)?.id ?? null
    const input = { name, filter: { ...filter, ...copied(filter) } }
    return (await this.#workbench.perform('filter.save', known === null ? input : { ...input, id: known })) !== null
  }

  async removeFilter(filterId: string): Promise<void> {
    await this.#workbench.perform('filter.remove', { filterId })
  }

  #onAll<N extends EndpointName>(
    name: N,
    claims: readonly ClaimView[],
    input: EndpointInput<N>,
    done: string,
  ): Promise<unknown> {
    if (claims.length === 0) return Promise.resolve(null)
    return this.#workbench.perform(
      name,
      input,
      `${claims.length === 1 ? 'Claim' : claimsInWords(claims.length)} ${done}`,
    )
  }
}

function ids(claims: readonly ClaimView[]): string[] {
  return claims.map((claim) => claim.id)
}

function copied({ verdicts, work, tagIds }: ReviewFilter) {
  return { verdicts: [...verdicts], work: [...work], tagIds: [...tagIds] }
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}
