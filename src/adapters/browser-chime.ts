import type { Chime } from '../core/ports.ts'

/**
 * Tones in hertz, one after the other: rising for a response taken in, one for a
 * known one, falling for a refused one.
 */
const TONES = { taken: [880, 1320], known: [660], refused: [330, 220] } as const

const SECONDS = 0.09

/** Short tones from the browser's audio, without a file to load. */
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
        // A tone that stops abruptly clicks.
        gain.gain.setValueAtTime(0.2, start)
        gain.gain.exponentialRampToValueAtTime(0.001, start + SECONDS)
        oscillator.connect(gain).connect(context.destination)
        oscillator.start(start)
        oscillator.stop(start + SECONDS)
      }
    },
  }
}
