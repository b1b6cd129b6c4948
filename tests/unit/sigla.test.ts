import { describe, expect, it } from 'vitest'
import { recogniseSources } from '../../src/core/text/recogniseSources'
import { assignSigla, siglumAt, siglumPlace } from '../../src/core/text/sigla'

function registered(path: string, siglum: string, sha256: string) {
  const importedAt = `2026-01-01T00:00:0${siglum.charCodeAt(0) % 10}.000Z`
  return { id: `id-${siglum}`, siglum, path, importedAt, versions: [{ sha256, textHash: sha256, readAt: importedAt }] }
}

describe('sigla', () => {
  it('go from Z to AA and from ZZ to AAA', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(siglumAt)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  it('have the place they were given at', () => {
    for (const place of [0, 25, 26, 700, 701, 702, 18_277, 18_278]) expect(siglumPlace(siglumAt(place))).toBe(place)
    expect([siglumPlace(''), siglumPlace('a'), siglumPlace('A1')]).toEqual([null, null, null])
  })

  it('are given in code-unit order of the path, whatever order the files come in', () => {
    expect([...assignSigla([], ['b.txt', 'a/z.txt', 'B.txt', 'é.txt', 'a.txt'])]).toEqual([
      ['B.txt', 'A'],
      ['a.txt', 'B'],
      ['a/z.txt', 'C'],
      ['b.txt', 'D'],
      ['é.txt', 'E'],
    ])
  })

  it('go on after the highest ever given, though a source in between is gone', () => {
    const sigla = assignSigla([{ siglum: 'A' }, { siglum: 'Z' }], ['new.txt', 'newer.txt'])
    expect([...sigla.values()]).toEqual(['AA', 'AB'])
  })

  it('give one letter to a path that is named twice', () => {
    expect([...assignSigla([], ['a.txt', 'a.txt', 'b.txt']).values()]).toEqual(['A', 'B'])
  })
})

describe('recognising sources', () => {
  it('knows a file by its path though its bytes changed', () => {
    const source = registered('a.txt', 'A', '1')
    const found = recogniseSources([source], [{ path: 'a.txt', sha256: '2' }])
    expect([found.known.get('a.txt'), found.added, found.missing]).toEqual([source, [], []])
  })

  it('knows a renamed file by its latest bytes', () => {
    const source = registered('a.txt', 'A', '1')
    const found = recogniseSources([source], [{ path: 'archive/a.txt', sha256: '1' }])
    expect([found.known.get('archive/a.txt'), found.added, found.missing]).toEqual([source, [], []])
  })

  it('takes a copy for a new source as long as the first is still there', () => {
    const source = registered('a.txt', 'A', '1')
    const found = recogniseSources([source], [
      { path: 'copy.txt', sha256: '1' },
      { path: 'a.txt', sha256: '1' },
    ]) // prettier-ignore
    expect([found.known.get('copy.txt'), found.added]).toEqual([undefined, ['copy.txt']])
  })

  it('gives one lost source to one file, and reports the one that is gone', () => {
    const [a, b] = [registered('a.txt', 'A', '1'), registered('b.txt', 'B', '2')]
    const found = recogniseSources([b, a], [
      { path: 'y.txt', sha256: '1' },
      { path: 'x.txt', sha256: '1' },
    ]) // prettier-ignore
    expect([...found.known]).toEqual([['x.txt', a]])
    expect([found.added, found.missing]).toEqual([['y.txt'], [b]])
  })
})
