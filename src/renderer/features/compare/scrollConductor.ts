import type { ComparedPassage } from '../../../contract/schemas'
import type { TextRange } from '../../../core/text/textRange'
import type { AlignRequest } from '../../state/viewRequests.svelte'
import { caretRect } from '../../dom/caretBrowsing'
import {
  commonHeight,
  eyeLine,
  fade,
  interpolate,
  risingChain,
  scrollForEye,
  type ScrollAnchor,
  type ScrollExtent,
} from '../../dom/scrollLink'
import type { PaneView } from './paneView.svelte'

/** How long bringing a pair to one height may take (milliseconds); longer feels like waiting. */
export const ALIGN_MS = 140
/** Farther than this many views a pane jumps: text that races past shows nothing and dazzles. */
export const FARTHEST_GLIDE = 1.5
/** Where a chosen pair is put when both sides may move, as a share of the view from its top. */
export const CHOSEN_HEIGHT = 0.26
/** The longest passages that linked scrolling goes by; more follow the text more closely and cost n² to sort out. */
export const MOST_ANCHORS = 240
/** Frames after a jump in which a long text, laid out as it comes into sight, may still shift and is put right. */
export const SETTLING_FRAMES = 8
/** How long a revealed stretch stays marked (milliseconds). */
export const REVEALED_MS = 1600

/** What the conductor follows; functions, so that it always reads what holds now. */
export type Score = {
  readonly views: () => readonly PaneView[]
  /** Of the two panes left and right of gap `join`. */
  readonly passages: (join: number) => readonly ComparedPassage[]
  /** What was brought to one height: of each join the two stretches that stand side by side. */
  readonly chosen: () => readonly SideBySide[]
  readonly linked: () => boolean
}

export type SideBySide = { readonly join: number; readonly a: TextRange; readonly b: TextRange }
type Alignment = Omit<AlignRequest, 'kind'>

type Links = {
  readonly key: string
  readonly passages: readonly ComparedPassage[]
  readonly longest: readonly ComparedPassage[]
  readonly chain: readonly ScrollAnchor[]
}

/** Moves panes: linked ones along with each other, both sides of a pair to one height, a revealed stretch into view. */
export class ScrollConductor {
  readonly #score: Score
  readonly #links = new Map<number, Links>()
  readonly #lastTops = new Map<PaneView, number>()
  #gliding = 0
  /** The pane that the reviewer moves; others follow it, and it follows none. */
  #leader: number | null = null
  /** The pair that was brought to one height, until the reviewer scrolls. */
  #held: Alignment | null = null

  constructor(score: Score) {
    this.#score = score
  }

  /** To be called when the reviewer takes hold of a pane: with wheel, finger, pointer or key. */
  lead(pane: number): void {
    if (this.#leader !== pane) cancelAnimationFrame(this.#gliding)
    this.#leader = pane
    this.#held = null
  }

  /**
   * To be called with every scroll event of a pane. Only the pane that the reviewer moves takes others along: the browser
   * itself scrolls too, when text that comes into sight is laid out.
   */
  scrolled(pane: number): void {
    const views = this.#score.views()
    const view = views[pane]
    if (view === undefined) return
    const now = view.extent.at
    const before = this.#lastTops.get(view) ?? view.scrollTop
    this.#lastTops.set(view, now)
    view.scrolled()
    if (pane !== this.#leader || !this.#score.linked() || now === before) return
    for (let at = pane; at + 1 < views.length; at += 1) this.#follow(at, at + 1, before, pane)
    for (let at = pane; at > 0; at -= 1) this.#follow(at, at - 1, before, pane)
  }

  align(alignment: Alignment): void {
    this.#settle(() => this.#alignedTops(alignment))
    this.#held = { ...alignment, stay: null }
  }

  /** To be called when lines break elsewhere: a pair that stood side by side does so again. */
  reflowed(): void {
    const held = this.#held
    if (held !== null) this.#jump(() => this.#alignedTops(held), SETTLING_FRAMES)
  }

  /** Scrolls a stretch into view where it is not; marked, it also lights up for a moment. */
  reveal(pane: number, range: TextRange, marked: boolean): void {
    const view = this.#score.views()[pane]
    if (marked) view?.reveal(range, REVEALED_MS)
    this.#held = null
    this.#settle(() => {
      if (!view?.geometry) return []
      const box = view.geometry.boxNow(range)
      const { at, view: height } = view.extent
      const shown = box.top >= at + 8 && box.bottom <= at + height - 8
      return [{ view, top: shown ? at : Math.max(0, box.top - height * CHOSEN_HEIGHT) }]
    })
  }

  /** Scrolls no farther than needed to show an offset, as moving a caret does. */
  showOffset(pane: number, offset: number): void {
    const view = this.#score.views()[pane]
    const rect = view?.surface ? caretRect(view.surface, offset) : null
    if (!view?.geometry || rect === null) return
    const box = view.geometry.toContent(rect)
    const { at, view: height } = view.extent
    const margin = Math.min(40, height / 4)
    if (box.top < at + margin) view.scrollTo(box.top - margin)
    else if (box.bottom > at + height - margin) view.scrollTo(box.bottom - height + margin)
  }

  #alignedTops({ join, pair, along, stay }: Alignment): { view: PaneView; top: number }[] {
    const views = this.#score.views()
    const top = (pane: number, range: TextRange): number => views[pane]?.geometry?.boxNow(range).top ?? 0
    // By pane: what is to stand at the common height; in further panes, the place beside it.
    const tops = new Map([
      [join, top(join, pair.a)],
      [join + 1, top(join + 1, pair.b)],
    ])
    for (const { nearer, further, from, to } of along.filter((one) => one.leads))
      tops.set(further, top(further, to) - (top(nearer, from) - (tops.get(nearer) ?? 0)))
    const places = [...tops].flatMap(([pane, at]) => {
      const view = views[pane]
      return view === undefined ? [] : [{ pane, view, at, extent: view.extent }]
    })
    const height = Math.min(...places.map(({ extent }) => extent.view))
    const still = places.find(({ pane }) => pane === stay)
    const wanted =
      still === undefined ? height * CHOSEN_HEIGHT : Math.min(Math.max(still.at - still.extent.at, 0), height * 0.8)
    // The pair first: a further pane that cannot scroll so far comes as near as it can.
    const two = places.filter(({ pane }) => pane === join || pane === join + 1)
    const common = commonHeight(
      wanted,
      two.map(({ at }) => at),
      two.map(({ extent }) => extent),
    )
    return places.map(({ view, at }) => ({ view, top: at - common }))
  }

  /** Brings panes where `goal` says, and looks again while text that came into sight changes the heights above it. */
  #settle(goal: () => readonly { view: PaneView; top: number }[]): void {
    cancelAnimationFrame(this.#gliding)
    this.#leader = null
    const first = goal()
    const far = first.some(({ view, top }) => Math.abs(top - view.extent.at) > view.extent.view * FARTHEST_GLIDE)
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (far || still) this.#jump(goal, SETTLING_FRAMES)
    else this.#glide(first)
  }

  #jump(goal: () => readonly { view: PaneView; top: number }[], frames: number): void {
    cancelAnimationFrame(this.#gliding)
    for (const { view, top } of goal()) if (Math.abs(view.extent.at - top) > 1) this.#place(view, top)
    if (frames > 0) this.#gliding = requestAnimationFrame(() => this.#jump(goal, frames - 1))
  }

  #glide(goals: readonly { view: PaneView; top: number }[]): void {
    const starts = goals.map(({ view }) => view.extent.at)
    const began = performance.now()
    const step = (now: number): void => {
      const share = Math.min(1, (now - began) / ALIGN_MS)
      const eased = 1 - (1 - share) ** 3
      for (const [index, { view, top }] of goals.entries()) {
        const start = starts[index] ?? top
        this.#place(view, start + (top - start) * eased)
      }
      if (share < 1) this.#gliding = requestAnimationFrame(step)
    }
    if (goals.some(({ top }, index) => Math.abs(top - (starts[index] ?? top)) > 1))
      this.#gliding = requestAnimationFrame(step)
  }

  #place(view: PaneView, top: number): void {
    view.scrollTo(top)
    this.#lastTops.set(view, view.extent.at)
  }

  #follow(from: number, to: number, originBefore: number, origin: number): void {
    const views = this.#score.views()
    const [leader, follower] = [views[from], views[to]]
    if (leader === undefined || follower === undefined) return
    const leaderNow = leader.extent
    const leaderBefore = {
      ...leaderNow,
      at: from === origin ? originBefore : (this.#lastTops.get(leader) ?? leaderNow.at),
    }
    const target = this.#chosenInSight(from, to)
      ? follower.extent.at + leaderNow.at - leaderBefore.at
      : this.#linkedTop({ from, to, before: leaderBefore, now: leaderNow, follower: follower.extent })
    this.#place(follower, Math.min(follower.extent.most, Math.max(0, target)))
  }

  /** While a pair that was brought together is seen it stays side by side: both panes move alike. */
  #chosenInSight(from: number, to: number): boolean {
    const chosen = this.#score.chosen().find(({ join }) => join === Math.min(from, to))
    if (chosen === undefined) return false
    return [from, to].every((pane) => {
      const view = this.#score.views()[pane]
      if (!view?.geometry) return false
      const box = view.geometry.box(pane === chosen.join ? chosen.a : chosen.b)
      const { at, view: height } = view.extent
      return box.bottom > at && box.top < at + height
    })
  }

  #linkedTop(move: {
    from: number
    to: number
    before: ScrollExtent
    now: ScrollExtent
    follower: ScrollExtent
  }): number {
    const chain = this.#chain(Math.min(move.from, move.to), move.from < move.to)
    const ideal = (extent: ScrollExtent): number => {
      const line = interpolate(
        chain,
        eyeLine(extent),
        extent.most + extent.view,
        move.follower.most + move.follower.view,
      )
      return scrollForEye(line, move.follower)
    }
    // What alignment left apart closes while scrolling, rather than at once.
    const displacement = move.follower.at - ideal(move.before)
    return ideal(move.now) + fade(displacement, move.now.at - move.before.at)
  }

  #chain(join: number, forward: boolean): readonly ScrollAnchor[] {
    const [a, b] = [this.#score.views()[join], this.#score.views()[join + 1]]
    if (!a?.geometry || !b?.geometry) return []
    const passages = this.#score.passages(join)
    // By outline, not by layout: a long text is laid out while it scrolls, and its anchors hardly move.
    const key = `${a.outline} ${b.outline}`
    let known = this.#links.get(join)
    if (known === undefined || known.key !== key || known.passages !== passages) {
      const [left, right] = [a.geometry, b.geometry]
      const longest =
        known?.passages === passages
          ? known.longest
          : passages.toSorted((p, q) => lengthOf(q) - lengthOf(p)).slice(0, MOST_ANCHORS)
      const anchors = longest.map((passage) => ({
        from: left.roughly(passage.a.start),
        to: right.roughly(passage.b.start),
        weight: lengthOf(passage),
      }))
      known = { key, passages, longest, chain: risingChain(anchors) }
      this.#links.set(join, known)
    }
    return forward ? known.chain : known.chain.map(({ from, to, weight }) => ({ from: to, to: from, weight }))
  }
}

function lengthOf(passage: ComparedPassage): number {
  return passage.a.endExclusive - passage.a.start
}
