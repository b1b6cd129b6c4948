import { DOUBLING_VERBS, IRREGULAR_PLURALS, IRREGULAR_VERBS } from './otherWords'

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing'

const PARTS = new Map(IRREGULAR_VERBS.split(/[|\n]+/).map((row) => [row.split(' ')[0]!, row.split(' ')] as const))
const PLURALS = new Map(IRREGULAR_PLURALS.split('|').map((row) => row.split(' ') as [string, string]))
const DOUBLING = new Set(DOUBLING_VERBS.split('|'))
const VOWEL = /[aeiou]/

export function pluralOf(noun: string): string {
  return PLURALS.get(noun) ?? withS(noun)
}

export function inflectVerb(verb: string, form: VerbForm): string {
  const parts = PARTS.get(verb)
  switch (form) {
    case 'base':
      return verb
    case 'third':
      return verb === 'be' ? 'is' : verb === 'have' ? 'has' : withS(verb)
    case 'past':
      return parts?.[1] ?? withEnding(verb, 'ed')
    case 'participle':
      return parts?.[2] ?? withEnding(verb, 'ed')
    case 'ing':
      return withEnding(verb, 'ing')
  }
}

export function adverbOf(adjective: string): string {
  if (/[^aeiou]le$/.test(adjective)) return `${adjective.slice(0, -1)}y`
  if (/[^aeiou]y$/.test(adjective)) return `${adjective.slice(0, -1)}ily`
  if (adjective.endsWith('ic')) return `${adjective}ally`
  return adjective.endsWith('ll') ? `${adjective}y` : `${adjective}ly`
}

export function articleBefore(word: string): string {
  return /^(?:[aeio]|u(?!n[aeiou]|s[eu]|rg)|hou?r|hon)/i.test(word) && !/^(?:one|eu)/i.test(word) ? 'an' : 'a'
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/(?:go|to)$/.test(word) && word.length > 2) return `${word}es`
  return word === 'go' ? 'goes' : `${word}s`
}

function withEnding(verb: string, ending: 'ed' | 'ing'): string {
  const vowelFirst = ending === 'ing'
  if (/ie$/.test(verb)) return vowelFirst ? `${verb.slice(0, -2)}ying` : `${verb}d`
  if (/[^eoy]e$/.test(verb)) return verb.slice(0, -1) + ending
  if (/[^aeiou]y$/.test(verb) && !vowelFirst) return `${verb.slice(0, -1)}ied`
  return DOUBLING.has(verb) && !VOWEL.test(verb.at(-1)!) ? verb + verb.at(-1)! + ending : verb + ending
}
