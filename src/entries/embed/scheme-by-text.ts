/** The luminance above which a colour counts as light. */
const MIDDLE = 0.5

/**
 * The colour scheme of a page that declares none, as dark pages often do: dark
 * where its text is light. `null` where its text is dark, where the page declares a
 * scheme, which then holds and may change, or where its colours cannot be read.
 */
export function schemeByText(element: Element): 'dark' | null {
  const { color, colorScheme } = getComputedStyle(element)
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(color)?.slice(1).map(Number)
  if (colorScheme !== 'normal' || !parts) return null
  const [red = 0, green = 0, blue = 0] = parts
  // Relative luminance, with the coefficients of WCAG 2.2 and without its curve.
  const light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  return light > MIDDLE ? 'dark' : null
}
