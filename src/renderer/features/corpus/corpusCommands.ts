import type { Command } from '../../state/commands.svelte'
import type { MatchedCorpus } from '../../state/matchedCorpus.svelte'

const GROUP = 'Corpus'

/** What can be done while the whole corpus shows. */
export function corpusCommands(corpus: MatchedCorpus): readonly Command[] {
  const ready = (): boolean => corpus.matching !== null
  return [
    {
      id: 'desk.otherPaneNext',
      title: 'Next part of the view',
      group: GROUP,
      key: ']',
      ctrlKey: null,
      scope: 'list',
      enabled: ready,
      run: () => corpus.turn(1),
    },
    {
      id: 'desk.otherPanePrevious',
      title: 'Previous part of the view',
      group: GROUP,
      key: '[',
      ctrlKey: null,
      scope: 'list',
      enabled: ready,
      run: () => corpus.turn(-1),
    },
    {
      id: 'corpus.match',
      title: 'Match the corpus again',
      group: GROUP,
      key: null,
      ctrlKey: null,
      run: () => void corpus.match(),
    },
    {
      id: 'corpus.stopMatching',
      title: 'Stop matching the corpus',
      group: GROUP,
      key: null,
      ctrlKey: null,
      enabled: () => corpus.status === 'busy',
      run: () => void corpus.stop(),
    },
    {
      id: 'corpus.forgetMatching',
      title: 'Throw the stored matching away',
      group: GROUP,
      key: null,
      ctrlKey: null,
      run: () => void corpus.forget(),
    },
  ]
}
