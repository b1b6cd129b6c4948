import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What must come of an edit; `result` lists every answer that is right, and offsets count code points of `new.txt`. */
export type ExpectedAnchor = {
  readonly id: string
  readonly kind: string
  readonly result: readonly string[]
  readonly start?: number
  readonly end?: number
  readonly text?: string
  readonly classes?: readonly string[]
}

export type AnchorEdit = {
  readonly name: string
  readonly folder: string
  readonly old: string
  readonly now: string
  readonly expected: readonly ExpectedAnchor[]
}

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'anchors')

/** The edits of tests/fixtures/anchors, in order of their names; see the README there. */
export function anchorEdits(root = FOLDER): readonly AnchorEdit[] {
  const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const folder = join(root, name)
      const read = (file: string) => readFileSync(join(folder, file), 'utf8')
      return {
        name,
        folder,
        old: read('old.txt'),
        now: read('new.txt'),
        expected: JSON.parse(read('expected.json')) as readonly ExpectedAnchor[],
      }
    })
}
