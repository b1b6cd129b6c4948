import type { ClaimView } from '../../../contract/reviewSchemas'
import { WORK_STATES } from '../../../core/claim/reviewRecord'
import type { Command } from '../../state/commands.svelte'
import type { Desk } from '../../state/desk.svelte'
import type { ReviewState } from '../../state/review.svelte'
import { WORK_WORDS } from '../../state/workWords'
import type { Workbench } from '../../state/workbench.svelte'
import { askMerge, askSeal, askSplit, askVerdict } from './claimActions'
import { askReply, chosenThread } from './remarks'
import { nameOf } from './words'

const GROUP = 'Work on claims'

/** What the commands of work on claims are about: what is picked or chosen, where it can be seen. */
export class WorkedOn {
  readonly review: ReviewState
  readonly workbench: Workbench
  readonly #desk: Desk

  constructor(review: ReviewState, workbench: Workbench, desk: Desk) {
    this.review = review
    this.workbench = workbench
    this.#desk = desk
  }

  writable(): boolean {
    return this.workbench.corpus !== null && this.workbench.readOnly === null
  }

  /** Whether claims or notes stand before the reviewer. */
  inSight(): boolean {
    const { view } = this.workbench
    return view === 'claims' || (view === 'compare' && this.#desk.panel !== 'passages')
  }

  /** The claims that a command is about; none while nothing may be changed, or they cannot be seen. */
  targets(): readonly ClaimView[] {
    const notes = this.workbench.view === 'compare' && this.#desk.panel === 'notes'
    return this.writable() && this.inSight() && !notes ? this.review.targets : []
  }

  /** The one claim that a command is about; null when there are several, or none. */
  single(): ClaimView | null {
    const [only, ...more] = this.targets()
    return only === undefined || more.length > 0 ? null : only
  }
}

/** The commands that are always there. */
export function workCommands(about: WorkedOn): readonly Command[] {
  return [...stateCommands(about), ...claimCommands(about), ...remarkCommands(about)]
}

function stateCommands(about: WorkedOn): readonly Command[] {
  const { review } = about
  return [
    {
      ...shared(about),
      id: 'claim.workOn',
      title: 'Work: on to the next state',
      key: '.',
      run: () => review.work.stepState(about.targets(), 1),
    },
    {
      ...shared(about),
      id: 'claim.workBack',
      title: 'Work: back one state',
      key: ',',
      run: () => review.work.stepState(about.targets(), -1),
    },
    ...WORK_STATES.map((state) => ({
      ...shared(about),
      id: `claim.work.${state}`,
      title: `Work: ${WORK_WORDS[state]}`,
      key: null,
      run: () => void review.work.setState(about.targets(), state),
    })),
    {
      ...shared(about),
      id: 'claim.take',
      title: 'Assign to me, or to nobody',
      key: 'g',
      run: () => review.work.takeOrLeave(about.targets()),
    },
  ]
}

function claimCommands(about: WorkedOn): readonly Command[] {
  const { review } = about
  return [
    {
      ...shared(about),
      id: 'claim.seal',
      title: 'Seal, or reopen',
      key: 'Shift+S',
      run: () => askSeal(review, about.targets()),
    },
    {
      ...shared(about),
      id: 'claim.merge',
      title: 'Merge into another claim',
      key: 'Shift+M',
      enabled: () => about.targets().length > 0 && about.targets().every(isOpen),
      run: () => askMerge(review, about.targets()),
    },
    {
      ...shared(about),
      id: 'claim.split',
      title: 'Split the claim',
      key: null,
      enabled: () => isOpen(about.single()),
      run: () => {
        const claim = about.single()
        if (claim !== null) askSplit(review, claim)
      },
    },
    {
      ...shared(about),
      id: 'claim.remove',
      title: 'Remove the claims',
      key: null,
      run: () => void review.work.remove(about.targets()),
    },
    {
      ...shared(about),
      id: 'claim.confirm',
      title: 'Confirm the verdict',
      key: 'y',
      enabled: () => about.single() !== null,
      run: () => confirm(about),
    },
  ]
}

function remarkCommands(about: WorkedOn): readonly Command[] {
  const { review, workbench } = about
  return [
    {
      group: GROUP,
      id: 'reply.create',
      title: 'Reply',
      key: 'r',
      ctrlKey: 'Ctrl+Alt+R',
      enabled: () => about.writable() && about.inSight() && review.remarked !== null,
      run: () => {
        if (review.remarked !== null) askReply(review, review.remarked)
      },
    },
    {
      group: GROUP,
      id: 'thread.resolve',
      title: 'Resolve the replies, or open them again',
      key: 'Shift+R',
      ctrlKey: null,
      enabled: () => about.writable() && about.inSight() && (chosenThread(review)?.replies ?? 0) > 0,
      run: () => {
        const thread = chosenThread(review)
        if (thread !== null) void review.work.resolve(thread.on, !thread.resolved)
      },
    },
    {
      group: GROUP,
      id: 'tag.choose',
      title: 'Choose tags',
      key: 'Shift+T',
      ctrlKey: null,
      enabled: () => about.writable() && about.inSight() && review.remarked !== null,
      run: () => {
        if (review.remarked !== null) review.tagging.open(review.remarked.id)
      },
    },
    {
      group: GROUP,
      id: 'filter.save',
      title: 'Save this filter of claims',
      key: null,
      ctrlKey: null,
      enabled: () => about.writable() && workbench.view === 'claims' && review.claims.filtering,
      run: () => {
        review.folded.open('filters')
        review.naming.open('new')
      },
    },
  ]
}

/** What the corpus itself names: its people, tags, verdicts and filters are commands as long as they are there. */
export function namedCommands(about: WorkedOn): readonly Command[] {
  const { review, workbench } = about
  return [
    ...review.work.reviewers
      .filter((one) => one.id !== review.work.me?.id)
      .map((one) => ({
        ...shared(about),
        id: `claim.assign.${one.id}`,
        title: `Assign to ${nameOf(one)}`,
        key: null,
        run: () => void review.work.assign(about.targets(), one),
      })),
    ...review.work.tags.map((tag) => ({
      ...shared(about),
      id: `tag.put.${tag.id}`,
      title: `Tag: ${tag.name}`,
      key: null,
      run: () => {
        const claims = about.targets()
        const on = claims.map(({ id }) => ({ type: 'claim' as const, id }))
        void review.work.putTag(tag, on, !claims.every((claim) => claim.tagIds.includes(tag.id)))
      },
    })),
    ...review.work.verdictNames.map((one) => ({
      ...shared(about),
      id: `verdict.named.${one.id}`,
      title: `Mark as ${one.name} (${one.means})`,
      key: null,
      enabled: () => about.targets().length > 0 && about.targets().every(isOpen),
      run: () => askVerdict(review, one.means, one.id),
    })),
    ...review.work.filters.map((saved) => ({
      group: GROUP,
      id: `filter.apply.${saved.id}`,
      title: `Show claims: ${saved.name}`,
      key: null,
      ctrlKey: null,
      run: () => {
        workbench.show('claims')
        review.claims.setFilter(saved.filter)
      },
    })),
  ]
}

function shared(about: WorkedOn) {
  return { group: GROUP, ctrlKey: null, enabled: () => about.targets().length > 0 } as const
}

function isOpen(claim: ClaimView | null): boolean {
  return claim !== null && claim.sealed === null
}

/** A key that does nothing must say why. */
function confirm(about: WorkedOn): void {
  const claim = about.single()
  if (claim === null) return
  const why = about.review.work.whyNotConfirm(claim)
  if (why === null) void about.review.work.confirm(claim)
  else about.workbench.toasts.show({ message: why })
}
