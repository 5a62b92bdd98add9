const PART = /<!--(.*?)-->|<(\/?)([a-z]\w*)([^>]*)>|([^<]+)/g
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g
const EMPTY = /^(?:input|br)$/
const SVG = 'http://www.w3.org/2000/svg'

/**
 * Builds markup that the build has written, node by node: a page that demands trusted types takes none as text.
 * Comments and spaces are where a component's own markup has them, so that the component can take it over.
 */
export function buildMarkup(markup: string, into: Element): void {
  let parent = into
  for (const [, comment, end, name = '', attributes = '', text] of markup.matchAll(PART)) {
    if (comment !== undefined) parent.append(document.createComment(comment))
    else if (text) parent.append(text)
    else if (end) parent = parent.parentElement!
    else {
      const element = document.createElementNS(name === 'svg' ? SVG : parent.namespaceURI, name)
      for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE))
        element.setAttribute(attribute, value)
      parent.append(element)
      if (!EMPTY.test(name)) parent = element
    }
  }
}
