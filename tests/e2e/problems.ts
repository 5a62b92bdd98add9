import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Without its comments, less than half as much for each page to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const ALL = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe says of colours. All else that it looks at is the same in dark ones and in light ones. */
const OF_COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** The findings of axe against WCAG 2.2 AA and its best practices, one line each. */
export async function problems(page: Page, runOnly: object = ALL): Promise<string[]> {
  // Half a megabyte to send and to compile, once for each page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async (only) => {
    const run = (
      window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
    ).axe.run
    const { violations } = await run({
      runOnly: only,
      // Of what passes, no details.
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, runOnly)
}

/** The same of a page that was opened in dark colours, and then what light ones alone are to blame for. */
export async function problemsInBoth(page: Page): Promise<string[]> {
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  const inDark = await problems(page)
  await page.emulateMedia({ colorScheme: 'light' })
  // A chart hears of it by a transition of its colour, which stands at its beginning until a picture is drawn.
  await page.waitForFunction(
    () => matchMedia('(prefers-color-scheme: light)').matches && document.getAnimations().length === 0,
  )
  const inLight = await problems(page, OF_COLOURS)
  return [...inDark.map((one) => `in dark: ${one}`), ...inLight.map((one) => `in light: ${one}`)]
}

/** What reaches beyond the window, after the window's own width. */
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
