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

/** The same story told in other words, long enough for a region. */
const C = `Volunteers spent the weekend hauling sandbags along the embankment below the paper mill, where engineers had warned that the
seepage could hollow out the dyke within days. The pumps that the province lent them broke down twice; each time a retired
mechanic from the shipyard got them going again before midnight. By Sunday evening the gauge had fallen by a hand's breadth.`
const D = `Engineers had given the dyke beneath the paper mill only a few days, since water was seeping through it. All weekend volunteers
carried sandbags to the embankment. Twice the borrowed pumps of the province failed, and twice a mechanic who had retired from the
shipyard repaired them before midnight came. The gauge stood a hand's breadth lower on Sunday evening.`

/** What the engine of this version finds in the texts above. */
const FROZEN = { version: 2, digest: 'd503661c7e135938' }

describe('the version of the engine', () => {
  it('is raised with everything that changes what two texts share, since results are kept by it', () => {
    const both = [
      [A, B],
      [B, A],
      [C, D],
    ] as const
    const found = both.map(([a, b]) =>
      matchPair({ text: a, setAside: [] }, { text: b, setAside: [] }, DEFAULT_MATCH_SETTINGS),
    )
    expect(found.at(-1)?.regions, 'the last pair holds a region').not.toEqual([])
    const digest = createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 16)
    const advice = 'raise ENGINE_VERSION and freeze what it finds now in FROZEN'
    expect({ version: ENGINE_VERSION, digest }, advice).toEqual(FROZEN)
  })
})
