/** The lightness above which a colour counts as light. */
const MIDDLE = 0.5

/** The numbers of a computed colour, whatever its notation: `rgb(…, …)`, `oklch(…)`, `color(display-p3 …)`. */
const NUMBERS = /(?<![\w-])-?[\d.]+/g

/** The upper end of a notation's numbers, by its first letter; 1 for all others. */
const MOST: Readonly<Record<string, number>> = { r: 255, l: 100 }

/**
 * How light a computed colour is, from 0 to 1: as light as its green, which is most of what eyes see of it, or as the
 * notation itself says. `undefined` where it cannot be read, or shows what is behind it.
 */
function lightOf(colour: string): number | undefined {
  const [kind = ''] = colour
  const [first = 0, green = 0, , alpha = 1] = colour.match(NUMBERS)?.map(Number) ?? [0, 0, 0, 0]
  return alpha < MIDDLE ? undefined : (/[rc]/.test(kind) ? green : first) / (MOST[kind] ?? 1)
}

/**
 * The colour scheme of a page that declares none, as dark pages often do: dark
 * where its text is light or, since some set the colour of each paragraph alone,
 * where it lies on a dark ground. `null` where neither is, where the page declares
 * a scheme, which then holds and may change, or where its colours cannot be read.
 */
export function schemeByText(element: Element): 'dark' | null {
  const { color, colorScheme } = getComputedStyle(element)
  let ground: number | undefined
  for (let around: Element | null = element; around; around = around.parentElement)
    ground ??= lightOf(getComputedStyle(around).backgroundColor)
  const isDark = (lightOf(color) ?? 0) > MIDDLE || (ground ?? 1) <= MIDDLE
  return colorScheme === 'normal' && isDark ? 'dark' : null
}
