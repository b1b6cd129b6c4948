import type { Stretch } from './stretches'
import type { Words } from './words'

const GRAM_WORDS = 8

/** The plain index of sequences of eight words over any number of texts; what it finds, by the places of the two texts. */
export function findEightGrams(texts: readonly Words[]): Map<string, Stretch[]> {
  const places = new Map<string, (readonly [number, number])[]>()
  const found = new Map<string, Stretch[]>()
  texts.forEach((words, text) => {
    for (let at = 0; at + GRAM_WORDS <= words.keys.length; at++) {
      const gram = words.keys.slice(at, at + GRAM_WORDS).join(' ')
      const earlier = places.get(gram)
      if (earlier === undefined) places.set(gram, [[text, at]])
      else {
        for (const [other, place] of earlier) {
          if (other !== text)
            note(found, `${other} ${text}`, {
              a: texts[other]!.range(place, GRAM_WORDS),
              b: words.range(at, GRAM_WORDS),
            })
        }
        earlier.push([text, at])
      }
    }
  })
  return found
}

function note(found: Map<string, Stretch[]>, key: string, stretch: Stretch): void {
  const stretches = found.get(key)
  if (stretches === undefined) found.set(key, [stretch])
  else stretches.push(stretch)
}
