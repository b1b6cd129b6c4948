import { MATCH_KINDS, type MatchSettings } from '../../../core/match/passageMatch'
import { scoreWords } from './passageWords'

/** What counts as a passage, in short: "5+ words · identical, near · score 0.3+". */
export function settingsWords({ smallestPassageWords, kinds, leastScore }: MatchSettings): string {
  const listed = MATCH_KINDS.filter((kind) => kinds.includes(kind))
  const which = listed.length === MATCH_KINDS.length ? 'all kinds' : listed.length === 0 ? 'no kind' : listed.join(', ')
  const score = leastScore === 0 ? 'any score' : `${scoreWords(leastScore)}+`
  return `${smallestPassageWords}+ words · ${which} · ${score}`
}
