import { describe, expect, it } from 'vitest'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS, type MatchableText } from '../../src/core/match/passageMatch'
import { sliceRange } from '../../src/core/text/textRange'

const LIGHTHOUSE = [
  'The keeper of the Hallow Point lighthouse climbed one hundred and ninety steps each evening to wind the brass clockwork that turned the lens.',
  'When the railway arrived in the harbour, engineers from the coastal board proposed a paraffin burner with a mantle of woven silk.',
  'He refused it twice, until a winter gale broke three panes of the lantern and soaked the wicks in salt water.',
  'The board repaired the glass in February, fitted the burner without asking, and sent a silver watch to his daughter.',
].join(' ')
const BAKERY = [
  'Flour merchants along the canal sold rye by the sack, and the bakers of Quarry Lane mixed it with barley to make a dark loaf that kept for a week.',
  'Apprentices slept above the ovens in winter and on the roof in summer.',
  'A loaf cost two pence on market days, and the price was chalked upon the shutter before dawn.',
].join(' ')
const ORCHARD = [
  'Grafting pears onto quince keeps the trees low enough for children to pick from a stool.',
  'The nursery in Aldermere sells whips at two years of age, with labels punched in zinc so that snails cannot eat the names.',
  'Plant them before frost hardens the clay, and never let grass reach the stems.',
].join(' ')
const CHESS = [
  'Our club meets on Thursdays in the library annex, where the radiators knock and the boards are older than most of the members.',
  'Beginners receive a pamphlet of endings, a pencil and a promise that nobody will laugh.',
  'The spring tournament runs over five rounds with an hour on each clock.',
].join(' ')

function text(...paragraphs: readonly string[]): MatchableText {
  return { text: paragraphs.join('\n\n'), setAside: [] }
}

function regionsOf(a: MatchableText, b: MatchableText) {
  return matchPair(a, b, DEFAULT_MATCH_SETTINGS).regions.map((region) => ({
    kind: region.kind,
    a: sliceRange(a.text, region.a),
    b: sliceRange(b.text, region.b),
    passages: region.passages,
    score: region.score,
  }))
}

describe('regions of a pair', () => {
  it('are one for a paragraph that was copied, from its first word to its last mark', () => {
    const found = regionsOf(text(BAKERY, LIGHTHOUSE, ORCHARD), text(CHESS, LIGHTHOUSE))
    expect(found).toEqual([{ kind: 'identical', a: LIGHTHOUSE, b: LIGHTHOUSE, passages: [0], score: 1 }])
  })

  it('are two for two paragraphs that changed places between others', () => {
    const found = regionsOf(text(LIGHTHOUSE, BAKERY, ORCHARD), text(ORCHARD, CHESS, LIGHTHOUSE))
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [LIGHTHOUSE, LIGHTHOUSE],
      [ORCHARD, ORCHARD],
    ])
  })

  it('are one for a paragraph whose words were put in another order, and hold no passage then', () => {
    const shuffled = `${[...LIGHTHOUSE.replaceAll(/[.,]/g, '').split(' ')]
      .map((word, at) => ({ word, key: (at * 37) % 101 }))
      .sort((one, two) => one.key - two.key)
      .map(({ word }) => word)
      .join(' ')}.`
    const found = regionsOf(text(BAKERY, shuffled, ORCHARD), text(CHESS, LIGHTHOUSE))
    expect(found).toMatchObject([{ kind: 'reworded', a: shuffled, b: LIGHTHOUSE, passages: [] }])
  })

  it('are one for a paragraph that was reworded', () => {
    const reworded = [
      'Every evening the keeper at the lighthouse on Hallow Point went up the one hundred and ninety steps and wound the clockwork of brass by which the lens was turned.',
      'After the railway had come to the harbour, the engineers of the coastal board suggested that a paraffin burner be fitted, its mantle of silk.',
      'Twice he would not have it, but then three lantern panes were broken by a gale in winter and the wicks got wet with salt water.',
      'In February the glass was repaired by the board, which put in the burner unasked and gave the daughter a watch of silver.',
    ].join(' ')
    const found = regionsOf(text(BAKERY, reworded, ORCHARD), text(LIGHTHOUSE, CHESS))
    expect(found).toMatchObject([{ kind: 'reworded', a: reworded, b: LIGHTHOUSE }])
  })

  it('are none for texts that share no more than a phrase, which stays a passage', () => {
    const phrase = 'the harbour master of Wexcombe said on Friday'
    const { passages, regions } = matchPair(
      text(BAKERY, `Nothing moved, ${phrase}, and that was that.`),
      text(CHESS, `Play begins late, ${phrase}.`),
      DEFAULT_MATCH_SETTINGS,
    )
    expect(passages.map(({ kind }) => kind)).toEqual(['identical'])
    expect(regions).toEqual([])
  })

  it('pair a summary with all of the text that it sums up', () => {
    const long = text(
      LIGHTHOUSE,
      ORCHARD,
      CHESS,
      BAKERY,
      'The end of it was never told, and few asked. '.repeat(3).trim(),
    )
    const summary =
      'At Hallow Point the keeper refused a paraffin burner; pears are grafted onto quince in Aldermere; the chess club in the library annex gives beginners a pamphlet; and bakers of Quarry Lane mixed rye with barley.'
    const filler =
      'Tides were measured with a painted pole until the survey bought a float and a drum of paper. Seaweed fouled both, and the clerk wrote what he liked.'
    const found = regionsOf(text(filler, summary), long)
    expect(found).toMatchObject([{ kind: 'reworded', a: summary, b: long.text }])
  })

  it('keep away from text that is set aside, and end where much of it begins', () => {
    const menu = 'Home About Contact Search Sections Weather Sport Business Subscribe Newsletters '.repeat(8).trim()
    const parts = LIGHTHOUSE.split(/(?<=silk\.) /)
    const a = `${parts[0]}\n\n${menu}\n\n${parts[1]}\n\n${BAKERY}`
    const start = a.indexOf('Home')
    const setAside = [{ start, endExclusive: start + menu.length }]
    const found = matchPair({ text: a, setAside }, text(CHESS, LIGHTHOUSE), DEFAULT_MATCH_SETTINGS).regions
    expect(found.map((region) => sliceRange(a, region.a))).toEqual(parts)
  })

  it('may contain a little that is set aside', () => {
    const parts = LIGHTHOUSE.split(/(?<=silk\.) /)
    const a = `${parts[0]}\n\nAdvertisement\n\n${parts[1]}\n\n${BAKERY}`
    const start = a.indexOf('Advertisement')
    const setAside = [{ start, endExclusive: start + 13 }]
    const found = matchPair({ text: a, setAside }, text(CHESS, LIGHTHOUSE), DEFAULT_MATCH_SETTINGS).regions
    expect(found.map((region) => sliceRange(a, region.a))).toEqual([a.slice(0, a.indexOf(BAKERY)).trim()])
  })

  it('list the passages that lie in them on both sides', () => {
    const edited = LIGHTHOUSE.replace('refused it twice', 'would not hear of it').replace(
      'a silver watch',
      'an old clock',
    )
    const { passages, regions } = matchPair(text(BAKERY, edited), text(LIGHTHOUSE, CHESS), DEFAULT_MATCH_SETTINGS)
    expect(regions).toHaveLength(1)
    expect(regions[0]?.kind).toBe('near')
    expect(regions[0]?.passages).toEqual(passages.map((_, index) => index))
    expect(passages.length).toBeGreaterThan(0)
  })
})
