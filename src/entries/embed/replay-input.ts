import type { Done } from './early-input.ts'

export const controlsIn = (screen: Element) => [...screen.querySelectorAll<HTMLInputElement>('input, button, a')]

/** Does again on a screen what was done on the same one before the application was there, once. */
export function replayInput({ before, pressed, acted, wasPointed, digits }: Done, screen: Element, flush: () => void) {
  const controls = controlsIn(screen)
  const press = (on?: Element | null) => on?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  const each = (does: (was: (typeof before)[number], control: HTMLInputElement) => void) =>
    before.forEach((was, index) => controls[index] && does(was, controls[index]))
  each(({ was, checked, value }, control) => {
    if (was.type === 'checkbox' && control.checked !== checked) control.click()
    if (was.type !== 'text' || !value) return
    control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  })
  each(({ was, isChosen }, control) => {
    if (was === pressed) press(control)
    else if (!isChosen) return
    control.click()
  })
  for (const code of digits)
    for (const type of ['keydown', 'keyup']) {
      screen.dispatchEvent(new KeyboardEvent(type, { code, bubbles: true }))
      flush()
    }
  if (acted instanceof HTMLFormElement) screen.querySelector('form')?.requestSubmit()
  each(({ was }, control) => was === acted && control.click())
  // Its click is still to come, to this same screen.
  if (wasPointed) press(screen.querySelector('fieldset'))
}
