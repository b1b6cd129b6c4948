import type { SetAsideFile, SourceProblem } from '../services/ports'

/** What can be said of a file that was opened all the same. Codes are stable; messages are for people. */
export const PROBLEM_CODES = [
  'EMPTY',
  'DUPLICATE',
  'MISNAMED',
  'REPLACED_CHARACTERS',
  'ENCODING_DOUBTFUL',
  'NUL_CHARACTERS',
  'FRONT_MATTER_UNREADABLE',
  'METADATA_IGNORED',
  'NOT_EXTRACTED',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Why a file was not opened. Codes are stable; messages are for people. */
export const SET_ASIDE_CODES = [
  'BINARY',
  'UNREADABLE',
  'TOO_LARGE',
  'UNSUPPORTED',
  'UNSUPPORTED_ENCODING',
  'LINK_OUTSIDE',
  'LINK_CIRCULAR',
  'LINK_FOLDER',
] as const
export type SetAsideCode = (typeof SET_ASIDE_CODES)[number]

export function problem(code: ProblemCode, message: string): SourceProblem {
  return { code, message }
}

export function setAside(path: string, code: SetAsideCode, message: string): SetAsideFile {
  return { path, code, message }
}

/** At most this many characters of a file's own words in a message, so that a message stays one line. */
export const MOST_QUOTED = 60

/** Words of a file as they may stand in a message: one line, no control characters, not long. */
export function quoted(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const characters = Array.from(line)
  const short = characters.length > MOST_QUOTED ? `${characters.slice(0, MOST_QUOTED).join('')}…` : line
  return `“${short}”`
}

/** "1 character", "2 characters". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
