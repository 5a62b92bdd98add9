import type { Clock } from '../core/ports.ts'

/** The device's own clock and calendar day. */
export const browserClock: Clock = {
  now: () => performance.now(),
  moment: () => Date.now(),
  today() {
    const day = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
  },
}

/** Resolves after so many milliseconds, or later where the page is hidden. */
export const browserWait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
