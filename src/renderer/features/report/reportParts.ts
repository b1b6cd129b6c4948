export type ReportParts = {
  readonly css: string
  /** What stands in the report's body, made harmless: no scripts, no handlers, no inline styles. */
  readonly content: DocumentFragment
}

/** Nothing of a report needs these; they are taken out though the page's policy would not let them run or load. */
const UNWANTED = 'script, link, meta, base, iframe, object, embed, form'
/** Elements that a page has once, by the class that stands for them in the preview. */
const ONCE = { body: 'report-body', main: 'report-main' } as const

/**
 * Takes a report's page apart so that it can be shown inside another: `:root`, `body` and `main` of its style sheet
 * become the shadow host and two classes. The page's own policy forbids inline styles, so a frame from `srcdoc`, which
 * inherits it, would show the report bare; and into a frame without scripts no test could look.
 */
export function takeApart(html: string, dark: boolean): ReportParts {
  const css: string[] = []
  // Before parsing: a parsed <style> is refused by the policy, and said so on the console, even in a document that is
  // never shown. Quoted text cannot be mistaken for one, since the report escapes it.
  const bare = html.replace(/<style[^>]*>([^]*?)<\/style>/giu, (_, sheet: string) => {
    css.push(sheet)
    return ''
  })
  const page = new DOMParser().parseFromString(bare, 'text/html')
  for (const element of page.querySelectorAll(UNWANTED)) element.remove()
  for (const element of page.querySelectorAll('*'))
    for (const { name } of [...element.attributes])
      if (name.startsWith('on') || name === 'style') element.removeAttribute(name)
  // Sections of the report are no landmarks of the program; their headings still lead through it.
  for (const section of page.querySelectorAll('section')) section.removeAttribute('aria-labelledby')
  for (const main of page.querySelectorAll('main')) main.replaceWith(stand(ONCE.main, main))
  const content = document.createDocumentFragment()
  content.append(document.importNode(stand(ONCE.body, page.body), true))
  return { css: embeddedCss(css.join('\n'), dark), content }
}

function stand(className: string, element: Element): HTMLElement {
  const division = element.ownerDocument.createElement('div')
  division.className = className
  division.append(...element.childNodes)
  return division
}

/** A report follows the system's light or dark; in the program the reviewer may have chosen otherwise. */
function embeddedCss(css: string, dark: boolean): string {
  const once = Object.entries(ONCE).reduce(
    (sheet, [tag, name]) => sheet.replace(new RegExp(`(?<=^|[\\s,{}>])${tag}(?=[\\s,{>:.])`, 'gu'), `.${name}`),
    css,
  )
  return once.replaceAll(':root', ':host').replaceAll('(prefers-color-scheme: dark)', dark ? 'all' : 'not all')
}
