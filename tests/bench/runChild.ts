import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { answerSchema, FIRST_DONE, READY, type Answer, type Job } from './jobs'

/** What came of a measure: its answer, or that it was ended after its time, or why there is none. */
export type Outcome = Answer | { readonly kind: 'over'; readonly limitMs: number }

/** Time for making the texts, before the clock starts. */
const PREPARING_MS = 120_000
/** Time for the rounds after the first. */
const ROUNDS_MS = 300_000

/** Measures in a process of its own, which is ended when the first run takes longer than the limit. */
export function runChild(job: Job, limitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./measureChild.mjs', import.meta.url)), JSON.stringify(job)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let complaint = ''
    let outcome: Outcome | null = null
    let timer = setTimeout(end, PREPARING_MS)
    function end() {
      outcome ??= { kind: 'over', limitMs }
      child.kill('SIGKILL')
    }
    child.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(timer)
      if (line === READY) timer = setTimeout(end, limitMs)
      else if (line === FIRST_DONE) timer = setTimeout(end, ROUNDS_MS)
      else outcome = v.parse(answerSchema, JSON.parse(line))
    })
    child.on('error', (error) => (complaint += error.message))
    child.on('close', (code) => {
      clearTimeout(timer)
      const why =
        complaint
          .trim()
          .split('\n')
          .find((line) => /error/i.test(line)) ?? `it ended with code ${code ?? 'none'}`
      resolve(outcome ?? { kind: 'nothing', reason: why })
    })
  })
}
