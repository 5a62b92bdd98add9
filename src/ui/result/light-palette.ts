/** Colours and fonts for a canvas: computed, by role. */
export interface Palette {
  readonly source: string
  readonly up: string
  readonly down: string
  readonly kept: string
  readonly ink: string
  readonly soft: string
  readonly rule: string
  readonly paper: string
  readonly serif: string
  readonly sans: string
}

/**
 * The palette of the light scheme, whichever the page is in: downloads and print
 * are seen on white.
 *
 * @param within any element of the diagnostic
 */
export function lightPalette(within: Element): Palette {
  const host = document.createElement('i')
  host.className = 'in-light'
  host.hidden = true
  within.closest('.diagnostic')?.append(host)
  const colour = (role: string) => {
    host.style.color = `var(--${role})`
    return getComputedStyle(host).color
  }
  const font = (role: string) => {
    host.style.fontFamily = `var(--${role})`
    return getComputedStyle(host).fontFamily
  }
  const palette = {
    source: colour('silence'),
    up: colour('signal'),
    down: colour('friction'),
    kept: colour('accent'),
    ink: colour('ink'),
    soft: colour('soft'),
    rule: colour('rule'),
    paper: colour('paper'),
    serif: font('serif'),
    sans: font('sans'),
  }
  host.remove()
  return palette
}
