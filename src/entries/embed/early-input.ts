// As in replay-input.ts: a module that both have would be one more request.
const CONTROLS = 'input, button, a'

const DIGIT = /^(?:Digit|Numpad)(\d)$/

/** Events that announce an answer: a pointer above it, focus in it, or a press by other means. */
const SIGNS = ['pointerover', 'focusin', 'click']

/** The reader's acts on a first screen, to be done again by replay-input.ts. */
export interface Done {
  /** The screen's controls as they were left, in their order. */
  readonly before: readonly {
    readonly was: HTMLInputElement
    readonly checked: boolean
    readonly isChosen: boolean
    readonly value: string
  }[]
  /** The option that was pressed last. */
  readonly pressed: Element | null
  /** The button or link that was pressed last, or the form that was sent. */
  readonly acted: Element | null
  /** Whether a press has begun that has not ended. */
  readonly wasPointed: boolean
  /** The codes of digit keys. */
  readonly digits: readonly string[]
}

export interface EarlyInput {
  readonly isTouched: () => boolean
  /** Resolves at the first sign that a reader may answer; `null` once there was one. */
  readonly wanted: () => Promise<void> | null
  /** Ends the keeping. */
  readonly handOver: () => Done
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

  let wanted: Promise<void> | null = new Promise((resolve) => {
    for (const sign of SIGNS)
      listen(sign, () => {
        wanted = null
        resolve()
      })
  })
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
    const before = [...frame.querySelectorAll<HTMLInputElement>(CONTROLS)].map((was) => {
      const { checked, defaultChecked, value } = was
      return { was, checked, isChosen: checked && !defaultChecked, value }
    })
    return { before, pressed, acted, wasPointed, digits }
  }

  return { isTouched: () => isTouched, wanted: () => wanted, handOver }
}
