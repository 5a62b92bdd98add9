import { on } from 'svelte/events'

/** Where a key writes something, or belongs to what is open above the page. */
const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, dialog, [contenteditable]'

/** How long a key is taken to be down whose release nobody saw, in milliseconds. */
const LONGEST_HELD = 1000

/**
 * The digit on a key of the digit row or the number pad, by where the key is: with a French layout the digit row
 * writes "& é "" without Shift. `null` for every other key, and for what a browser or a text field takes for itself.
 */
function digitOf(event: KeyboardEvent): string | null {
  const { code, key } = event
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')) return null
  const [target] = event.composedPath()
  if (event.isComposing || (target instanceof Element && target.closest(TYPING))) return null
  if (code === '') return /^\d$/.test(key) ? key : null
  const [, place, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? []
  // Without NumLock, the pad's keys move about: their names are longer than what they would write.
  return digit === undefined || (place === 'Numpad' && key.length > 1) ? null : digit
}

/** The number key that is down. A keyboard is one, whatever is on the page. */
let held = { code: '', since: 0 }

/** Until it is released, which may be on the next screen. */
function hold(area: EventTarget, { code, timeStamp }: KeyboardEvent): void {
  held = { code, since: timeStamp }
  const end = on(area, 'keyup', (event) => {
    if (!(event instanceof KeyboardEvent) || event.code !== code) return
    if (held.code === code) held = { code: '', since: 0 }
    end()
  })
}

/**
 * Takes number keys. A key that is held down counts once, and so do keys that go down while another is held:
 * two at once are one answer.
 *
 * @param area where keys are heard
 * @returns what unsubscribes
 */
export function takeNumberKeys(area: EventTarget, onDigit: (digit: string, event: KeyboardEvent) => void): () => void {
  return on(area, 'keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.repeat) return
    const digit = digitOf(event)
    if (digit === null) return
    const isOther = held.code !== '' && held.code !== event.code
    if (isOther && event.timeStamp - held.since < LONGEST_HELD) return
    hold(area, event)
    onDigit(digit, event)
  })
}
