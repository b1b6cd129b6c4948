/** Runs the work after all that was asked for before it has ended, well or badly, and hands on what becomes of it. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** A queue of its own: what replaces the open corpus goes through one, so that no step builds on a corpus that another step replaces meanwhile. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}
