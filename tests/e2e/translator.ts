import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Puts other words in the place of every text on the page, or of those in an element. */
    translate: () => void
    /** The words of an element as the person who had them translated takes them. */
    meant: (element: Element) => string
  }
}

/**
 * A translator as browsers have them: it takes text nodes out and puts nested
 * `<font>` elements in their place, whose words are here the same, from behind.
 * From then on it does so with every text that appears or changes, and is late with that.
 */
function translator(): void {
  const reversed = (text: string) => Array.from(text).toReversed().join('')
  const rootsOf = (node: Node): Node[] => {
    const hosts = node instanceof Element || node instanceof Document ? [...node.querySelectorAll('*')] : []
    return [node, ...hosts.flatMap(({ shadowRoot }) => (shadowRoot ? rootsOf(shadowRoot) : []))]
  }
  const textsIn = (node: Node): Text[] =>
    rootsOf(node).flatMap((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: Text[] = []
      while (walker.nextNode()) {
        const text = walker.currentNode as Text
        const { parentElement } = text
        const isMeant = text.data.trim() !== '' && !parentElement?.closest('.translated, script, style, svg, textarea')
        if (isMeant) found.push(text)
      }
      return found
    })
  const put = (text: Text, words: string) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    outer.className = 'translated'
    inner.append(reversed(words))
    outer.append(inner)
    text.replaceWith(outer)
  }
  const watched = new WeakSet<Node>()
  const late = new MutationObserver(() => {
    watch()
    const asked = textsIn(document).map((text) => [text, text.data] as const)
    setTimeout(() => {
      for (const [text, words] of asked) put(text, words)
    }, 30)
  })
  const watch = () => {
    for (const root of rootsOf(document)) {
      if (watched.has(root)) continue
      watched.add(root)
      late.observe(root, { childList: true, characterData: true, subtree: true })
    }
  }
  window.translate = () => {
    for (const text of textsIn(document)) put(text, text.data)
    watch()
  }
  window.meant = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let said = ''
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text
      said += parentElement?.closest('.translated') ? reversed(data) : data
    }
    return said.replaceAll(/\s+/g, ' ').trim()
  }
}

/** Brings the translator along, which begins once `window.translate` is called. */
export const withTranslator = (page: Page): Promise<unknown> => page.addInitScript(translator)

/** Has the page translated, from now on. */
export const translate = (page: Page): Promise<void> => page.evaluate(() => window.translate())

/** What an element says, by the words that the translator was given. */
export const meant = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((elements) => elements.map((element) => window.meant(element)))
