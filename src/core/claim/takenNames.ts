/** Whether another of these has the name; case and the Unicode form of letters do not tell names apart. */
export function isNameTaken(
  named: readonly { readonly id: string; readonly name: string }[],
  name: string,
  ownId: string | null,
): boolean {
  return named.some((one) => one.id !== ownId && fold(one.name) === fold(name))
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
