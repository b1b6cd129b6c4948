import type { AnchorChange, ChangeClass } from './anchor'

const CLASS_WORDS: Readonly<Record<ChangeClass, string>> = {
  number: 'a number',
  time: 'a time',
  date: 'a date',
  amount: 'an amount',
  unit: 'a unit',
  negation: 'a negation',
  modal: 'a modal verb',
  hedge: 'a hedge',
  speaker: 'the speaker',
  name: 'a name',
  quotation: 'a quotation mark',
  wording: 'the wording',
  capitals: 'capital letters',
  punctuation: 'the punctuation',
}

/** Why an anchor was resolved as it was, for people. */
export const WHY = {
  sameText: 'The text is the one that was cited.',
  sameNeighbours: 'The same words stand among the same neighbours.',
  nearlySameNeighbours: 'The same words stand among nearly the same neighbours.',
  putInBeside: 'The same words stand between the same neighbours; something beside them was put in or taken out.',
  onlyPlace: 'The words stand in one place only.',
  moved: 'The same words stand among other neighbours, and only there.',
  sameInSeveral: 'The same words stand among the same neighbours in several places.',
  severalBetween: 'The words stand several times between their old neighbours.',
  severalPlaces: 'The words stand in several places, and their neighbours do not tell which is meant.',
  severalAlike: 'Several places are alike, and none has the same words.',
  deleted: 'The words were taken out: what stood before and behind them now stands together.',
  deletedShort:
    'The words were taken out: what stood before and behind them now stands together. They also stand elsewhere, among other neighbours, and are too few to be sure that they are the same ones.',
  tooShort:
    'The words stand in one other place, among other neighbours: too few words to be sure that they are the same ones.',
  replaced: 'Other words, not like the quoted ones, now stand between what stood before and behind them.',
  leftBehind:
    'The words are gone from their place; the same ones, which stood elsewhere all along, are not the cited ones.',
  nowhere: 'Neither the words nor their place were found.',
  inVeryMany(count: number): string {
    return `The words stand in ${count} places, and their neighbours do not tell which is meant.`
  },
  changed(changes: readonly AnchorChange[]): string {
    const classes = [...new Set(changes.map((change) => CLASS_WORDS[change.class]))]
    const last = classes.at(-1) ?? ''
    const list = classes.length > 1 ? `${classes.slice(0, -1).join(', ')} and ${last}` : last
    return `The place is certain and the words are not the same: ${list} ${classes.length > 1 ? 'differ' : 'differs'}.`
  },
}
