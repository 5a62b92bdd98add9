/** Whether what is seen behind an element is a picture or a gradient, whose colours no script can read. */
export function isOnPicture(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(around)
    if (backgroundImage !== 'none') return true
    if (!/^rgba\(.* 0\)$/.test(backgroundColor)) return false
  }
  return false
}
