/** Processor time. */
export type Measure = {
  readonly medianMs: number
  /** Half of the rounds lie between these two. */
  readonly lowerMs: number
  readonly upperMs: number
  readonly rounds: number
}

/**
 * Time that the rounds may take together (at least LEAST_ROUNDS are run all the same), of which a part warms up; and from
 * which time on a first run is the only one: warming up changes little in it.
 */
export type Effort = { readonly budgetMs: number; readonly mostRounds: number; readonly oneRunMs: number }
const LEAST_ROUNDS = 3
/** Part of the budget that goes into warming up: a program is compiled while it runs. */
const WARMING_PART = 0.3

/** Short runs are repeated until they take so long together: the clock of a process is not fine. */
const LEAST_TIMED_MS = 3

/** Runs both in turn, so that what slows the machine slows both. `onFirst` is called when the subject has run once. */
export function measureTogether(subject: () => unknown, floor: () => unknown, effort: Effort, onFirst: () => void) {
  const { budgetMs, mostRounds, oneRunMs } = effort
  const floorTimes: number[] = []
  const times: number[] = []
  const first = processorTime(subject)
  onFirst()
  const floorRepeats = repeatsFor(processorTime(floor))
  if (first > oneRunMs) {
    times.push(first)
    for (let round = 0; round < LEAST_ROUNDS; round++) floorTimes.push(processorTime(floor, floorRepeats))
    return { subject: summarise(times), floor: summarise(floorTimes) }
  }
  let last = first
  for (let spent = first; spent < budgetMs * WARMING_PART; spent += last) last = processorTime(subject)
  const repeats = repeatsFor(last)
  const rounds = Math.min(mostRounds, Math.max(LEAST_ROUNDS, Math.floor(budgetMs / Math.max(last, 0.01))))
  for (let round = 0; round < rounds; round++) {
    floorTimes.push(processorTime(floor, floorRepeats))
    times.push(processorTime(subject, repeats))
  }
  return { subject: summarise(times), floor: summarise(floorTimes) }
}

function repeatsFor(ms: number): number {
  return Math.max(1, Math.min(20, Math.ceil(LEAST_TIMED_MS / Math.max(ms, 0.01))))
}

/**
 * Milliseconds of processor time of one run: unlike the clock on the wall it does not count what other programs take, but
 * what the collector of garbage does on other cores.
 */
export function processorTime(run: () => unknown, repeats = 1): number {
  const before = process.cpuUsage()
  for (let time = 0; time < repeats; time++) run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / repeats
}

export function summarise(times: readonly number[]): Measure {
  const sorted = [...times].sort((one, two) => one - two)
  return {
    medianMs: quantile(sorted, 0.5),
    lowerMs: quantile(sorted, 0.25),
    upperMs: quantile(sorted, 0.75),
    rounds: sorted.length,
  }
}

/** Between two values in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
  return low + (high - low) * (place % 1)
}
