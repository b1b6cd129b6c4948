import { followAnchors } from '../../core/anchor/followAnchors'
import { compareVersions, type ComparisonControl } from '../../core/diff/compareVersions'
import type { VersionsJob, VersionsResult } from '../services/ports'

/** Share of the progress that comparing takes; the rest is what that did to the anchors. */
export const COMPARING_SHARE = 0.5

/** Two versions of a source, and what cites it. */
export type VersionsToCompare = Omit<VersionsJob, 'jobId' | 'label'>

const NOTHING: VersionsResult = {
  difference: { rows: [], counts: { same: 0, changed: 0, moved: 0, movedAndChanged: 0, added: 0, removed: 0 } },
  followed: [],
}

/** The difference of two versions and what became of the anchors, here and at once; empty when the control stops it. */
export function followVersions(
  { from, to, anchors, texts }: VersionsToCompare,
  { shouldStop, onProgress }: ComparisonControl,
): VersionsResult {
  const difference = compareVersions(from, to, {
    shouldStop,
    onProgress: (done) => {
      onProgress(done * COMPARING_SHARE)
    },
  })
  if (difference === null || shouldStop()) return NOTHING
  const all = new Map([...texts, [from.textHash, from.text], [to.textHash, to.text]])
  return { difference, followed: followAnchors({ from, to, texts: all }, anchors) }
}
