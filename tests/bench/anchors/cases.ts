import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Anchor } from '../../../src/core/anchor/anchor'
import { describeAnchor } from '../../../src/core/anchor/describeAnchor'
import { normaliseText, type NormalisedText } from '../../../src/core/text/normaliseText'
import type { TextRange } from '../../../src/core/text/textRange'
import { anchorEdits } from '../../support/anchorEdits'

/** Anchors of one text in another, with what is right for each. */
export type Case = {
  readonly kind: string
  readonly old: string
  readonly now: string
  readonly anchors: readonly Anchor[]
  readonly truths: readonly Truth[]
}
/**
 * attach: the words are there and may be attached, to this range. tell: they may not, since they are not the same, gone, or
 * cannot be told apart; `range` is where the changed ones are, if known. unmarked: an edit whose place nobody marked, and that may
 * be one of typography alone.
 */
export type Truth = { readonly what: 'attach' | 'tell' | 'unmarked'; readonly range: TextRange | null }

const selectors = v.array(
  v.object({
    selector: v.array(
      v.variant('type', [
        v.object({ type: v.literal('TextQuoteSelector'), exact: v.string() }),
        v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() }),
      ]),
    ),
  }),
)

/** The edits of tests/fixtures/anchors. */
export function editCases(root: string): Case[] {
  return anchorEdits(root).flatMap((edit) => {
    const [old, now] = [normaliseText(edit.old), normaliseText(edit.now)]
    const [expected] = edit.expected
    const [selection] = v.parse(selectors, JSON.parse(readFileSync(join(edit.folder, 'selectors.json'), 'utf8')))
    const place = selection?.selector.find((one) => one.type === 'TextPositionSelector')
    const quote = selection?.selector.find((one) => one.type === 'TextQuoteSelector')
    // A quote alone, without neighbours, is no anchor that either program would have made.
    if (expected === undefined || (place === undefined && edit.old.split(quote?.exact ?? '').length !== 2)) return []
    const start = edit.old.indexOf(quote?.exact ?? '')
    const given = place ?? {
      start: codePoints(edit.old.slice(0, start)),
      end: codePoints(edit.old.slice(0, start + (quote?.exact.length ?? 0))),
    }
    const attach = expected.result.includes('exact') || expected.result.includes('moved')
    const range =
      expected.start === undefined || expected.end === undefined
        ? null
        : now.offsets.toArticle({ start: expected.start, end: expected.end })
    const truths = [{ what: attach ? 'attach' : 'tell', range } as const]
    const anchors = [describeAnchor(old.text, 'old', old.offsets.toArticle(given))]
    return [{ kind: expected.kind, old: old.text, now: now.text, anchors, truths }]
  })
}

const row = v.object({
  post: v.string(),
  frm: v.number(),
  to: v.number(),
  start: v.number(),
  len: v.number(),
  kind: v.string(),
  new_start: v.nullable(v.number()),
  silver_start: v.optional(v.number()),
  silver_end: v.optional(v.number()),
})

/** Sentences of one version of a text in another; `folder` holds `anchors.jsonl` and a folder of versions for each text. */
export function versionCases(folder: string): Case[] {
  if (!existsSync(join(folder, 'anchors.jsonl'))) return []
  const texts = new Map<string, NormalisedText>()
  const read = (post: string, version: number) => {
    const path = join(folder, post, `v${String(version).padStart(2, '0')}.txt`)
    const known = texts.get(path) ?? normaliseText(readFileSync(path, 'utf8').replace(/^\ufeff/u, ''))
    texts.set(path, known)
    return known
  }
  const lines = readFileSync(join(folder, 'anchors.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const groups = new Map<string, v.InferOutput<typeof row>[]>()
  for (const line of lines) {
    const one = v.parse(row, JSON.parse(line))
    const key = [one.post, one.frm, one.to, one.kind].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const [old, now] = [read(first.post, first.frm), read(first.post, first.to)]
    const anchors = rows.map(({ start, len }) =>
      describeAnchor(old.text, 'old', old.offsets.toArticle({ start, end: start + len })),
    )
    const truths = rows.map((one): Truth => {
      if (one.new_start !== null) {
        return { what: 'attach', range: now.offsets.toArticle({ start: one.new_start, end: one.new_start + one.len }) }
      }
      const { silver_start: start, silver_end: end } = one
      const known = start !== undefined && end !== undefined
      return {
        what: known || one.kind === 'gone' ? 'tell' : 'unmarked',
        range: known ? now.offsets.toArticle({ start, end }) : null,
      }
    })
    return [{ kind: first.kind, old: old.text, now: now.text, anchors, truths }]
  })
}

function codePoints(text: string): number {
  return Array.from(text).length
}
