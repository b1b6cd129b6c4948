import type { TextRange } from '../../../core/text/textRange'
import type { Desk } from '../../state/desk.svelte'
import type { ReviewState } from '../../state/review.svelte'
import type { ReviewMark } from '../../state/reviewMarks'
import { decisionWords } from './decisionWords'
import { touches, type JoinSide } from './paintPlan'
import { VERDICT_SIGNS } from './passageWords'

/** A flag in the margin of a pane. `sign` is null for what a reviewer did by hand, which has a picture. */
export type PaneFlag = {
  readonly id: string
  readonly range: TextRange
  readonly sign: string | null
  readonly tone: string
  readonly label: string
  readonly open: () => void
}

/** Other words than were cited are flagged as such, whatever the verdict. */
const DIFFERS_SIGNS = { unsettled: '!', kept: '⚑' } as const
const DIFFERS_TONES = { unsettled: 'unsettled', kept: 'unverified' } as const

type Scene = {
  readonly pane: number
  readonly marks: readonly ReviewMark[]
  readonly joins: readonly JoinSide[]
  readonly window: TextRange
  readonly desk: Desk
  readonly review: ReviewState
}

/** Claims, notes and matches made by hand, of what lies in the window alone. */
export function flagsOf(scene: Scene): readonly PaneFlag[] {
  const reviewed = scene.marks.filter((mark) => touches(mark.range, scene.window))
  return [...reviewed.map((mark) => reviewFlag(scene, mark)), ...handFlags(scene)]
}

function reviewFlag({ pane, desk, review }: Scene, mark: ReviewMark): PaneFlag {
  const verdict = mark.verdict ?? 'unverified'
  return {
    id: `${mark.kind} ${mark.id} ${mark.range.start}`,
    range: mark.range,
    sign:
      mark.differs === undefined ? (mark.kind === 'note' ? '✎' : VERDICT_SIGNS[verdict]) : DIFFERS_SIGNS[mark.differs],
    tone: mark.differs === undefined ? (mark.kind === 'note' ? 'note' : verdict) : DIFFERS_TONES[mark.differs],
    label: mark.label,
    open: () => {
      desk.activate(pane)
      if (mark.kind === 'note') review.openNote(mark.id)
      else review.openClaim(mark.id)
    },
  }
}

function handFlags({ pane, joins, window, desk }: Scene): readonly PaneFlag[] {
  return joins.flatMap(({ join, side, passages, decisions }) =>
    passages.flatMap((passage): PaneFlag[] => {
      const decision = decisions.find((one) => one.id === passage.decisionId)
      if (decision === undefined || !touches(passage[side], window)) return []
      return [
        {
          id: `hand ${join} ${passage.id}`,
          range: passage[side],
          sign: null,
          tone: 'hand',
          label: decisionWords(decision),
          open: () => {
            desk.activateJoin(join)
            desk.choose(passage.id, pane)
          },
        },
      ]
    }),
  )
}
