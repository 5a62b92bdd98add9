import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The findings of axe against WCAG 2.2 AA and its best practices, one line each. */
export async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = (
      window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
    ).axe.run
    const { violations } = await run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

/** The window's width, and the elements that reach beyond it. */
export const widthOf = (page: Page): Promise<(string | number)[]> =>
  page.evaluate(() => [
    document.documentElement.scrollWidth,
    ...[...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return element.checkVisibility() && (right > innerWidth + 1 || left < -1) && !element.closest('svg, .sr')
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  ])
