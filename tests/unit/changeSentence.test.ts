import { describe, expect, it } from 'vitest'
import { CHANGE_CLASSES } from '../../src/core/anchor/anchor'
import { changeSentence } from '../../src/core/anchor/changeSentence'

describe('a difference in words', () => {
  it('names its class and both wordings', () => {
    expect(changeSentence({ class: 'number', from: 'four', to: 'seven' })).toBe('A number changed: four, now seven')
  })

  it('says what was put in or taken out', () => {
    expect(changeSentence({ class: 'negation', from: 'not', to: '' })).toBe('A negation was taken out: not')
    expect(changeSentence({ class: 'wording', from: '', to: 'ו\u00a0עוד' })).toBe('Words were put in: ו עוד')
  })

  it('stays on one line, whatever white space the wordings hold', () => {
    const change = { class: 'wording', from: 'one\r\n\r\ntwo', to: '\u{1f50e}\n' } as const
    expect(changeSentence(change)).toBe('The wording changed: one two, now \u{1f50e}')
  })

  it('is told apart by its class', () => {
    const all = CHANGE_CLASSES.map((one) => changeSentence({ class: one, from: 'a', to: 'b' }))
    expect(new Set(all).size).toBe(CHANGE_CLASSES.length)
  })
})
