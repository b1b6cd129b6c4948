import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GeneratedArticle } from './articles'
import type { GeneratedCorpus } from './generateCorpus'

/** The file that says what is planted where. */
export const TRUTH_FILE = 'truth.json'

/** Writes the articles and `truth.json`. The folder must be new or empty: a corpus of two makings would have no truth. */
export function writeCorpus({ articles, truth }: GeneratedCorpus, folder: string): void {
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new FolderNotEmpty(folder)
  for (const article of articles) writeFileSync(join(folder, article.path), bytesOf(article))
  writeFileSync(join(folder, TRUTH_FILE), `${JSON.stringify(truth, null, 1)}\n`)
}

export class FolderNotEmpty extends Error {
  constructor(folder: string) {
    super(`${folder} is not empty: name a new folder with --out, or empty this one.`)
    this.name = 'FolderNotEmpty'
  }
}

function bytesOf({ text, encoding }: GeneratedArticle): Buffer {
  switch (encoding) {
    case 'UTF-8':
      return Buffer.from(text, 'utf8')
    case 'UTF-8 with byte order mark':
      return Buffer.from(`\ufeff${text}`, 'utf8')
    case 'UTF-16 LE':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
  }
}
