import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chordOf,
  findConflicts,
  isSingleCharacter,
  parseChord,
  sameChord,
  showChord,
  writeChord,
  type Chord,
} from '../../src/renderer/state/keys'

function press(key: string, held: { ctrl?: boolean; meta?: boolean; shift?: boolean; alt?: boolean } = {}) {
  const { ctrl = false, meta = false, shift = false, alt = false } = held
  return { key, ctrlKey: ctrl, metaKey: meta, shiftKey: shift, altKey: alt }
}

function does(written: string, pressed: Chord | null): boolean {
  const chord = parseChord(written)
  return chord !== null && pressed !== null && sameChord(chord, pressed)
}

describe('keys', () => {
  it('takes a letter as the same key with and without Caps Lock', () => {
    expect(does('c', chordOf(press('c'), false))).toBe(true)
    expect(does('C', chordOf(press('c'), false))).toBe(true)
    expect(does('c', chordOf(press('C'), false))).toBe(true)
  })

  it('keeps a letter with Shift apart from the letter alone', () => {
    expect(does('c', chordOf(press('C', { shift: true }), false))).toBe(false)
    expect(does('Shift+C', chordOf(press('C', { shift: true }), false))).toBe(true)
  })

  it('takes a sign however the keyboard makes it', () => {
    expect(does('?', chordOf(press('?', { shift: true }), false))).toBe(true)
    expect(does('?', chordOf(press('?'), false))).toBe(true)
    expect(does('[', chordOf(press('[', { alt: true, shift: true }), false))).toBe(true)
  })

  it('never takes AltGr, which reports Ctrl and Alt, for a sign of its own', () => {
    expect(does('[', chordOf(press('[', { ctrl: true, alt: true }), false))).toBe(false)
  })

  it('reads Ctrl as the command key on macOS and as Ctrl elsewhere', () => {
    expect(does('Ctrl+K', chordOf(press('k', { meta: true }), true))).toBe(true)
    expect(does('Ctrl+K', chordOf(press('k', { ctrl: true }), true))).toBe(false)
    expect(does('Ctrl+K', chordOf(press('k', { ctrl: true }), false))).toBe(true)
  })

  it('tells F8 from Shift F8', () => {
    expect(does('F8', chordOf(press('F8', { shift: true }), false))).toBe(false)
    expect(does('Shift+F8', chordOf(press('F8', { shift: true }), false))).toBe(true)
  })

  it('waits for a key when only a modifier is down, or an accent is being written', () => {
    for (const key of ['Control', 'Shift', 'Alt', 'Meta', 'Dead', 'Process', 'AltGraph'])
      expect(chordOf(press(key), false)).toBeNull()
  })

  it('finds no key in nothing, or in modifiers alone', () => {
    for (const written of ['', 'Ctrl', 'Ctrl+Shift', 'Hyper+K']) expect(parseChord(written)).toBeNull()
  })

  it('reads plus as a key', () => {
    expect(parseChord('Ctrl++')).toEqual({ key: '+', ctrl: true, shift: false, alt: false })
    expect(parseChord('+')).toEqual({ key: '+', ctrl: false, shift: false, alt: false })
  })

  it('counts a character as single unless Ctrl is held, and a named key never', () => {
    expect(['c', '1', '?', '𝒞'].map((key) => isSingleCharacter(parseChord(key)!))).toEqual([true, true, true, true])
    expect(['F8', 'Enter', 'Ctrl+C'].map((key) => isSingleCharacter(parseChord(key)!))).toEqual([false, false, false])
  })

  it('shows keys as people name them', () => {
    expect(['Shift+F8', 'Ctrl+K', 'c', 'ArrowUp'].map((key) => showChord(parseChord(key)!, false))).toEqual([
      'Shift F8',
      'Ctrl K',
      'C',
      '↑',
    ])
    expect(showChord(parseChord('Ctrl+Shift+Z')!, true)).toBe('⌘ Shift Z')
  })

  it('names the commands that claim one key', () => {
    const chords = (...keys: string[]) => keys.map((key) => parseChord(key)!)
    expect(
      findConflicts([
        { commandId: 'claim.create', chords: chords('c', 'Ctrl+Shift+C') },
        { commandId: 'desk.copy', chords: chords('C') },
        { commandId: 'note.create', chords: chords('n') },
      ]),
    ).toEqual([{ key: 'C', commandIds: ['claim.create', 'desk.copy'] }])
  })

  it('writes every key so that reading it gives the same key', () => {
    const key = fc.oneof(
      fc.constantFrom('F1', 'F8', 'Enter', 'ArrowUp', 'Home', '+', '?', '[', ']', '/', ' ', 'ä', 'ß', '𝒞', 'ש', '１'),
      fc.stringMatching(/^[a-z0-9]$/),
    )
    fc.assert(
      fc.property(key, fc.boolean(), fc.boolean(), fc.boolean(), (name, ctrl, shift, alt) => {
        const chord = { key: name, ctrl, shift, alt }
        const read = parseChord(writeChord(chord))
        return read !== null && sameChord(read, chord)
      }),
    )
  })
})
