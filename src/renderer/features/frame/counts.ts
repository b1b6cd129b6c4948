import type { ClaimView } from '../../../contract/reviewSchemas'
import type { ComparedPassage } from '../../../contract/schemas'
import { VERDICTS } from '../../../core/claim/reviewRecord'

/** `1 source`, `4 sources`, `1,204 sources`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

export function passageCounts(passages: readonly ComparedPassage[]): string {
  const quotations = passages.filter((passage) => passage.quotation).length
  const pairs = count(passages.length, 'pair')
  return quotations === 0 ? pairs : `${pairs}, ${count(quotations, 'quotation')}`
}

/** `3 claims: 1 verified, 1 disputed`; '' when there are none. */
export function claimCounts(claims: readonly ClaimView[]): string {
  if (claims.length === 0) return ''
  const parts = VERDICTS.filter((verdict) => verdict !== 'unverified').flatMap((verdict) => {
    const number = claims.filter((claim) => claim.verdict === verdict).length
    return number === 0 ? [] : [`${number.toLocaleString('en')} ${verdict}`]
  })
  const all = count(claims.length, 'claim')
  return parts.length === 0 ? all : `${all}: ${parts.join(', ')}`
}
