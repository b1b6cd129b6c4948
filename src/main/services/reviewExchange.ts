import { knownReviewers } from '../../core/claim/knownReviewers'
import { findRecord, type ReviewRecords } from '../../core/claim/recordTable'
import type { MergeConflict } from '../../core/claim/mergeOutcome'
import type { MergeConflictView, MergeResult } from '../../contract/exchangeEndpoints'
import { WorkbenchError } from '../../contract/errors'
import { currentReviewer } from './changeReview'
import type { HostPort, ReviewStore } from './ports'
import { refuseSources } from './reports'
import { openSession, type ServiceContext } from './session'
import { corpusNameOf } from './sourceViews'
import { shownRecords } from './visibleReview'
import { takeOver } from './watchColleagues'

/** Characters of a statement or a note by which a conflict names it. */
export const ABOUT_LENGTH = 80

/** The open review as one file, to be merged elsewhere. */
export async function exportReviewFile(context: ServiceContext): Promise<{ fileName: string; content: string }> {
  const session = openSession(context)
  const reviewer = currentReviewer(context)
  const content = await session.store.exportFile(reviewer)
  const fileName = `${[corpusNameOf(session), reviewer.name]
    .map(asFileName)
    .filter((part) => part !== '')
    .join('-')}.crossread.json`
  return { fileName, content }
}

/** Asks where to save the review file and writes it there, whole or not at all; null when the person cancels. */
export async function saveReviewFile(
  context: ServiceContext,
  dialogs: NonNullable<HostPort['dialogs']>,
): Promise<{ path: string } | null> {
  const file = await exportReviewFile(context)
  const path = await dialogs.chooseSavePath(file.fileName)
  if (path === null) return null
  await refuseSources(context, openSession(context), path)
  await context.writeWhole(path, file.content)
  return { path }
}

/**
 * Merges a review file into the open review.
 * @throws {WorkbenchError} STORAGE_UNREADABLE when it is not whole (nothing is written then), READ_ONLY, STORAGE_FAILED
 */
export function mergeReviewFile(
  context: ServiceContext,
  file: { readonly name: string; readonly content: string },
): Promise<MergeResult> {
  return context.inTurn(async () => {
    const session = openSession(context)
    const { store } = session
    const { news, conflicts, ...counts } = await mergeNamed(store, file)
    // Who merges sees the result, and needs no message that colleagues did something.
    if (news.changed) await takeOver(context, store, { ...news, colleagues: [] })
    const records = store.records()
    const shown = shownRecords(session)
    // What blind review hides is not told by way of a conflict either.
    const told = conflicts.filter(({ type, id }) => findRecord(shown, type, id) === findRecord(records, type, id))
    return { ...counts, conflicts: showConflicts(records, told) }
  })
}

/** As the store merges it, a refusal naming the file. */
export async function mergeNamed(store: ReviewStore, file: { readonly name: string; readonly content: string }) {
  try {
    return await store.mergeFile(file.content)
  } catch (error) {
    if (!(error instanceof WorkbenchError) || error.code !== 'STORAGE_UNREADABLE') throw error
    throw new WorkbenchError({ code: error.code, message: `${file.name}: ${error.message}` }, { cause: error })
  }
}

/** Conflicts with names of people, and with what they are about. */
export function showConflicts(records: ReviewRecords, conflicts: readonly MergeConflict[]): MergeConflictView[] {
  const names = new Map(knownReviewers(records).map(({ id, name }) => [id, name]))
  return conflicts.map((conflict) => ({
    ...conflict,
    oursBy: names.get(conflict.oursBy) ?? conflict.oursBy,
    theirsBy: names.get(conflict.theirsBy) ?? conflict.theirsBy,
    about: aboutOf(records, conflict),
  }))
}

function aboutOf(records: ReviewRecords, { type, id }: MergeConflict): string {
  const claim = type === 'claim' || type === 'work' ? findRecord(records, 'claim', id)?.statement : undefined
  if (claim !== undefined) return `claim “${shorten(claim)}”`
  const evidence = type === 'evidence' ? findRecord(records, 'evidence', id) : null
  if (evidence !== null) {
    const statement = findRecord(records, 'claim', evidence.claimId)?.statement ?? evidence.claimId
    return `evidence for “${shorten(statement)}”`
  }
  const note = type === 'note' ? findRecord(records, 'note', id)?.body : undefined
  if (note !== undefined) return `note “${shorten(note)}”`
  const source = type === 'source' || type === 'metadata' ? findRecord(records, 'source', id) : null
  if (source !== null) return `source ${source.siglum} (${source.path})`
  const tag = type === 'tag' ? findRecord(records, 'tag', id)?.name : undefined
  return tag === undefined ? `${type} ${id}` : `tag ${tag}`
}

function shorten(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim())
  return characters.length <= ABOUT_LENGTH ? characters.join('') : `${characters.slice(0, ABOUT_LENGTH - 1).join('')}…`
}

function asFileName(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)
}
