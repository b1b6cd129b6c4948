/** How many lines two chains have in common; -1 when one is the beginning of the other. */
export function commonLength(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length)
  if (shorter === 0 || a[shorter - 1] === b[shorter - 1]) return -1
  let common = 0
  while (a[common] === b[common]) common++
  return common
}

/** Whether a chain is the beginning of another, or all of it. */
export function isBeginningOf(part: readonly string[], whole: readonly string[]): boolean {
  return part.length <= whole.length && commonLength(part, whole) === -1
}
