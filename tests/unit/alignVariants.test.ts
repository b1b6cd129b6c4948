import { describe, expect, it } from 'vitest'
import { alignVariants } from '../../src/core/diff/alignVariants'

/** Each row as text: a cell a piece, with a sign for what it is to the base and `*n` when it covers several columns. */
function table(variants: readonly string[], base = 0): string[] {
  const signs = { same: '', 'left out': '−', 'put in': '+', replaced: '~', none: '·' }
  const { rows } = alignVariants(variants, base)
  return rows.map((cells, row) =>
    cells
      .map(({ kind, from, to, range }) => {
        const words = variants[row]?.slice(range.start, range.endExclusive).trim() ?? ''
        return `${signs[kind]}${words}${to - from > 1 ? `*${to - from}` : ''}`
      })
      .join('|'),
  )
}

describe('the variants of a passage, lined up', () => {
  it('gives every source a row, and one column to what stands the same in all', () => {
    expect(table(['We need medics here', 'We need medics here'])).toEqual([
      'We need medics here',
      'We need medics here',
    ])
  })

  it('tells left out, put in and replaced apart in the body-camera quotation', () => {
    const base = "We need to know if you're okay"
    expect(
      table([base, 'We need to know if you’re O.K.', 'We need to know if you are really okay', 'We need if okay']),
    ).toEqual([
      "We need|to know|if|you're|okay",
      'We need|to know|if|you’re|~O.K.',
      'We need|to know|if|~you are really|okay',
      'We need|−|if|−|okay',
    ])
  })

  it('puts what several sources add at one place into one column, and leaves it empty for the others', () => {
    expect(table(['we can over', 'we can go over', 'we can run over', 'we can over'])).toEqual([
      'we can|·|over',
      'we can|+go|over',
      'we can|+run|over',
      'we can|·|over',
    ])
  })

  it('lets a long change of one source run over the columns that a short one of another needs', () => {
    expect(table(['one two three four', 'one 2 three four', 'one all of it four'])).toEqual([
      'one|two|three|four',
      'one|~2|three|four',
      'one|~all of it*2|four',
    ])
  })

  it('takes a base in any place, and turns left out and put in round with it', () => {
    const variants = ['we can go over', 'we can over']
    expect(table(variants, 0)).toEqual(['we can|go|over', 'we can|−|over'])
    expect(table(variants, 1)).toEqual(['we can|+go|over', 'we can|·|over'])
  })

  it('says for each cell which words of the base it answers', () => {
    const base = 'we can go over'
    const [, second] = alignVariants([base, 'we may over'], 0).rows
    const answered = (second ?? []).map(({ base: range }) => base.slice(range.start, range.endExclusive))
    expect(answered).toEqual(['we ', 'can go ', 'over'])
  })

  it('passes over white space, forms of quotation marks, soft hyphens and how letters are composed', () => {
    expect(table(['“re\u0301sume\u0301”  of\nthe day', '"ré\u00adsumé" of\u00a0the day'])).toEqual([
      '“re\u0301sume\u0301”  of\nthe day',
      '"ré\u00adsumé" of\u00a0the day',
    ])
  })

  it('keeps astral characters, marks and right-to-left words whole', () => {
    expect(table(['שלום עולם 😀 ok', 'שלום לעולם 👩🏽‍🚀 ok'])).toEqual(['שלום|עולם 😀|ok', 'שלום|~לעולם 👩🏽‍🚀|ok'])
  })

  it('shows a source without one shared word as replaced, and one without words as left out', () => {
    expect(table(['one two', 'three', '  '])).toEqual(['one two', '~three', '−'])
  })

  it('holds nothing when the base is not among the variants', () => {
    expect(alignVariants(['one'], 3)).toEqual({ columns: 0, rows: [] })
  })
})
