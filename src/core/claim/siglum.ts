import { assert } from '../assert'

const LETTERS = 26
const FIRST_LETTER = 'A'.charCodeAt(0)

/** The siglum at a place of the row A, B, … Z, AA, AB, …; `place` counts from 0. */
export function siglumAt(place: number): string {
  assert(Number.isInteger(place) && place >= 0, `a siglum has a place from 0 on, not ${place}`)
  let siglum = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    siglum = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + siglum
  }
  return siglum
}

/** The place of a siglum in the row, counted from 0; -1 when it is not made of the letters A to Z. */
export function placeOfSiglum(siglum: string): number {
  if (!/^[A-Z]+$/.test(siglum)) return -1
  let place = 0
  for (const letter of siglum) place = place * LETTERS + (letter.charCodeAt(0) - FIRST_LETTER + 1)
  return place - 1
}
