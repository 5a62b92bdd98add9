import type { Page } from 'playwright-core'
import { TAG } from './host-page.ts'

const PROPERTIES =
  'fontSize fontFamily fontWeight fontStyle lineHeight letterSpacing wordSpacing color ' +
  'backgroundColor direction display textTransform textAlign textIndent whiteSpace cursor ' +
  'visibility listStyleType paddingTop marginBottom borderTopWidth borderTopColor minHeight'

/** What a page's style sheet could change inside the element. */
export const LOOKS = PROPERTIES.split(' ')

/** The computed style of each part inside. */
export const looks = (page: Page, properties: readonly string[] = LOOKS) =>
  page.locator(TAG).evaluate(
    (host, names) =>
      [...host.shadowRoot!.querySelectorAll('.in-host, .in-host *')].map((element) => {
        const style = getComputedStyle(element)
        return `${element.localName}.${element.className}: ${names.map((name) => Reflect.get(style, name)).join(' | ')}`
      }),
    properties,
  )
