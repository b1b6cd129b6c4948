import { describe, expect, it } from 'vitest'
import { findRepeated, readPage } from '../../src/core/match/repeatedFurniture'

const FOOT = 'Follow the Harbour Gazette for more news of the coast and its towns.'
const BODY_WORDS = 'harbour lantern keeper orchard ferry council gauge bridge siren window garden school'.split(' ')

/** A paragraph of 24 words that no other number has. */
function telling(number: number): string {
  return `${Array.from({ length: 24 }, (_, at) => `${BODY_WORDS[(at * 7 + number) % BODY_WORDS.length] ?? ''}${number}`).join(' ')}.`
}

type Given = { readonly outlet?: string | null; readonly kept?: readonly { start: number; endExclusive: number }[] }

function page(text: string, { outlet = 'Gazette', kept = [] }: Given = {}) {
  return { text, page: readPage(text, []), outlet, kept }
}

function repeatedOf(pages: readonly ReturnType<typeof page>[]): string[] {
  return findRepeated(pages).map(
    ({ page: number, range }) => `${number}: ${pages[number]?.text.slice(range.start, range.endExclusive) ?? ''}`,
  )
}

function stories(count: number, foot = FOOT): string[] {
  return Array.from({ length: count }, (_, at) => `${telling(at)}\n\n${telling(at + 100)}\n\n${foot}\n`)
}

describe('what pages repeat', () => {
  it('is set aside from three stories of one outlet on, with how many in words', () => {
    const pages = stories(3).map((text) => page(text))
    expect(repeatedOf(pages)).toEqual([`0: ${FOOT}`, `1: ${FOOT}`, `2: ${FOOT}`])
    expect(findRepeated(pages)[0]?.why).toBe('stands alike in 3 of 3 stories of Gazette')
    expect(repeatedOf(pages.slice(1))).toEqual([])
  })

  it('is kept where fewer than half of the stories of the outlet have it', () => {
    const others = Array.from({ length: 4 }, (_, at) => page(`${telling(at + 50)}\n\n${telling(at + 70)}\n`))
    expect(repeatedOf([...stories(3).map((text) => page(text)), ...others])).toEqual([])
  })

  it('is not the story of an agency, however many print it, nor its last line', () => {
    const story = `${telling(1)}\n\n${telling(2)}\n\nThe inquiry goes on, and no one has been charged.\n`
    const outlets = Array.from({ length: 12 }, (_, at) => page(story, { outlet: `Outlet ${at}` }))
    expect(repeatedOf(outlets)).toEqual([])
    expect(repeatedOf(Array.from({ length: 5 }, () => page(story)))).toEqual([])
  })

  it('is not a quotation, a long paragraph, or what stands in the middle of a page', () => {
    const quotation = '“We will not leave the harbour,” the keeper said.'
    expect(repeatedOf(stories(5, quotation).map((text) => page(text)))).toEqual([])
    const long = `${FOOT} `.repeat(6).trim()
    expect(repeatedOf(stories(5, long).map((text) => page(text)))).toEqual([])
    const middle = stories(5).map((text, at) => {
      const around = Array.from({ length: 10 }, (_, line) => `A line of its own: ${at} and ${line}.`).join('\n\n')
      return page(`${around}\n\n${text}\n\n${around}`)
    })
    expect(repeatedOf(middle)).toEqual([])
  })

  it('is set aside without an outlet when many stories have it', () => {
    const line = 'This material may not be published or broadcast anew.'
    const pages = stories(8, line).map((text) => page(text, { outlet: null }))
    expect(repeatedOf(pages)).toHaveLength(8)
    expect(findRepeated(pages)[0]?.why).toBe('stands alike in 8 of 8 stories')
    expect(repeatedOf(pages.slice(1))).toEqual([])
  })

  it('is given back where a reviewer ruled that it is the article’s own', () => {
    const texts = stories(4)
    const start = texts[0]?.indexOf(FOOT) ?? 0
    const pages = texts.map((text, at) => page(text, { kept: at === 0 ? [{ start, endExclusive: start + 6 }] : [] }))
    expect(repeatedOf(pages)).toEqual([`1: ${FOOT}`, `2: ${FOOT}`, `3: ${FOOT}`])
  })

  it('is found in other scripts and whatever the case and white space', () => {
    const lines = ['שלום לכל האנשים\u00A0שבאו \u{1F50E} היום', 'שלום לכל האנשים שבאו \u{1F50E}\u3000היום']
    const pages = stories(4, '').map((text, at) => page(`${text}${lines[at % 2] ?? ''}`))
    expect(repeatedOf(pages)).toHaveLength(4)
  })
})
