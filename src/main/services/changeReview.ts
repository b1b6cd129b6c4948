import type { ReviewAction, ReviewFailure } from '../../core/claim/reviewAction'
import type { Reviewer } from '../../core/claim/reviewRecord'
import type { Result } from '../../core/result'
import { WorkbenchError } from '../../contract/errors'
import type { CorpusSession, ServiceContext } from './session'

/** Who signs what is done now. */
export function currentReviewer(context: ServiceContext): Reviewer {
  return { id: context.installation.writerId, name: context.installation.reviewerName() }
}

/**
 * Writes what a reviewer did to the journal and tells the renderers. Resolves when it is on the disk; an action without
 * changes writes nothing.
 * @throws {WorkbenchError} the action's failure, READ_ONLY or STORAGE_FAILED
 */
export async function commitAction(
  context: ServiceContext,
  session: CorpusSession,
  outcome: Result<ReviewAction, ReviewFailure>,
): Promise<void> {
  if (!outcome.ok) throw new WorkbenchError(outcome.error)
  if (outcome.value.changes.length === 0) return
  await whileSaving(context, () => session.store.commit(outcome.value))
}

/** Runs a write and says before and after it how saving stands. */
export async function whileSaving(context: ServiceContext, write: () => Promise<void>): Promise<void> {
  context.emit({ kind: 'saving', state: 'saving', message: null })
  try {
    await write()
  } catch (error) {
    const refused = error instanceof WorkbenchError && error.code !== 'STORAGE_FAILED'
    const message = error instanceof Error ? error.message : String(error)
    context.emit({ kind: 'saving', state: refused ? 'saved' : 'failed', message: refused ? null : message })
    // A review can turn read-only while it is open: another program took over, or the folder went away.
    if (refused) context.emit({ kind: 'corpus-changed' })
    throw error
  }
  context.emit({ kind: 'saving', state: 'saved', message: null })
  context.emit({ kind: 'review-changed' })
}
