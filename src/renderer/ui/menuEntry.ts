/** One action of a menu. */
export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly run: () => void
  readonly keys?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Shown as chosen. */
  readonly checked?: boolean
}
