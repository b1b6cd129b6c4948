export const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Within what the contract allows, 0.8 to 1.6; the browser's own zoom comes on top. */
export const TEXT_SCALES = [
  { value: '0.9', label: 'Small' },
  { value: '1', label: 'Usual' },
  { value: '1.15', label: 'Large' },
  { value: '1.3', label: 'Larger' },
  { value: '1.6', label: 'Largest' },
] as const

/** The choice that is shown for a scale, which may have been set elsewhere. */
export function nearestScale(scale: number): string {
  const [nearest] = TEXT_SCALES.toSorted(
    (a, b) => Math.abs(Number(a.value) - scale) - Math.abs(Number(b.value) - scale),
  )
  return nearest?.value ?? '1'
}
