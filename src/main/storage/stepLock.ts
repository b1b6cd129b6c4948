import { setTimeout as wait } from 'node:timers/promises'
import lockfile from 'proper-lockfile'
import { systemCode } from './storageFailure'

/** Milliseconds after which the lock of a step counts as left behind by a crash; a step takes a few. The library allows no less. */
export const STALE_STEP_MS = 2_000
/** Milliseconds to wait for another program's step: past the time in which one that was left behind becomes free. */
export const STEP_PATIENCE_MS = 5_000
/** Milliseconds between two tries: more looks less often, less gets on sooner. */
export const STEP_RETRY_MS = 40

/**
 * Locks a path for one short step, waiting while another program is in it; the result ends the step.
 * Waiting is ours, since the library would also wait for permissions and full disks to get better.
 * @throws with the code ELOCKED when the other one does not end, or as the system does when there can be no lock
 */
export async function lockForStep(path: string): Promise<() => Promise<void>> {
  const patienceEnds = Date.now() + STEP_PATIENCE_MS
  for (;;) {
    try {
      const release = await lockfile.lock(path, {
        lockfilePath: path,
        realpath: false,
        stale: STALE_STEP_MS,
        // A step that was held up so long is over in a moment; what it wrote is whole either way.
        onCompromised: () => undefined,
      })
      return () => release().catch(() => undefined)
    } catch (error) {
      if (systemCode(error) !== 'ELOCKED' || Date.now() > patienceEnds) throw error
      await wait(STEP_RETRY_MS)
    }
  }
}
