import type { Measure } from './wrap.ts'

/** How letters look: the family, and how they are spaced where somebody reads with more space. */
export interface Lettering {
  readonly family: string
  /** In pixels. */
  readonly size: number
  readonly letterSpacing?: string
  readonly wordSpacing?: string
}

/** As a canvas names it. */
export const fontOf = ({ family, size }: Lettering, isStrong: boolean): string =>
  `${isStrong ? 600 : 400} ${size}px ${family}`

/** The width of a letter, in heights of one, where it cannot be measured: rather too much than too little. */
const UNMEASURED = { plain: 0.62, strong: 0.68 }

/** Measures texts in some lettering. Where the browser gives no canvas, widths are estimated. */
export function measureIn(lettering: Lettering): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const { letterSpacing = '0px', wordSpacing = '0px' } = lettering
  const known = new Map<string, number>()
  return (text, isStrong) => {
    const key = `${isStrong} ${text}`
    let width = known.get(key)
    if (!context) return text.length * lettering.size * UNMEASURED[isStrong ? 'strong' : 'plain']
    if (width === undefined) {
      context.font = fontOf(lettering, isStrong)
      Object.assign(context, { letterSpacing, wordSpacing })
      width = context.measureText(text).width
      known.set(key, width)
    }
    return width
  }
}
