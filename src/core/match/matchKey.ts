import { wordKey } from '../text/wordKey'

/** Letters that a word must have for a spelling rule to apply to its end: shorter ones are other words (`four`, `wise`). */
export const SPELLING_RULE_LEAST = 6

/** Letters before such an end. */
const LEAST_BEFORE_ENDING = 3

const TENS = ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** One word, spelt in two ways, where no rule for its end holds. The American spelling stands for both. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...TENS.map((word, at): [string, string] => [word, String(30 + at * 10)]),
  ...pairs('centre center theatre theater metre meter litre liter fibre fiber calibre caliber sombre somber'),
  ...pairs('kilometre kilometer kilometres kilometers centimetre centimeter centimetres centimeters sabre saber'),
  ...pairs('centres centers theatres theaters metres meters litres liters fibres fibers meagre meager'),
  ...pairs('defence defense offence offense offences offenses licence license licences licenses pretence pretense'),
  ...pairs('grey gray catalogue catalog dialogue dialog programme program programmes programs'),
  ...pairs('judgement judgment ageing aging sceptic skeptic sceptical skeptical amongst among whilst while'),
  ...pairs('jewellery jewelry manoeuvre maneuver paediatric pediatric aluminium aluminum'),
  ...pairs('adviser advisor advisers advisors towards toward afterwards afterward'),
])

const OUR = /our(ed|ing|ite|ites|able|s|ful|less|hood|hoods|ly)?$/u
const ISE = /(is|ys)(e|ed|es|ing|er|ers|ation|ations)$/u
const DOUBLE_L = /([aeiou])ll(ed|ing|er|ers|or|ors)$/u
/** Doubled in British spelling only: in `called` or `controlled` the other spelling doubles it too. */
const SINGLE_L_STEMS =
  /^(?:trave|cance|labe|mode|counse|leve|fue|signa|tota|riva|due|marve|quarre|tunne|channe|fune|equa)l/u

/**
 * What two words must share to count as the same in matching: their word key, with British and American spellings of
 * common endings (`-our`, `-ise`, `-yse`, `travelled`) and of some words (`centre`, `defence`, `grey`) as one, and the tens
 * up to ninety as digits.
 */
export function matchKey(word: string): string {
  const key = wordKey(word)
  const known = SPELLINGS.get(key)
  if (known !== undefined) return known
  if (key.length < SPELLING_RULE_LEAST) return key
  // Asked before the expressions, since nearly all words have none of the three.
  if (key.includes('is') || key.includes('ys')) {
    const ending = ISE.exec(key)
    // `promise` and `otherwise` become other keys too, the same ones in both texts.
    if (ending !== null && ending.index >= LEAST_BEFORE_ENDING)
      return `${key.slice(0, ending.index)}${ending[1] === 'ys' ? 'yz' : 'iz'}${ending[2] ?? ''}`
  }
  if (key.includes('our')) {
    const our = OUR.exec(key)
    if (our !== null && our.index >= LEAST_BEFORE_ENDING) return `${key.slice(0, our.index)}or${our[1] ?? ''}`
  }
  return key.includes('ll') && DOUBLE_L.test(key) && SINGLE_L_STEMS.test(key) ? key.replace(DOUBLE_L, '$1l$2') : key
}

function pairs(words: string): (readonly [string, string])[] {
  const list = words.split(' ')
  return list.flatMap((word, at) => (at % 2 === 0 ? [[word, list[at + 1] ?? word] as const] : []))
}
