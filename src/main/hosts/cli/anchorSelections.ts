import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { describeIssues } from '../../../contract/describeIssues'
import { InputError } from './commandFailure'
import { reasonOf } from './reasonOf'

const offset = v.pipe(
  v.number('a whole number is expected'),
  v.integer('a whole number is expected'),
  v.minValue(0, 'a number from 0 on is expected'),
)

const selectorSchema = v.variant(
  'type',
  [
    v.object({
      type: v.literal('TextQuoteSelector'),
      exact: v.pipe(v.string(), v.minLength(1, 'the quoted words are missing')),
      prefix: v.optional(v.string(), ''),
      suffix: v.optional(v.string(), ''),
    }),
    v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  ],
  'a TextQuoteSelector or a TextPositionSelector is expected',
)

const selectionsSchema = v.array(
  v.object({
    id: v.pipe(v.string(), v.minLength(1, 'an id is expected')),
    selector: v.pipe(
      v.array(selectorSchema, 'a list of selectors is expected'),
      v.minLength(1, 'a selector is expected'),
    ),
  }),
  'a list of { id, selector } is expected',
)

type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string }
/** What one entry of a selectors file selects, after the W3C Web Annotation Data Model: by words, by place, or by both. */
export type Selection = {
  readonly id: string
  readonly quote: Quote | null
  /** Code points of the decoded file. */
  readonly position: { readonly start: number; readonly end: number } | null
}

/** @throws {InputError} when the file cannot be read, or is no list of selections */
export async function readSelections(path: string): Promise<readonly Selection[]> {
  const given = await readJson(path)
  const parsed = v.safeParse(selectionsSchema, given)
  if (!parsed.success) throw new InputError(`${path} is no selectors file: ${describeIssues(parsed.issues)}`)
  return parsed.output.map(({ id, selector }) => {
    const where = `${path}: the entry ${JSON.stringify(id)}`
    const quotes = selector.filter((one) => one.type === 'TextQuoteSelector')
    const positions = selector.filter((one) => one.type === 'TextPositionSelector')
    if (quotes.length > 1 || positions.length > 1) throw new InputError(`${where} has several selectors of one type`)
    const position = positions[0] ?? null
    if (position !== null && position.start > position.end) {
      throw new InputError(`${where} begins at ${position.start} and ends before that, at ${position.end}`)
    }
    return { id, quote: quotes[0] ?? null, position }
  })
}

async function readJson(path: string): Promise<unknown> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8' : reasonOf(error)
    throw new InputError(`${path} cannot be read: ${why}`, { cause: error })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputError(`${path} is no JSON: ${reasonOf(error)}`, { cause: error })
  }
}
