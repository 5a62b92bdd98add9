import { readFileSync } from 'node:fs'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { answer, browsing, CODES, heading, result, sheetsOf, VARIED, type Visit } from './browser.ts'

const { visit } = browsing()

async function summary(options: Visit = {}) {
  const page = await visit(options)
  await answer(page, '1', VARIED)
  await result(page)
  await page.getByRole('button', { name: 'Send a summary' }).click()
  const sheet = page.getByRole('dialog', { name: 'Send a summary' })
  await sheet.waitFor()
  return { page, sheet, bare: page.url().split('#')[0]! }
}

describe('a summary', () => {
  it('is shown in full before it leaves, as what is then copied', async () => {
    const { page, sheet, bare } = await summary({ permissions: ['clipboard-read', 'clipboard-write'] })
    const text = await sheet.getByLabel('As a text').inputValue()
    for (const paragraph of text.split(/\n+/)) {
      const shown = (await sheet.locator('article').innerText()).replaceAll(/\s+/g, ' ')
      if (!/^(Silence|Ask this week)/.test(paragraph)) expect(shown).toContain(paragraph)
    }
    expect(text).toContain(`\n${bare}`)
    await sheet.getByRole('button', { name: 'Copy the text' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  })

  it('holds neither the code nor what the result names first', async () => {
    const { page, sheet } = await summary()
    const code = await page.getByLabel('Result code').inputValue()
    const [text, first, question] = [
      await sheet.getByLabel('As a text').inputValue(),
      await heading(page).innerText(),
      await page.locator('.brief .ask').first().innerText(),
    ]
    expect(first).toContain('places to begin')
    expect(text).not.toContain(first)
    expect(text).not.toContain(question)
    expect(text.replaceAll(/\W/g, '')).not.toContain(code.replaceAll('-', ''))
    expect(await sheet.innerHTML()).not.toContain(code.slice(0, 9))
    expect(text).not.toContain('#')
  })

  it('goes to the share sheet as a text, without an address of the result', async () => {
    const { page, sheet } = await summary({
      before: (fresh) =>
        fresh.addInitScript(() =>
          Object.defineProperty(navigator, 'share', {
            value: async (data: unknown) => ((window as unknown as { shared: unknown }).shared = data),
          }),
        ),
    })
    await sheet.getByRole('button', { name: 'Share the text' }).click()
    expect(await page.evaluate(() => (window as unknown as { shared: unknown }).shared)).toEqual({
      title: 'A summary of the leadership self-diagnostic',
      text: await sheet.getByLabel('As a text').inputValue(),
    })
  })

  it('is a picture on light paper, the same for another with its headline, with nothing written beside it', async () => {
    const pictureOf = async (vary: string) => {
      const page = await visit({ colorScheme: 'dark' })
      await answer(page, '1', vary)
      await result(page)
      await page.getByRole('button', { name: 'Send a summary' }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('dialog').getByRole('button', { name: 'Save the picture (PNG)' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/^leadership-diagnostic-execution-gaps-summary-[\d-]+\.png$/)
      return readFileSync(await file.path())
    }
    const [one, other] = [await pictureOf(VARIED), await pictureOf(`5${VARIED.slice(1)}`)]
    expect(one.readUInt32BE(16)).toBe(1600)
    expect(one.equals(other)).toBe(true)
    expect(one.includes('tEXt') || one.includes('iTXt') || one.includes('eXIf')).toBe(false)
  })

  it('is put on paper in the report’s place, with room to write and the bare address as a QR picture', async () => {
    const { page, sheet, bare } = await summary()
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'))
        document.documentElement.dataset['printed'] = ''
      }
    })
    await sheet.getByRole('button', { name: 'Print it, with room to write' }).click()
    await page.locator('html[data-printed]').waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.getByText('What answer would prove this wrong').isVisible()).toBe(true)
    expect(await page.getByText('This code opens the result again').count()).toBe(0)
    const { size, data } = await page.getByRole('img', { name: bare }).evaluate((svg) => {
      const modules = (svg as unknown as SVGSVGElement).viewBox.baseVal.width
      const pixels = modules * 4
      const context = new OffscreenCanvas(pixels, pixels).getContext('2d')!
      context.scale(4, 4)
      for (const shape of svg.children) {
        context.fillStyle = shape.getAttribute('fill')!
        context.fill(new Path2D(shape.getAttribute('d') ?? `M0 0h${modules}v${modules}H0z`))
      }
      return { size: pixels, data: [...context.getImageData(0, 0, pixels, pixels).data] }
    })
    expect(decodeQR({ width: size, height: size, data: Uint8Array.from(data) })).toBe(bare)
    // The shorter of the usual formats. The browser says before and after it that it prints.
    expect(sheetsOf(await page.pdf({ format: 'Letter' }))).toBe(1)
    await page.emulateMedia({ media: null })
    // The page is told of the other medium just before a frame.
    await page.evaluate(() => new Promise((told) => requestAnimationFrame(told)))
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect.poll(() => page.getByText('This code opens the result again').count()).toBe(1)
  })

  it('closes with Escape, and focus returns to what opened it', async () => {
    const { page, sheet } = await summary()
    await page.keyboard.press('Escape')
    await expect.poll(() => sheet.isVisible()).toBe(false)
    const opened = page.getByRole('button', { name: 'Send a summary' })
    expect(await opened.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('can be made of somebody else’s result, too', async () => {
    const page = await visit({ path: `#r=${CODES.varied.replaceAll('-', '')}` })
    await result(page)
    await page.getByRole('button', { name: 'Send a summary' }).click()
    expect(await page.getByLabel('As a text').inputValue()).not.toContain('#')
  })
})
