import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION } from '../../src/core/match/engineVersion'
import { matchPair } from '../../src/core/match/matchPair'
import { DEFAULT_MATCH_SETTINGS } from '../../src/core/match/passageMatch'

const A = `The keeper told us on Monday: “We will not leave the harbour before the lanterns are lit.”

The council voted eleven to four to close the ferry landing for good, after the gauge at Old Mill bridge showed that the
river had risen by two metres overnight. Nobody was hurt, and the school stayed open.`
const B = `Overnight the river rose by 2 metres, as the gauge at the Old Mill bridge showed; nobody was injured and the
school stayed open.

“We will never leave the harbour before the lanterns are lit,” said the keeper. By eleven votes to four the council closed
the ferry landing for good.`

/** What the engine of this version finds in the two texts above. */
const FROZEN = { version: 1, digest: 'a8d974856070dbaa' }

describe('the version of the engine', () => {
  it('is raised with everything that changes what two texts share, since results are kept by it', () => {
    const both = [
      [A, B],
      [B, A],
    ] as const
    const found = both.map(([a, b]) =>
      matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, DEFAULT_MATCH_SETTINGS),
    )
    const digest = createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 16)
    const advice = 'raise ENGINE_VERSION and freeze what it finds now in FROZEN'
    expect({ version: ENGINE_VERSION, digest }, advice).toEqual(FROZEN)
  })
})
