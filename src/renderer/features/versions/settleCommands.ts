import type { Command } from '../../state/commands.svelte'
import type { Settling } from '../../state/settling.svelte'
import type { UnsettledCitation } from '../../state/unsettled'

/** More candidates than there are digits are chosen by their buttons. */
export const MOST_DIGITS = 9

type Options = {
  readonly settling: Settling
  /** What the keys are about; null when there is nothing. */
  readonly chosen: () => UnsettledCitation | null
  readonly writable: () => boolean
  readonly within: () => Element | null
  /** Runs after one was settled. */
  readonly settled: () => void
}

const GROUP = 'Settling'

/** One key each: follow the source, keep as cited, show it there. */
export function settleCommands({ settling, chosen, writable, within, settled }: Options): readonly Command[] {
  const settle = (act: (one: UnsettledCitation) => Promise<boolean>) => (): void => {
    const one = chosen()
    if (one !== null) void act(one).then((done) => (done ? settled() : undefined))
  }
  const enabled = (): boolean => chosen()?.sealed === false && writable()
  const shared = { group: GROUP, within, scope: 'list' } as const
  return [
    {
      ...shared,
      id: 'settle.follow',
      title: 'Cite the words as they stand now',
      key: 'f',
      ctrlKey: 'Ctrl+Shift+F',
      enabled,
      run: settle((one) => settling.follow(one)),
    },
    {
      ...shared,
      id: 'settle.keep',
      title: 'Keep the words as they were cited',
      key: 'p',
      ctrlKey: 'Ctrl+Shift+K',
      enabled,
      run: settle((one) => settling.keep(one)),
    },
    {
      ...shared,
      id: 'settle.show',
      title: 'Show the place in its source',
      key: 'Enter',
      ctrlKey: null,
      enabled: () => chosen() !== null,
      run: () => {
        const one = chosen()
        if (one !== null) settling.showInSource(one)
      },
    },
  ]
}

/** A digit for each place that ambiguous words may be at. They are there only while such words are chosen. */
export function candidateCommands(options: Options & { readonly candidates: number }): readonly Command[] {
  const { settling, chosen, writable, within, settled, candidates } = options
  return Array.from({ length: Math.min(candidates, MOST_DIGITS) }, (_, index) => ({
    id: candidateCommand(index),
    title: `Cite the words at place ${index + 1}`,
    group: GROUP,
    key: String(index + 1),
    ctrlKey: `Ctrl+Shift+${index + 1}`,
    within,
    scope: 'list' as const,
    enabled: () => chosen()?.sealed === false && writable(),
    run: () => {
      const one = chosen()
      if (one !== null) void settling.follow(one, index).then((done) => (done ? settled() : undefined))
    },
  }))
}

export function candidateCommand(index: number): string {
  return `settle.candidate${index + 1}`
}
