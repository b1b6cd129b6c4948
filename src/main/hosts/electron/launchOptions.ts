import { dirname, resolve } from 'node:path'

export type LaunchOptions = {
  /** Absolute; null when none was named. */
  readonly folder: string | null
  /** Absolute; null for beside the sources. */
  readonly dataFolder: string | null
  /** Absolute; null for the system's place. */
  readonly configDir: string | null
}

export type LaunchSurroundings = {
  /** What the person typed: `argsOfPerson`. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/**
 * What follows the program in a command such as `electron --inspect . folder`, or the executable where the program is
 * packed into it. Tools put switches of their own in front, some with values, so counting would not find the place.
 */
export function argsOfPerson(started: {
  readonly argv: readonly string[]
  readonly programPath: string
  readonly cwd: string
}): readonly string[] {
  const program = started.argv.findIndex((arg, index) => {
    const path = resolve(started.cwd, arg)
    return index > 0 && (path === started.programPath || dirname(path) === started.programPath) && !arg.startsWith('-')
  })
  return started.argv.slice(program === -1 ? 1 : program + 1)
}

/** What the person asked for on the command line. Switches that are not ours are Chromium's and passed over. */
export function readLaunchOptions({ args, env, cwd }: LaunchSurroundings): LaunchOptions {
  let folder: string | null = null
  let dataFolder: string | null = env['CROSSREAD_DATA_DIR'] ?? null
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--data') {
      index += 1
      dataFolder = args[index] ?? dataFolder
    } else if (arg.startsWith('--data=')) dataFolder = arg.slice('--data='.length)
    else if (!arg.startsWith('-')) folder ??= arg
  }
  return {
    folder: absolute(cwd, folder),
    dataFolder: absolute(cwd, dataFolder),
    configDir: absolute(cwd, env['CROSSREAD_CONFIG_DIR'] ?? null),
  }
}

/** An empty text names nothing; resolving it would name the working folder. */
function absolute(cwd: string, path: string | null): string | null {
  return path === null || path === '' ? null : resolve(cwd, path)
}
