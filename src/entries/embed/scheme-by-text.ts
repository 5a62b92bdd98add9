/** How light a colour is that is neither. */
const MIDDLE = 0.5

/**
 * The colour scheme of a page that names none, as dark pages often do: where its
 * text is light, it is dark. `null` where it is not, where the page names a scheme,
 * which holds then and can change, or where its colours cannot be read.
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
