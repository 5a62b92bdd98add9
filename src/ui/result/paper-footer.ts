import type { Attachment } from 'svelte/attachments'

/** Text as a string of a style sheet. CSS Syntax 3, 4.3.7. */
const quoted = (text: string) =>
  `"${text.replaceAll(/[^ -~]|["\\]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`

/** Lays out printed pages by this rule for as long as an element is there. */
export function pageRule(rule: string): Attachment {
  return () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rule)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }
}

/** Prints a text and the page's number at the foot of every page, where the browser supports it. */
export function paperFooter(text: string): Attachment {
  const type = 'font: 8pt system-ui, sans-serif; color: #333;'
  return pageRule(
    `@page { @bottom-left { content: ${quoted(text)}; ${type} } @bottom-right { content: counter(page) " / " counter(pages); ${type} } }`,
  )
}
