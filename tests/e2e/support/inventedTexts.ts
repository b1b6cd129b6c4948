import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const SYLLABLES = ['ka', 'mo', 'ti', 're', 'su', 'na', 'lo', 'pi', 'du', 've']
const WORDS_OF_A_SENTENCE = 12
const SENTENCES_OF_A_PARAGRAPH = 4

/** A paragraph of words that nobody else uses: two of different numbers share nothing. */
export function inventedParagraph(number: number): string {
  return Array.from({ length: SENTENCES_OF_A_PARAGRAPH }, (_, sentence) => {
    const words = Array.from({ length: WORDS_OF_A_SENTENCE }, (_, word) =>
      inventedWord((number * SENTENCES_OF_A_PARAGRAPH + sentence) * WORDS_OF_A_SENTENCE + word),
    ).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }).join(' ')
}

/** Paragraphs, those with a number invented. */
export function textOf(title: string, paragraphs: readonly (number | string)[]): string {
  const written = paragraphs.map((one) => (typeof one === 'number' ? inventedParagraph(one) : one))
  return `${[title, ...written].join('\n\n')}\n`
}

/** Numbers that lie one after the other. */
export function from(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

export async function writeFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  await mkdir(folder, { recursive: true })
  return folder
}

function inventedWord(number: number): string {
  return [...String(number + 1_000)].map((digit) => SYLLABLES[Number(digit)] ?? '').join('')
}
