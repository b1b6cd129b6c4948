import type { RegisteredSource, RegisteredVersion } from './reviewRecord'

/** The state of the source's file that was read last, whatever a reviewer brought in since; null when it was never read. */
export function latestOfFile({ versions }: Pick<RegisteredSource, 'versions'>): RegisteredVersion | null {
  return versions.findLast((version) => version.imported !== true) ?? null
}

/**
 * The version that a reviewer brought in and that is shown in place of a file with these bytes; null when the file itself
 * is: it changed since, or nothing was brought in.
 */
export function shownInstead(
  source: Pick<RegisteredSource, 'versions'>,
  file: { readonly sha256: string },
): RegisteredVersion | null {
  const latest = source.versions.at(-1)
  return latest?.imported === true && latestOfFile(source)?.sha256 === file.sha256 ? latest : null
}
