/** How far from the viewport the diagnostic begins to load, in pixels. */
export const NEAR = 800

export function isNear(element: Element): boolean {
  const { top, right, bottom, left, width } = element.getBoundingClientRect()
  return width > 0 && right > 0 && left < innerWidth && bottom > -NEAR && top < innerHeight + NEAR
}
