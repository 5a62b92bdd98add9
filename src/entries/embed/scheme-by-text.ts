/** The luminance above which a colour counts as light. */
const MIDDLE = 0.5

/**
 * The relative luminance of a computed colour, with the coefficients of WCAG 2.2 and without its curve. Not a number
 * where it cannot be read.
 */
function lightOf(colour = ''): number {
  const [red = NaN, green = 0, blue = 0] = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour)?.slice(1).map(Number) ?? []
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}

/**
 * The colour scheme of a page that declares none, as dark pages often do: dark
 * where its text is light or, since some set the colour of each paragraph alone,
 * where it lies on a dark ground. `null` where neither is, where the page declares
 * a scheme, which then holds and may change, or where its colours cannot be read.
 */
export function schemeByText(element: Element): 'dark' | null {
  const { color, colorScheme } = getComputedStyle(element)
  let ground: string | undefined
  for (let around: Element | null = element; around; around = around.parentElement)
    ground ??= /^rgb\(.+/.exec(getComputedStyle(around).backgroundColor)?.[0]
  return colorScheme === 'normal' && (lightOf(color) > MIDDLE || lightOf(ground) <= MIDDLE) ? 'dark' : null
}
