import { listRecords, type ReviewRecords } from '../../core/claim/recordTable'
import { latestOfFile } from '../../core/claim/sourceVersions'
import type { ReportModel, ReportPassage } from '../../core/report/reportModel'
import { shorten, stateDetails, STATE_WORDS } from '../../core/report/reportWords'
import type { Check } from '../../contract/schemas'

/** A file as it is now, by the id of its source. */
export type FileNow = { readonly path: string; readonly sha256: string }

/** Whether every file that was registered is still the one that was read last. New files are no fault. */
export function checkSources(records: ReviewRecords, files: ReadonlyMap<string, FileNow>): Check[] {
  return listRecords(records, 'source').map((source) => {
    const { id, siglum, path } = source
    const what = `source ${siglum}`
    const file = files.get(id)
    const last = latestOfFile(source)
    if (file === undefined) return { what, ok: false, message: `${path} is not in the folder any more.` }
    if (last === null || file.sha256 === last.sha256) {
      return { what, ok: true, message: `${file.path} is the file that was read.` }
    }
    return { what, ok: false, message: `${file.path} has changed since it was read on ${last.readAt}.` }
  })
}

/** Whether every cited passage is still found without doubt, or a reviewer decided what to do about it. */
export function checkPassages(model: ReportModel): Check[] {
  const evidence = model.claims.flatMap((claim) =>
    claim.evidence.flatMap((one) =>
      one.passages.map((passage, index) => checkPassage(`evidence ${one.id}/${index + 1}`, passage)),
    ),
  )
  const notes = model.notes.flatMap((note) =>
    note.passages.map((passage, index) => checkPassage(`note ${note.id}/${index + 1}`, passage)),
  )
  return [...evidence, ...notes]
}

function checkPassage(what: string, passage: ReportPassage): Check {
  const ok = passage.state === 'exact' || passage.state === 'moved' || passage.settled !== null
  const words = [STATE_WORDS[passage.state], ...stateDetails(passage)].map((part) => part.replace(/\.$/u, ''))
  return { what, ok, message: `${passage.siglum} “${shorten(passage.cited.exact)}”: ${words.join('. ')}.` }
}
