import type { CitedView } from '../../contract/reviewSchemas'
import { changeSentence } from '../../core/anchor/changeSentence'

type AnchorWords = { readonly sign: string; readonly words: string; readonly meaning: string; readonly calm: boolean }

/** How a cited passage stands in its source today. Only the first two can be shown in the text. */
export const ANCHOR_WORDS: Readonly<Record<CitedView['state'], AnchorWords>> = {
  exact: { sign: '●', words: 'found', meaning: 'The words stand where they were cited.', calm: true },
  moved: { sign: '→', words: 'moved', meaning: 'The same words stand at another place of the source now.', calm: true },
  changed: {
    sign: '!',
    words: 'the words have changed',
    meaning:
      'The place is certain, but the source says something else there now. The words here are as they were cited.',
    calm: false,
  },
  ambiguous: {
    sign: '?',
    words: 'found in several places',
    meaning: 'These words stand at more than one place of the source, and none is certain.',
    calm: false,
  },
  lost: {
    sign: '×',
    words: 'not found any more',
    meaning: 'The cited words are not in the source any more. They are shown as they were cited.',
    calm: false,
  },
  gone: {
    sign: '×',
    words: 'source is gone',
    meaning: 'The source is not in the folder any more. The words are shown as they were cited.',
    calm: false,
  },
}

/** Each difference in changed words, or why words were not found; empty where there is nothing to explain. */
export function anchorDetails({ state, why, changes }: CitedView): readonly string[] {
  if (state === 'changed') return changes.map(changeSentence)
  return why === null || ANCHOR_WORDS[state].calm ? [] : [why]
}
