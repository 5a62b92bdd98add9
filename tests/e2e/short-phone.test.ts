import { expect, it } from 'vitest'
import { questionnaireFolders } from '../../src/build/read-questionnaires.ts'
import { listedLanguages } from '../../src/ui/locales/index.ts'
import { answer, browsing } from './browser.ts'

const { visit } = browsing()
const HEIGHT = 560

interface Seen {
  readonly statement: string
  /** The top and the bottom of each answer, *can't see* too, and of each way on. */
  readonly ends: readonly (readonly [top: number, bottom: number])[]
  /** The lowest of what is pressed. */
  readonly least: number
}

it.each(questionnaireFolders().flatMap((id) => listedLanguages().map((language) => [id, language] as const)))(
  'every statement of %s in %s has all answers and Skip in sight on a phone of 375 by 560',
  async (id, language) => {
    const page = await visit({ path: `?q=${id}&lang=${language}`, viewport: { width: 375, height: HEIGHT } })
    await answer(page, '2', '')
    const position = await page.getByText(/^1 \D+ \d+$/).textContent()
    const items = Number(/\d+$/.exec(position ?? '')?.[0])
    const seen = await page.evaluate(async (many) => {
      const found: Seen[] = []
      for (let index = 0; index < many; index++) {
        const pressed = [...document.querySelectorAll('fieldset label, fieldset + div button')]
        const boxes = pressed.map((one) => one.getBoundingClientRect())
        found.push({
          statement: document.querySelector('h1')!.innerText,
          ends: boxes.map(({ top, bottom }) => [top, bottom] as const),
          least: Math.min(...boxes.map(({ height }) => height)),
        })
        ;(pressed.at(-1) as HTMLElement).click()
        await new Promise((resolve) => setTimeout(resolve))
      }
      return found
    }, items)
    expect(new Set(seen.map(({ statement }) => statement)).size).toBe(items)
    for (const { statement, ends, least } of seen) {
      // Five answers, can't see, Back, the list and Skip.
      expect(ends, statement).toHaveLength(9)
      expect(Math.min(...ends.map(([top]) => top)), statement).toBeGreaterThan(0)
      expect(Math.max(...ends.map(([, bottom]) => bottom)), statement).toBeLessThanOrEqual(HEIGHT)
      expect(least, statement).toBeGreaterThanOrEqual(44)
    }
  },
)
