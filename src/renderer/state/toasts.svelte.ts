import { Timers } from './timers'

export type ToastTone = 'plain' | 'good' | 'bad'
export type ToastAction = {
  readonly label: string
  /** The command whose key is shown beside the label. */
  readonly commandId?: string
  readonly run: () => void
}
export type Toast = {
  readonly id: number
  readonly message: string
  readonly tone: ToastTone
  readonly action: ToastAction | null
}
export type ToastInput = { readonly message: string; readonly tone?: ToastTone; readonly action?: ToastAction }

/** How long a message stays: long enough to read two lines and reach its action, short enough not to pile up. */
export const TOAST_MS = 8000
/** More than this hides the text behind it; the oldest goes first. */
export const MOST_TOASTS = 3

/** Short messages at the bottom. Failures stay until they are dismissed, so that none is missed. */
export class Toasts {
  #shown = $state.raw<readonly Toast[]>([])
  #nextId = 1
  readonly #timers = new Timers()

  get shown(): readonly Toast[] {
    return this.#shown
  }

  show(input: ToastInput): number {
    const toast = {
      id: this.#nextId++,
      message: input.message,
      tone: input.tone ?? 'plain',
      action: input.action ?? null,
    }
    // Undo always means the latest change: an older offer of it would undo something else than it says.
    const offersCommand = toast.action?.commandId !== undefined
    const kept = this.#shown.filter(
      (other) => other.message !== toast.message && !(offersCommand && other.action?.commandId !== undefined),
    )
    this.#shown = [...this.#trim(kept), toast]
    if (toast.tone !== 'bad') this.resume(toast.id)
    return toast.id
  }

  dismiss(id: number): void {
    this.pause(id)
    this.#shown = this.#shown.filter((toast) => toast.id !== id)
  }

  /** While the pointer or the focus is on a toast it must not vanish. */
  pause(id: number): void {
    this.#timers.stop(id)
  }

  resume(id: number): void {
    this.pause(id)
    const toast = this.#shown.find((other) => other.id === id)
    if (toast === undefined || toast.tone === 'bad') return
    this.#timers.start(id, TOAST_MS, () => this.dismiss(id))
  }

  /** Makes room for one more; failures give way last. */
  #trim(toasts: readonly Toast[]): readonly Toast[] {
    if (toasts.length < MOST_TOASTS) return toasts
    const oldest = toasts.find((toast) => toast.tone !== 'bad') ?? toasts[0]
    return this.#trim(toasts.filter((toast) => toast !== oldest))
  }
}
