import { describe, expect, it } from 'vitest'
import { createTicking } from '../../src/main/systemClock'

const START = Date.UTC(2026, 0, 1)

describe('times of one program', () => {
  it('differ, each later than the one before, within one millisecond too', () => {
    const tell = createTicking(() => START)
    const times = Array.from({ length: 50 }, tell)
    expect(times.toSorted()).toEqual(times)
    expect(new Set(times).size).toBe(50)
    expect(times[0]).toBe('2026-01-01T00:00:00.000Z')
  })

  it('are the system’s again as soon as that is later', () => {
    const system = [START, START, START, START + 40]
    const tell = createTicking(() => system.shift() ?? 0)
    expect([tell(), tell(), tell(), tell()].map((time) => Date.parse(time) - START)).toEqual([0, 1, 2, 40])
  })

  it('follow a clock that is set back by more than a second', () => {
    const system = [START, START - 500, START - 60_000]
    const tell = createTicking(() => system.shift() ?? 0)
    expect([tell(), tell(), tell()].map((time) => Date.parse(time) - START)).toEqual([0, 1, -60_000])
  })
})
