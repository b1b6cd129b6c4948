import { parsers } from 'prettier/plugins/markdown'

/** A node of the Markdown tree that Prettier's own parser makes (mdast). */
export type MarkdownNode = {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly url?: string
  readonly children?: readonly MarkdownNode[]
}

export async function readMarkdown(text: string): Promise<MarkdownNode> {
  // Prettier types its parsers for its own use: the options it asks for play no part in parsing Markdown.
  const parser = parsers.markdown as unknown as { parse: (text: string, options: object) => Promise<MarkdownNode> }
  return await parser.parse(text, {})
}

export function allNodes(node: MarkdownNode): readonly MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(allNodes)]
}

/** The characters that a reader sees of a node, a line break as LF; `leaveOut` drops nodes of that type. */
export function shownText(node: MarkdownNode, leaveOut?: string): string {
  if (node.type === leaveOut) return ''
  if (node.type === 'break') return '\n'
  if (node.children !== undefined) return node.children.map((child) => shownText(child, leaveOut)).join('')
  return node.value ?? ''
}
