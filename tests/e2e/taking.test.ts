import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answer, browsing, heading, heldScripts, pressAll, progress, ready, result, VARIED } from './browser.ts'

const { visit } = browsing()

const option = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true })
const skip = (page: Page) => page.getByRole('button', { name: 'Skip', exact: true })

describe('with the keyboard alone', () => {
  it('a whole run leads from the address to the result, by number keys', async () => {
    const page = await visit()
    await answer(page, '2', VARIED)
    await result(page)
    await expect.poll(() => page.getByText('seen from the middle').count()).toBe(1)
  })

  it('a whole run leads to the result by Tab, arrow keys and Enter', async () => {
    const page = await visit()
    // Into the vantage question: the radio group is the first stop.
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    for (let item = 1; item <= 30; item++) {
      await expect.poll(() => progress(page).textContent()).toBe(`${item} of 30`)
      await page.keyboard.press('ArrowDown')
      for (let step = 0; step < item % 5; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    await result(page)
  })

  it('arrow keys and Space only select, and Skip becomes Next', async () => {
    const page = await visit()
    await answer(page, '1', '')
    await expect.poll(() => skip(page).count()).toBe(1)
    const statement = await heading(page).textContent()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => option(page, 'Rarely').isChecked()).toBe(true)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => option(page, 'Never').isChecked()).toBe(true)
    await page.keyboard.press(' ')
    await expect.poll(() => heading(page).textContent()).toBe(statement)
    await expect.poll(() => skip(page).count()).toBe(0)
    await next(page).press('Enter')
    await expect.poll(() => heading(page).textContent()).not.toBe(statement)
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
  })

  it('Enter answers with the option in focus, selected or not', async () => {
    const page = await visit()
    await answer(page, '1', '')
    await option(page, 'Never').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => option(page, 'Never').isChecked()).toBe(true)
  })

  it('a key that is held down answers once', async () => {
    const page = await visit()
    await answer(page, '1', '')
    await page.keyboard.down('4')
    await page.keyboard.down('4')
    await page.keyboard.down('4')
    await page.keyboard.up('4')
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
  })

  it('numbers typed into a field, or with Control, answer nothing', async () => {
    const page = await visit()
    await page.getByLabel('Answering about').fill('Plant ')
    await page.keyboard.type('12')
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
    await heading(page).focus()
    await page.keyboard.press('Control+1')
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
  })

  it('number keys answer by their place, on the digit row of any layout and on the pad', async () => {
    const page = await visit()
    const press = (key: Readonly<Record<string, string | boolean>>) =>
      page.evaluate((init) => {
        for (const name of ['keydown', 'keyup'])
          document.body.dispatchEvent(new KeyboardEvent(name, { bubbles: true, composed: true, ...init }))
      }, key)
    const at = (screen: string) => expect.poll(() => progress(page).textContent()).toBe(screen)
    await press({ code: 'Digit1', key: '&' })
    await at('1 of 30')
    await press({ code: 'Digit4', key: '4', shiftKey: true })
    await at('2 of 30')
    await press({ code: 'Numpad5', key: '5' })
    await at('3 of 30')
    await press({ code: '', key: '3' })
    await at('4 of 30')
    for (const ignored of [
      { code: 'Numpad4', key: 'ArrowLeft' },
      { code: 'KeyA', key: '4' },
      { code: 'Digit4', key: '4', ctrlKey: true },
      { code: 'Digit4', key: '4', altKey: true },
      { code: 'Digit4', key: '4', metaKey: true },
      { code: 'Digit4', key: '4', modifierAltGraph: true },
    ])
      await press(ignored)
    await press({ code: 'Digit2', key: 'é' })
    await at('5 of 30')
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => option(page, 'Rarely').isChecked()).toBe(true)
  })

  it('marks the first answer in a picture of its own, keeps it at once, and a key before that is for the statement', async () => {
    const page = await visit()
    const [marked] = await page.evaluate(async () => {
      const pictures = []
      for (const code of ['Digit2', 'Digit4']) {
        for (const name of ['keydown', 'keyup'])
          document.body.dispatchEvent(new KeyboardEvent(name, { bubbles: true, composed: true, code }))
        await Promise.resolve()
        pictures.push({
          isMarked: document.querySelector<HTMLInputElement>('[value="middle"]')?.checked,
          button: document.querySelector('.begin')?.textContent,
          kept: localStorage.getItem('leadership-diagnostic.run.execution-gaps'),
        })
      }
      return pictures
    })
    expect(marked).toMatchObject({ isMarked: true, button: 'Begin', kept: expect.stringContaining('"place":"item ') })
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    for (const _ of [1, 2]) await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => page.locator('[value="middle"]').isChecked()).toBe(true)
  })

  it('two keys at once answer one statement', async () => {
    const page = await visit()
    await page.keyboard.down('1')
    await page.keyboard.down('4')
    await page.keyboard.up('4')
    await page.keyboard.up('1')
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
    await page.keyboard.down('4')
    await page.keyboard.down('5')
    await page.keyboard.up('4')
    await page.keyboard.up('5')
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await page.keyboard.press('5')
    await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
  })

  it('focus and its announcement follow to each screen', async () => {
    const page = await visit()
    await answer(page, '1', '')
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())
    await expect.poll(() => focused()).toMatch(/^1 of 30: /)
    await answer(page, '4', '')
    await expect.poll(() => focused()).toMatch(/^2 of 30: /)
    await page.getByText('Often', { exact: true }).click()
    await expect.poll(() => focused()).toMatch(/^3 of 30: /)
    expect(await page.locator('input:checked').count()).toBe(0)
    await page.getByRole('button', { name: 'All statements' }).press('Enter')
    await expect.poll(focused).toBe('All statements')
  })
})

describe('with a pointer', () => {
  it('a press answers and moves on', async () => {
    const page = await visit()
    await page.getByText('Close to the work').click()
    await page.getByText('Often', { exact: true }).click()
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => option(page, 'Often').isChecked()).toBe(true)
  })

  it('a press on the radio itself, or on what is already selected, does so too', async () => {
    const page = await visit()
    await answer(page, '1', '')
    await option(page, 'Often').click()
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await page.getByRole('button', { name: 'Back' }).click()
    await option(page, 'Often').click()
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
  })

  it('a double click answers one statement, not two, and a press that slips over the words answers too', async () => {
    const page = await visit()
    await answer(page, '1', '')
    const words = page.getByText('Sometimes', { exact: true })
    await words.dblclick()
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(0)
    const { x, y, height } = (await words.boundingBox())!
    await page.mouse.move(x + 8, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + 28, y + height / 2 + 2)
    await page.mouse.up()
    await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
  })

  it('a double click on Skip or Back moves by one', async () => {
    const page = await visit()
    await answer(page, '1', '44')
    await skip(page).dblclick()
    await expect.poll(() => progress(page).textContent()).toBe('4 of 30')
    await page.getByRole('button', { name: 'Back' }).dblclick()
    await expect.poll(() => progress(page).textContent()).toBe('3 of 30')
  })

  it('a click without a press, as assistive technology sends it, only selects', async () => {
    const page = await visit()
    await answer(page, '1', '')
    await option(page, 'Often').dispatchEvent('click')
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
    await expect.poll(() => option(page, 'Often').isChecked()).toBe(true)
  })

  it('a whole run by touch on a small phone leads to the result', async () => {
    const page = await visit({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    await page.getByText('Senior leadership').tap()
    // Never the same place twice running: that would be a double tap, and count once. An
    // option stands where the one beside it stood when a statement is a line longer.
    for (const key of '135240'.repeat(5)) {
      const radios = page.getByRole('radio')
      await radios.nth(key === '0' ? 5 : Number(key) - 1).tap()
    }
    await result(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it('has targets of 44 pixels and more', async () => {
    const page = await visit({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    const small = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('button, label:has(input), summary, article a, input[name="about"]')]
          .map((element) => ({ text: element.textContent?.trim(), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
          .map(({ text, box }) => `${text}: ${box.width} x ${box.height}`),
      )
    expect(await small()).toEqual([])
    await page.getByText('Senior leadership').tap()
    expect(await small()).toEqual([])
    await page.getByRole('button', { name: 'All statements' }).tap()
    expect(await small()).toEqual([])
    await page.getByRole('button', { name: 'Go to the first unanswered' }).tap()
    await pressAll(page, '123450'.repeat(5))
    await result(page)
    await page.getByRole('button', { name: 'Start again' }).waitFor()
    expect(await small()).toEqual([])
  })
})

describe('Begin', () => {
  it('asks for a place first, without taking one', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Rather not say')
    await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByText(/^Rather not say/).click()
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
  })
})

describe('quick answering switched off', () => {
  it('leaves moving on to Next, for presses and keys alike', async () => {
    const page = await visit()
    await page.getByLabel('Move on as soon as I choose').click()
    await page.getByText('Leading a site or unit').click()
    await expect
      .poll(() =>
        option(page, 'Leading a site or unit I am given the direction and turn it into work for others').isChecked(),
      )
      .toBe(true)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.keyboard.press('4')
    await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByText('Often', { exact: true }).click()
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
    await next(page).click()
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
  })
})

describe('before the script is there', () => {
  it('the intro is there to read, and a press counts', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ before: hold, until: 'commit' })
    await page.getByText('Close to the work').click()
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
    await expect.poll(() => page.getByRole('radio', { name: /^Close to the work/ }).isChecked()).toBe(true)
    letGo()
    await ready(page)
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => page.getByRole('radio', { name: /^Close to the work/ }).isChecked()).toBe(true)
  })

  it('what was selected by arrow key or typed is kept, without moving on', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ before: hold, until: 'commit' })
    await page.getByRole('radio').first().press('ArrowDown')
    await page.getByLabel('Answering about').fill('Two plants')
    letGo()
    await ready(page)
    await expect.poll(() => page.getByRole('radio', { name: /^Leading a site or unit/ }).isChecked()).toBe(true)
    await expect.poll(() => page.getByLabel('Answering about').inputValue()).toBe('Two plants')
    await expect.poll(() => progress(page).count()).toBe(0)
    await page.reload()
    await ready(page)
    await expect.poll(() => page.getByLabel('Answering about').inputValue()).toBe('Two plants')
  })

  it('quick answering that was switched off stays off', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ before: hold, until: 'commit' })
    await page.getByLabel('Move on as soon as I choose').click()
    await page.getByText('Close to the work').click()
    letGo()
    await ready(page)
    await expect.poll(() => progress(page).count()).toBe(0)
    await expect.poll(() => page.getByRole('radio', { name: /^Close to the work/ }).isChecked()).toBe(true)
  })

  it('Begin counts too, and sends nothing anywhere', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ before: hold, until: 'commit' })
    await page.getByRole('radio').nth(1).press(' ')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    letGo()
    await ready(page)
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
    expect(page.url()).not.toContain('?')
  })

  it('Enter on a place counts too', async () => {
    const { hold, letGo } = heldScripts()
    const page = await visit({ before: hold, until: 'commit' })
    await page.getByRole('radio').first().press('ArrowDown')
    await page.keyboard.press('Enter')
    letGo()
    await ready(page)
    await expect.poll(() => progress(page).textContent()).toBe('1 of 30')
  })

  it('without scripts at all, the intro can still be read', async () => {
    const page = await visit({ javaScriptEnabled: false, until: 'load' })
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
  })
})

describe('skipping and the list', () => {
  it('a skipped statement is seen in the list and answered from there', async () => {
    const page = await visit()
    await answer(page, '3', `4s${VARIED.slice(2)}`)
    await page.getByText('One is unanswered.').waitFor()
    await page.getByRole('button', { name: 'Go to the first unanswered' }).click()
    await expect.poll(() => progress(page).textContent()).toBe('2 of 30')
    await page.keyboard.press('5')
    await result(page)
  })

  it('a changed answer leads back to the list, and the result follows it', async () => {
    const page = await visit()
    await answer(page, '3', '3'.repeat(24) + '222222')
    await result(page)
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: /^Work stands still/ }).click()
    await page.keyboard.press('5')
    await expect.poll(() => heading(page).textContent()).toBe('All statements')
    await page.getByRole('button', { name: 'See the result' }).click()
    await result(page)
    const friction = page.getByRole('heading', { name: 'Organizational Friction' }).locator('xpath=ancestor::section')
    await expect.poll(() => friction.getByText('almost always').first().isVisible()).toBe(true)
  })

  it('says how much is left', async () => {
    const page = await visit()
    await answer(page, '3', '')
    await expect.poll(() => page.getByText('about 5 minutes left').count()).toBe(1)
    await answer(page, '3', '333333333333333333333333333'.slice(4)).catch(() => undefined)
    await expect.poll(() => page.getByText('about a minute left').count()).toBe(1)
  })

  it('starting again asks first, and then removes everything', async () => {
    const page = await visit()
    await answer(page, '3', '445')
    await page.getByRole('button', { name: 'All statements' }).click()
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByRole('button', { name: 'Keep my answers' }).click()
    await expect.poll(() => page.getByText('27 of 30 are unanswered.').count()).toBe(1)
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.getByRole('button', { name: 'Remove and start again' }).click()
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
    await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({})
    await page.reload()
    await ready(page)
    await expect.poll(() => heading(page).textContent()).toBe('Where does strategy stop governing the work?')
  })
})
