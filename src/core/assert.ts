/** A mistake of ours, never of the user's: it is not meant to be caught or shown as advice. */
export class BugError extends Error {
  override readonly name = 'BugError'
}

/** @throws {BugError} when `condition` does not hold */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BugError(message)
}

/** Makes a `switch` over a union exhaustive at compile time. @throws {BugError} when reached at run time */
export function assertNever(value: never): never {
  throw new BugError(`unexpected value: ${JSON.stringify(value)}`)
}
