import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'

/** Sizes of paper in centimetres. They are told as inches, which is what this Playwright hands on to a browser that expects centimetres. */
const SIZES = {
  A4: { width: '21in', height: '29.7in' },
  Letter: { width: '21.59in', height: '27.94in' },
} as const

export type Paper = keyof typeof SIZES
export const PAPERS = Object.keys(SIZES) as Paper[]

/** The text of each sheet that a page is printed on, its words apart by single spaces. */
export async function textOfSheets(page: Page, paper: Paper): Promise<string[]> {
  const input = await page.pdf(SIZES[paper])
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-', '-'], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The printed page could not be read. ${stderr}`)
  // Each sheet ends in a form feed.
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
}
