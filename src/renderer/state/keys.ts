/** What a key press and a written key (`Ctrl+Shift+C`, `F8`, `[`, `c`) have in common. */
export type Chord = {
  /** As KeyboardEvent.key gives it; a letter is always lower case. */
  readonly key: string
  /** Ctrl, on macOS ⌘. */
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}
export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const MODIFIERS = ['ctrl', 'shift', 'alt']

/** Null when the text names no key: it is empty, or modifiers alone. */
export function parseChord(written: string): Chord | null {
  // A plus may be the key itself: `Ctrl++`.
  const parts = written.endsWith('+') ? [...written.slice(0, -1).split('+').filter(Boolean), '+'] : written.split('+')
  const key = parts.at(-1)?.trim() ?? ''
  const modifiers = parts.slice(0, -1).map((part) => part.trim().toLowerCase())
  if (key === '' || MODIFIERS.includes(key.toLowerCase())) return null
  if (modifiers.some((modifier) => !MODIFIERS.includes(modifier))) return null
  return {
    // A blank cannot be written as itself: it would be lost among the blanks around the other keys.
    key: key === 'Space' ? ' ' : plain(key),
    ctrl: modifiers.includes('ctrl'),
    shift: modifiers.includes('shift'),
    alt: modifiers.includes('alt'),
  }
}

/** Null for a press of a modifier alone, or while an input method composes. */
export function chordOf(press: KeyPress, mac: boolean): Chord | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified', ''].includes(press.key))
    return null
  return {
    key: plain(press.key),
    ctrl: mac ? press.metaKey : press.ctrlKey,
    shift: press.shiftKey,
    alt: press.altKey,
  }
}

/** A sign such as `?` or `[` needs Shift or AltGr on some keyboards and not on others: there only the sign counts. */
export function sameChord(a: Chord, b: Chord): boolean {
  if (a.key !== b.key || a.ctrl !== b.ctrl) return false
  return isSign(a.key) && !a.ctrl ? true : a.shift === b.shift && a.alt === b.alt
}

/** One printable character without Ctrl: what WCAG 2.1.4 wants kept to a focus and switchable. */
export function isSingleCharacter(chord: Chord): boolean {
  return [...chord.key].length === 1 && !chord.ctrl
}

/** One spelling for one chord: `Ctrl+Shift+C`. */
export function writeChord(chord: Chord): string {
  return [
    chord.ctrl ? 'Ctrl' : '',
    chord.shift ? 'Shift' : '',
    chord.alt ? 'Alt' : '',
    chord.key === ' ' ? 'Space' : upper(chord.key),
  ]
    .filter((part) => part !== '')
    .join('+')
}

/** As it stands in the interface: `Shift F8`, `Ctrl K`, on macOS `⌘ K`. */
export function showChord(chord: Chord, mac: boolean): string {
  const key = { ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }[chord.key]
  return [
    chord.ctrl ? (mac ? '⌘' : 'Ctrl') : '',
    chord.shift ? 'Shift' : '',
    chord.alt ? 'Alt' : '',
    key ?? upper(chord.key),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

export type KeyConflict = { readonly key: string; readonly commandIds: readonly string[] }

/** Keys that more than one command claims. */
export function findConflicts(
  commands: readonly { readonly commandId: string; readonly chords: readonly Chord[] }[],
): readonly KeyConflict[] {
  const owners = new Map<string, readonly string[]>()
  for (const { commandId, chords } of commands)
    for (const key of chords.map(writeChord)) owners.set(key, [...(owners.get(key) ?? []), commandId])
  return [...owners].filter(([, ids]) => ids.length > 1).map(([key, commandIds]) => ({ key, commandIds }))
}

function isSign(key: string): boolean {
  return [...key].length === 1 && !/[\p{L}\p{N}\s]/u.test(key)
}

function plain(key: string): string {
  return recased(key, key.toLowerCase())
}

function upper(key: string): string {
  return recased(key, key.toUpperCase())
}

/** Some letters have no single counterpart: ß would become SS, which is no key. Names of keys stay as they are. */
function recased(key: string, other: string): string {
  return [...key].length === 1 && [...other].length === 1 ? other : key
}
