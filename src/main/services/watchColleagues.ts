import { findRecord, type ReviewRecords } from '../../core/claim/recordTable'
import { WorkbenchError } from '../../contract/errors'
import { withColleaguesVersion } from './colleagueVersions'
import { withEarlierTexts } from './earlierTexts'
import type { ColleagueNews, ReviewStore } from './ports'
import { readMissing } from './readings'
import type { CorpusSession, OpenSource, ServiceContext } from './session'
import { hasOtherText, newVersionEvent } from './sources'

/** Takes over, in turn, what colleagues write into the review while it is open, and tells the renderers with names. */
export function watchColleagues(context: ServiceContext, store: ReviewStore): { close(): Promise<void> } {
  let waiting = false
  return store.watch(() => {
    if (waiting) return
    waiting = true
    const looked = context.inTurn(() => {
      waiting = false
      return lookAtColleagues(context, store)
    })
    // Nobody waits for this, and a rejection that nobody hears would end the program.
    looked.catch((error: unknown) => context.onBug(error, 'reading what colleagues wrote'))
  })
}

/** Several watchers as one. */
export function watchTogether(watchers: readonly { close(): Promise<void> }[]): { close(): Promise<void> } {
  return {
    async close() {
      await Promise.all(watchers.map((watcher) => watcher.close()))
    },
  }
}

async function lookAtColleagues(context: ServiceContext, store: ReviewStore): Promise<void> {
  if (context.session?.store !== store) return
  const news = await store.refresh()
  if (news.changed) await takeOver(context, store, news)
}

/** Shows what others did. Only in turn. */
export async function takeOver(context: ServiceContext, store: ReviewStore, news: ColleagueNews): Promise<void> {
  if (context.session?.store !== store) return
  await keepLetters(store)
  const before = context.session.sources
  const session = await withPresentSources(context, context.session)
  context.session = session
  for (const [id, source] of session.sources)
    if (hasOtherText(before.get(id), source)) context.emit(newVersionEvent(session, source))
  const ofCorpus = ['source', 'metadata', 'furniture', 'settings', 'reviewer'] as const
  if (news.anew || ofCorpus.some((type) => news.types.has(type))) context.emit({ kind: 'corpus-changed' })
  context.emit({ kind: 'review-changed' })
  const { colleagues } = news
  if (colleagues.length === 0) return
  context.emit({
    kind: 'colleague-changed',
    names: colleagues.map(({ id, name }) => nameOf(store.records(), id, name)),
    actions: colleagues.reduce((sum, { actions }) => sum + actions, 0),
  })
}

/** A letter that cannot be written down now is shown all the same, and written down another time. */
async function keepLetters(store: ReviewStore): Promise<void> {
  try {
    await store.keepLetters()
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
  }
}

/** The sources as they are registered now, with those that only colleagues have and somebody cites, and the texts that are cited. */
async function withPresentSources(context: ServiceContext, session: CorpusSession): Promise<CorpusSession> {
  const { dataFolder, store } = session
  const records = store.records()
  const present = new Map<string, OpenSource>()
  for (const [id, source] of session.sources) {
    const registered = findRecord(records, 'source', id) ?? source.registered
    const now = registered === source.registered ? source : { ...source, registered }
    present.set(id, await withColleaguesVersion(context, session, now))
  }
  const missing = await readMissing(context.corpus, records, { dataFolder, present })
  const all = { dataFolder, sources: [...present.values(), ...missing] }
  const sources = await withEarlierTexts(context.corpus, records, all)
  return { ...session, sources: new Map(sources.map((source) => [source.registered.id, source])) }
}

function nameOf(records: ReviewRecords, id: string, signed: string | null): string {
  return findRecord(records, 'reviewer', id)?.name ?? signed ?? id
}
