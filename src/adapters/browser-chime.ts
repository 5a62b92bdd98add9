import type { Chime } from '../core/ports.ts'

/** Tones in hertz, one after the other: up for what was taken in, level for what is known, down for what was refused. */
const TONES = { taken: [880, 1320], known: [660], refused: [330, 220] } as const

const SECONDS = 0.09

/** Short tones of the browser's own making, without a file to load. */
export function browserChime(browser: Window & typeof globalThis): Chime {
  let context: AudioContext | null = null
  return {
    prepare() {
      try {
        context ??= new browser.AudioContext()
        context.resume().catch(() => undefined)
      } catch {
        // A device without sound stays silent.
      }
    },
    play(sound) {
      if (context?.state !== 'running') return
      for (const [index, tone] of TONES[sound].entries()) {
        const start = context.currentTime + index * SECONDS
        const oscillator = context.createOscillator()
        const gain = context.createGain()
        oscillator.frequency.value = tone
        // A tone that ends at once clicks.
        gain.gain.setValueAtTime(0.2, start)
        gain.gain.exponentialRampToValueAtTime(0.001, start + SECONDS)
        oscillator.connect(gain).connect(context.destination)
        oscillator.start(start)
        oscillator.stop(start + SECONDS)
      }
    },
  }
}
