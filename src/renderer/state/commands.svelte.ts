import { untrack } from 'svelte'
import {
  chordOf,
  findConflicts,
  isSingleCharacter,
  parseChord,
  sameChord,
  showChord,
  writeChord,
  type Chord,
  type KeyConflict,
} from './keys'

export type Command = {
  readonly id: string
  /** As the palette and the keys sheet show it: "Next difference". */
  readonly title: string
  readonly group: string
  /** A key of its own: `c`, `F8`, `Shift+F8`, `[`. Single characters act only inside `[data-keys]`. */
  readonly key: string | null
  /** With Ctrl (⌘ on macOS), acts everywhere: `Ctrl+Shift+C`. */
  readonly ctrlKey: string | null
  readonly enabled?: () => boolean
  readonly run: () => void
  /** Acts only while the focus is in this element, and then before others of the same id or key. */
  readonly within?: () => Element | null
  /** `global` lets a sign such as `?` act outside lists and panes too (never in a field). */
  readonly scope?: 'global' | 'list'
}
export type KeyPreferences = { readonly singleKeys: boolean; readonly keys: Readonly<Record<string, string>> }

/** Keys that every text field needs for itself. */
const FIELD_KEYS = ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Enter', 'Escape']

/**
 * What can be done now, and by which key. Owners register what they offer and take it back when they leave;
 * of several with the same id, the one that has the focus in it acts, else the latest that is enabled. `listen()` is called once, by App.
 */
export class Commands {
  #registered = $state.raw<readonly Command[]>([])
  #preferences: () => KeyPreferences
  readonly mac: boolean

  constructor(
    preferences: () => KeyPreferences = () => ({ singleKeys: true, keys: {} }),
    mac = navigator.platform.startsWith('Mac'),
  ) {
    this.#preferences = preferences
    this.mac = mac
  }

  register(commands: readonly Command[]): () => void {
    // Untracked: an effect that registers must not run again because something was registered.
    untrack(() => (this.#registered = [...this.#registered, ...commands]))
    return () => {
      this.#registered = untrack(() => this.#registered).filter((command) => !commands.includes(command))
    }
  }

  /** One command an id, in the order in which they were first registered. */
  get all(): readonly Command[] {
    const latest = this.#registered.toReversed()
    const ids = this.#registered.map((command) => command.id)
    return ids
      .filter((id, at) => ids.indexOf(id) === at)
      .flatMap((id) => latest.find((command) => command.id === id) ?? [])
  }

  /** Keys that two commands claim; the later one gets them. */
  get conflicts(): readonly KeyConflict[] {
    return findConflicts(this.all.map((command) => ({ commandId: command.id, chords: this.chords(command) })))
  }

  /** The keys of a command as they stand now: the reviewer's own, else the ones it came with. */
  chords(command: Command): readonly Chord[] {
    const own = this.#preferences().keys[command.id]
    const first = own ?? command.key ?? command.ctrlKey
    const second = command.key === null ? null : command.ctrlKey
    return [first, second].flatMap((written) => (written === null ? [] : (parseChord(written) ?? [])))
  }

  /** The shown key of a command ("F8", "Ctrl K"), or '' when it has none or is unknown. */
  label(commandId: string): string {
    const command = this.#find(commandId)
    if (command === null) return ''
    const chord = this.chords(command).find((other) => !isSingleCharacter(other) || this.#preferences().singleKeys)
    return chord === undefined ? '' : showChord(chord, this.mac)
  }

  /** As `aria-keyshortcuts` wants it: `F8`, `Control+K`. */
  ariaKeys(commandId: string): string | undefined {
    const command = this.#find(commandId)
    if (command === null) return undefined
    const ctrl = this.mac ? 'Meta+' : 'Control+'
    const written = this.chords(command).map((chord) => writeChord(chord).replace('Ctrl+', ctrl))
    return written.length === 0 ? undefined : written.join(' ')
  }

  enabled(commandId: string): boolean {
    return this.#candidates((command) => command.id === commandId).length > 0
  }

  /** False when nobody offers it now. */
  run(commandId: string): boolean {
    const command = this.#candidates((other) => other.id === commandId).at(-1)
    command?.run()
    return command !== undefined
  }

  listen(target: Window = window): () => void {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      if (this.#handle(event)) event.preventDefault()
    }
    target.addEventListener('keydown', onKey)
    return () => target.removeEventListener('keydown', onKey)
  }

  #handle(event: KeyboardEvent): boolean {
    const chord = chordOf(event, this.mac)
    if (chord === null) return false
    const command = this.#candidates((other) => this.chords(other).some((own) => sameChord(own, chord))).at(-1)
    if (command === undefined || !this.#mayAct(command, chord, event.target)) return false
    command.run()
    return true
  }

  #mayAct(command: Command, chord: Chord, target: EventTarget | null): boolean {
    // What is behind a modal dialog cannot be seen, so nothing there may change.
    if (document.querySelector('dialog:modal') !== null) return false
    const element = target instanceof Element ? target : null
    if (element !== null && isField(element)) {
      return !isSingleCharacter(chord) && !FIELD_KEYS.includes(writeChord(chord))
    }
    if (element?.closest('[role=dialog], [role=alertdialog], [role=menu]') && !chord.ctrl) return false
    if (chord.key === 'Enter' && !chord.ctrl) return element !== null && inList(element) && !actsOnEnter(element)
    if (!isSingleCharacter(chord)) return true
    if (!this.#preferences().singleKeys) return false
    if (/[\p{L}\p{N}\s]/u.test(chord.key) || command.scope !== 'global') return element !== null && inList(element)
    return true
  }

  #find(commandId: string): Command | null {
    return this.#registered.filter((command) => command.id === commandId).at(-1) ?? null
  }

  /** Those that can act now, the one that should last. */
  #candidates(wanted: (command: Command) => boolean): readonly Command[] {
    const able = this.#registered.filter(
      (command) =>
        wanted(command) && (command.enabled?.() ?? true) && (command.within === undefined || hasFocus(command)),
    )
    return [...able.filter((command) => command.within === undefined), ...able.filter(hasFocus)]
  }
}

function hasFocus(command: Command): boolean {
  return command.within?.()?.contains(document.activeElement) ?? false
}

function inList(element: Element): boolean {
  return element.closest('[data-keys]') !== null
}

function actsOnEnter(element: Element): boolean {
  return element.closest('a[href], button, summary, [role=button], [role=tab], [role=option]') !== null
}

function isField(element: Element): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true
  if (element instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}
