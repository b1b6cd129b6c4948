import { SILENT_ELEMENTS } from './htmlTags'
import { createPlainTextBuilder } from './plainText'
import type { PlainTextBuilder } from './plainText'

/** What is used of a DOM's nodes; linkedom's own types want the library of a browser. */
export type DomNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly parentNode: DomNode | null
}

const TEXT_NODE = 3
const ELEMENT_NODE = 1

/** The text of a node and all in it, as plain text. Walks without recursion: no page is nested too deep for the stack. */
export function textOfNode(root: DomNode): string {
  const builder = createPlainTextBuilder()
  let node: DomNode | null = root
  while (node !== null) {
    const entered: boolean = enter(node, builder)
    if (entered && node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    if (entered) leave(node, builder)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) leave(node, builder)
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return builder.done()
}

function enter(node: DomNode, builder: PlainTextBuilder): boolean {
  if (node.nodeType === TEXT_NODE) builder.text(node.nodeValue ?? '')
  if (node.nodeType !== ELEMENT_NODE) return node.nodeType !== TEXT_NODE && node.firstChild !== null
  const name = node.nodeName.toLowerCase()
  if (SILENT_ELEMENTS.has(name)) return false
  builder.open(name)
  return true
}

function leave(node: DomNode, builder: PlainTextBuilder): void {
  const name = node.nodeName.toLowerCase()
  if (node.nodeType === ELEMENT_NODE && name !== 'br') builder.close(name)
}
