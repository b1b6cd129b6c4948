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

/** Runs a write and says before and after it how saving stands: saved only when no other write is under way. */
export async function whileSaving(context: ServiceContext, write: () => Promise<void>): Promise<void> {
  context.writesUnderWay += 1
  context.emit({ kind: 'saving', state: 'saving', message: null })
  try {
    await write()
    context.writesUnderWay -= 1
  } catch (error) {
    context.writesUnderWay -= 1
    const refused = error instanceof WorkbenchError && error.code !== 'STORAGE_FAILED'
    const message = error instanceof Error ? error.message : String(error)
    if (refused) sayHowItStands(context)
    else context.emit({ kind: 'saving', state: 'failed', message })
    // A review can turn read-only while it is open: another program took over, or the folder went away.
    if (refused) context.emit({ kind: 'corpus-changed' })
    throw error
  }
  sayHowItStands(context)
  context.emit({ kind: 'review-changed' })
}

function sayHowItStands(context: ServiceContext): void {
  context.emit({ kind: 'saving', state: context.writesUnderWay === 0 ? 'saved' : 'saving', message: null })
}
