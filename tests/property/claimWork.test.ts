import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, invertChanges } from '../../src/core/claim/applyChanges'
import type { ClaimFile } from '../../src/core/claim/claimFile'
import { mergeClaims, splitClaim, unmergeClaim } from '../../src/core/claim/claimMerging'
import { removeClaims } from '../../src/core/claim/claimRemoval'
import { reopenClaim, sealClaims } from '../../src/core/claim/claimSeal'
import { setWork } from '../../src/core/claim/claimWork'
import { hangingOf } from '../../src/core/claim/hanging'
import { mergingOf, rootOf } from '../../src/core/claim/mergedClaims'
import type { NewStamp, ReviewOutcome } from '../../src/core/claim/reviewAction'
import * as change from '../../src/core/claim/reviewChanges'
import { buildReviewIndex } from '../../src/core/claim/reviewIndex'
import type { ReviewRecords } from '../../src/core/claim/recordTable'
import type { ClaimMerging } from '../../src/core/claim/reviewRecord'
import { putTag } from '../../src/core/claim/tags'
import { createReply } from '../../src/core/claim/threads'
import { decideAll } from '../../src/core/claim/verdicts'
import { ADA, BEN, merged, minute, words, Writer } from '../support/reviewStory'
import { words as anyWords } from './reviewArbitraries'

type Make = (records: ReviewRecords, stamp: NewStamp) => ReviewOutcome

/** Something that a reviewer may try; the places are taken modulo how many claims or pieces of evidence there are. */
type Step = { readonly what: (typeof WHATS)[number]; readonly a: number; readonly b: number; readonly text: string }
const WHATS = ['merge', 'unmerge', 'split', 'decide', 'cite', 'word', 'reply', 'seal', 'reopen', 'work'] as const

function stepsOf(whats: readonly Step['what'][]): fc.Arbitrary<readonly Step[]> {
  const place = fc.nat({ max: 20 })
  const step = fc.record({ what: fc.constantFrom(...whats), a: place, b: place, text: anyWords })
  return fc.array(step, { maxLength: 10 })
}

function pick(ids: readonly string[], place: number): string {
  return ids[place % ids.length] ?? ''
}

function makeOf({ what, a, b, text }: Step): Make {
  return (records, stamp) => {
    const claims = Object.keys(records.claim).sort()
    const claimId = pick(claims, a)
    switch (what) {
      case 'merge':
        return mergeClaims(records, { into: pick(claims, b), claimIds: [claimId], reason: text }, stamp)
      case 'unmerge':
        return unmergeClaim(records, { claimId: pick(Object.keys(records.merging).sort(), a) })
      case 'split': {
        const own = Object.values(records.evidence).filter((one) => one.claimId === claimId)
        const evidenceIds = own.map(({ id }) => id).slice(0, b % 2)
        return splitClaim(records, { claimId, statement: text, evidenceIds }, stamp)
      }
      case 'decide':
        return change.decide(records, { claimId, verdict: b % 2 === 0 ? 'verified' : 'disputed', reason: text }, stamp)
      case 'cite':
        return change.addEvidence(records, { claimId, stance: 'qualifies', passages: [words(text)] }, stamp)
      case 'word':
        return change.editStatement(records, { claimId, statement: text }, stamp)
      case 'reply':
        return createReply(records, { on: { type: 'claim', id: claimId }, body: text }, stamp)
      case 'seal':
        return sealClaims(records, { claims: [{ claimId, sealId: stamp.id }], reason: text }, stamp)
      case 'reopen':
        return reopenClaim(records, { claimId, reason: text }, stamp)
      case 'work':
        return setWork(records, { claimIds: [claimId], state: b % 2 === 0 ? 'ready' : 'done' }, stamp)
    }
  }
}

/** Four claims that both writers know, and what each did after, without hearing of the other. */
function apart(adas: readonly Step[], bens: readonly Step[], clock: number) {
  const first = new Writer(ADA)
  for (const statement of ['one', 'two', 'three', 'four']) first.claim(statement)
  const before = first.records
  const ada = new Writer({ id: 'w-ada2', name: 'Ada' }, before, 20)
  const ben = new Writer(BEN, before, 20 + clock)
  for (const step of adas) ada.tries(makeOf(step))
  for (const step of bens) ben.tries(makeOf(step))
  return { before, ada, ben }
}

function filesOf(records: ReviewRecords): readonly ClaimFile[] {
  return [...buildReviewIndex(records).claims.values()]
}

const clock = fc.integer({ min: -15, max: 15 })

describe('merging and splitting by two writers who do not hear of each other', () => {
  it('shows every claim, decision, piece of evidence and reply exactly once, whatever they did', () => {
    fc.assert(
      fc.property(stepsOf(WHATS), stepsOf(WHATS), clock, (adas, bens, late) => {
        const { before, ada, ben } = apart(adas, bens, late)
        const records = merged(before, ada, ben)
        const files = filesOf(records)
        const shown = (idsOf: (file: ClaimFile) => readonly { id: string }[]): string[] =>
          files.flatMap((file) => idsOf(file).map(({ id }) => id)).sort()
        expect(shown((file) => [file.claim, ...file.mergedFrom.map(({ claim }) => claim)])).toEqual(
          Object.keys(records.claim).sort(),
        )
        expect(shown(({ evidence }) => evidence)).toEqual(Object.keys(records.evidence).sort())
        expect(shown(({ history }) => history)).toEqual(Object.keys(records.decision).sort())
        expect(shown(({ replies }) => replies)).toEqual(Object.keys(records.reply).sort())
      }),
    )
  })

  it('drops nothing that either of them wrote down', () => {
    fc.assert(
      fc.property(stepsOf(WHATS), stepsOf(WHATS), clock, (adas, bens, late) => {
        const { before, ada, ben } = apart(adas, bens, late)
        const both = merged(before, ada, ben)
        for (const type of ['claim', 'decision', 'evidence', 'reply', 'seal'] as const)
          for (const writer of [ada, ben])
            expect(Object.keys(both[type])).toEqual(expect.arrayContaining(Object.keys(writer.records[type])))
      }),
    )
  })

  it('comes to the same whoever is heard of first', () => {
    fc.assert(
      fc.property(stepsOf(WHATS), stepsOf(WHATS), clock, (adas, bens, late) => {
        const { before, ada, ben } = apart(adas, bens, late)
        expect(filesOf(merged(before, ben, ada))).toEqual(filesOf(merged(before, ada, ben)))
      }),
    )
  })

  it('is taken back by unmerging, which brings every claim back with what is its own', () => {
    const whats = WHATS.filter((what) => what !== 'seal' && what !== 'split')
    fc.assert(
      fc.property(stepsOf(whats), stepsOf(whats), clock, (adas, bens, late) => {
        const { before, ada, ben } = apart(adas, bens, late)
        const writer = new Writer({ id: 'w-cy', name: 'Cy' }, merged(before, ada, ben), 200)
        for (;;) {
          const [away] = Object.keys(writer.records.merging)
          if (away === undefined) break
          writer.does((records) => unmergeClaim(records, { claimId: away }))
        }
        const files = filesOf(writer.records)
        expect(files).toHaveLength(4)
        for (const { claim, evidence, mergedFrom } of files) {
          expect(mergedFrom).toEqual([])
          expect(new Set(evidence.map(({ claimId }) => claimId))).toEqual(new Set([claim.id]))
        }
      }),
    )
  })

  it('never lets one unmerging move another claim', () => {
    fc.assert(
      fc.property(stepsOf(['merge']), stepsOf(['merge', 'unmerge']), clock, fc.nat(), (adas, bens, late, place) => {
        const { before, ada, ben } = apart(adas, bens, late)
        const writer = new Writer({ id: 'w-cy', name: 'Cy' }, merged(before, ada, ben), 200)
        const away = filesOf(writer.records).flatMap(({ mergedFrom }) => mergedFrom.map(({ claim }) => claim.id))
        if (away.length === 0) return
        const claimId = pick(away, place)
        const rootsBefore = rootsOf(writer.records)
        const under = [...rootsBefore.keys()].filter((id) => wayUp(writer.records, id).includes(claimId))
        writer.does((records) => unmergeClaim(records, { claimId }))
        for (const [id, root] of rootsOf(writer.records))
          expect(root).toBe(under.includes(id) ? claimId : rootsBefore.get(id))
      }),
    )
  })

  it('finds the claim that shows another in any tangle of mergings: rings, chains, and claims that are not there', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'gone')
    const moment = fc.integer({ min: 0, max: 3 }).map(minute)
    const mergings = fc.uniqueArray(fc.record({ id: ids, into: ids, at: moment }), { selector: ({ id }) => id })
    fc.assert(
      fc.property(mergings, (list) => {
        const { before } = apart([], [], 0)
        const known = Object.entries(before.claim)
        const claims = ['a', 'b', 'c', 'd', '__proto__'].map((id, place) => [id, { ...known[place % 4]?.[1], id }])
        const merging = list.map((one): [string, ClaimMerging] => [one.id, { ...one, reason: 'r', by: ADA }])
        const records = {
          ...before,
          claim: Object.fromEntries(claims) as ReviewRecords['claim'],
          merging: Object.fromEntries(merging),
        }
        const hanging = hangingOf(records)
        const shown = filesOf(records).flatMap(({ claim, mergedFrom }) => [
          claim.id,
          ...mergedFrom.map((m) => m.claim.id),
        ])
        expect(shown.sort()).toEqual(Object.keys(records.claim).sort())
        for (const id of shown) expect(rootOf(hanging, rootOf(hanging, id))).toBe(rootOf(hanging, id))
      }),
    )
  })
})

describe('a claim that one of two writers sealed', () => {
  it('never changes its verdict nor its words, whatever the other did before or after, until it is opened again', () => {
    const others = WHATS.filter((what) => what !== 'reopen' && what !== 'seal')
    fc.assert(
      fc.property(stepsOf(others), stepsOf(others), clock, fc.nat({ max: 20 }), (adas, bens, late, place) => {
        const { before, ada, ben } = apart(adas, bens, late)
        const shown = filesOf(ada.records).map(({ claim }) => claim.id)
        const claimId = pick(shown, place)
        ada.does((records, stamp) =>
          sealClaims(records, { claims: [{ claimId, sealId: stamp.id }], reason: 'Sealed' }, stamp),
        )
        const sealed = buildReviewIndex(ada.records).claims.get(claimId)
        const after = buildReviewIndex(merged(before, ada, ben)).claims.get(claimId)
        expect(after?.verdict).toBe(sealed?.verdict)
        expect(after?.statement).toBe(sealed?.statement)
        expect(after?.standing).toEqual(sealed?.standing)
      }),
    )
  })
})

describe('what is done to many claims at once', () => {
  const stamp = { at: minute(90), by: BEN }
  const chosen = fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1 })

  function bothWays(
    steps: readonly Step[],
    places: readonly number[],
    all: (records: ReviewRecords, ids: readonly string[]) => ReviewOutcome,
  ) {
    const { ada } = apart(steps, [], 0)
    const roots = filesOf(ada.records)
      .filter(({ seal }) => seal === null)
      .map(({ claim }) => claim.id)
    const ids = [...new Set(places.map((place) => pick(roots, place)))].filter((id) => id !== '')
    const together = all(ada.records, ids)
    if (!together.ok) throw new Error(together.error.message)
    const oneByOne = ids.reduce((records, id) => {
      const outcome = all(records, [id])
      if (!outcome.ok) throw new Error(outcome.error.message)
      return applyChanges(records, outcome.value.changes)
    }, ada.records)
    const { changes } = together.value
    return { before: ada.records, oneByOne, changes, atOnce: applyChanges(ada.records, changes) }
  }

  const ALL: Readonly<Record<string, (records: ReviewRecords, ids: readonly string[]) => ReviewOutcome>> = {
    verdicts: (records, ids) => {
      const claims = ids.map((claimId) => ({ claimId, decisionId: `d-${claimId}` }))
      return decideAll(records, { claims, verdict: 'disputed', reason: 'All of them' }, stamp)
    },
    seals: (records, ids) => {
      const claims = ids.map((claimId) => ({ claimId, sealId: `z-${claimId}` }))
      return sealClaims(records, { claims, reason: 'All of them' }, stamp)
    },
    states: (records, claimIds) => setWork(records, { claimIds, state: 'done', assigneeId: BEN.id }, stamp),
    tags: (records, ids) => {
      const tag = { t: { id: 't', name: 'T', colour: 'red', shape: 'star' } } as const
      const targets = ids.map((id) => ({ on: { type: 'claim', id } as const, taggingId: `g-${id}` }))
      return putTag({ ...records, tag }, { tagId: 't', targets, present: true })
    },
    removals: (records, claimIds) => removeClaims(records, { claimIds }),
  }

  it.each(Object.keys(ALL))('comes to the same as one by one, and is taken back at once: %s', (name) => {
    const all = ALL[name]
    if (all === undefined) throw new Error(name)
    fc.assert(
      fc.property(stepsOf(WHATS), chosen, (steps, places) => {
        const { before, oneByOne, changes, atOnce } = bothWays(steps, places, all)
        expect(atOnce).toEqual(oneByOne)
        expect(applyChanges(atOnce, invertChanges(changes))).toEqual(before)
      }),
    )
  })
})

function rootsOf(records: ReviewRecords): ReadonlyMap<string, string> {
  const hanging = hangingOf(records)
  return new Map(Object.keys(records.claim).map((id) => [id, rootOf(hanging, id)]))
}

/** The claims from one to the claim that shows it, both included. */
function wayUp(records: ReviewRecords, claimId: string): readonly string[] {
  const hanging = hangingOf(records)
  const root = rootOf(hanging, claimId)
  const way = [claimId]
  for (let id = claimId; id !== root;) {
    id = mergingOf(hanging, id)?.into ?? root
    way.push(id)
  }
  return way
}
