type Env = Readonly<Record<string, string | undefined>>

/** The types of scripts/startPlan.mjs, which is plain JavaScript since `npm start` runs before anything is built. */
interface StartPlan {
  readonly readStartArguments: (args: readonly string[]) => {
    folder: string | null
    data: string | null
    browser: boolean
    help: boolean
    problem: string | null
  }
  readonly windowObstacle: (here: { platform: string; env: Env; uid: number | null; browser: boolean }) => string | null
  readonly browserSentence: (obstacle: string) => string
  readonly executableInside: (platform: string) => string
  readonly earlyEnd: (end: { code: number | null; signal: string | null; stderr: string }) => string
  readonly fetchFailure: (output: string) => string
  readonly mayOpenBrowser: (here: { platform: string; env: Env; uid: number | null }) => boolean
  readonly appWindowBrowsers: (here: { platform: string; env: Env }) => string[]
  readonly isOutdated: (build: { outputs: readonly (number | null)[]; newestSource: number }) => boolean
  readonly progressLine: (version: string, received: number, total: number | null) => string
}

export const startPlan = (await import(new URL('../../scripts/startPlan.mjs', import.meta.url).href)) as StartPlan
