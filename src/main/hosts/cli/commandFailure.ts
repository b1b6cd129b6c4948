/** The input is at fault: exit code 1. `message` says what and where, in one line. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** The command was called wrongly: exit code 2. `message` says how, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Whoever read our output has gone, as `head` does: there is nobody to tell, and nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** A message as one line without control characters, since names of files may hold any. */
export function oneLine(message: string): string {
  return message
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd')
    .trim()
}
