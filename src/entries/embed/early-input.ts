const CONTROLS = 'input, button, a'

const DIGIT = /^(?:Digit|Numpad)(\d)$/

const controlsIn = (root: Element) => [...root.querySelectorAll<HTMLInputElement>(CONTROLS)]

export interface EarlyInput {
  readonly isTouched: () => boolean
  /** Ends the keeping. Returns a function that does all of it again on the same screen, once. */
  readonly handOver: () => (screen: HTMLElement, flush: () => void) => void
}

/**
 * Keeps what a reader does on a first screen that no application stands behind yet: what they choose, type and press
 * last.
 */
export function keepEarlyInput(frame: HTMLElement): EarlyInput {
  let isTouched = false
  let wasPointed = false
  let pressed: Element | null = null
  let acted: Element | null = null
  const digits: string[] = []
  const ends = new AbortController()
  const listen = (name: string, listener: (event: Event) => void) =>
    frame.addEventListener(name, listener, { capture: true, signal: ends.signal })

  listen('pointerdown', () => (isTouched = wasPointed = true))
  listen('keydown', (event) => {
    const { code, target, repeat, ctrlKey, altKey, metaKey } = event as KeyboardEvent
    isTouched = true
    wasPointed = false
    const digit = DIGIT.exec(code)?.[1]
    if (!digit || repeat || ctrlKey || altKey || metaKey || (target as Element).matches('[type=text]')) return
    digits.push(code)
    const label = [...frame.querySelectorAll('label')].find((one) => one.querySelector('kbd')?.textContent === digit)
    const radio = label?.querySelector('input')
    if (radio && digits.length === 1) radio.checked = true
  })
  listen('submit', (event) => {
    event.preventDefault()
    acted ??= event.target as Element
  })
  listen('click', (event) => {
    const control = (event.target as Element).closest(CONTROLS)
    if (control?.matches('[type=radio]')) {
      // As the options themselves tell a press from an arrow key.
      pressed = wasPointed ? control : null
      wasPointed = false
      acted = null
    } else if (control?.matches('button, a[href^="#"]')) {
      event.preventDefault()
      acted = control
    }
  })

  const handOver = () => {
    ends.abort()
    const before = controlsIn(frame).map((was) => {
      const { checked, defaultChecked, value } = was
      return { was, checked, isChosen: checked && !defaultChecked, value }
    })
    const isSent = acted instanceof HTMLFormElement
    return (screen: HTMLElement, flush: () => void) => {
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
      if (isSent) screen.querySelector('form')?.requestSubmit()
      each(({ was }, control) => was === acted && control.click())
      // Its click is still to come, to this same screen.
      if (wasPointed) press(screen.querySelector('fieldset'))
    }
  }

  return { isTouched: () => isTouched, handOver }
}
