import type { Attachment } from 'svelte/attachments'

/** Text gets smaller by steps of this share, down to the smallest. */
const STEP = 0.04
const SMALLEST = 0.5

/**
 * Sets `--fit` on a part to the largest share, of at most 1, at which all of it stands
 * in its parent without scrolling, as on a wall, where nobody scrolls. Its style sheet
 * says what gets smaller by it, and down to what.
 */
export const fitsHeight: Attachment<HTMLElement> = (part) => {
  const parent = part.parentElement
  if (!parent) return
  const fit = () => {
    for (let share = 1; share >= SMALLEST; share -= STEP) {
      part.style.setProperty('--fit', share.toFixed(2))
      if (parent.scrollHeight <= parent.clientHeight) return
    }
  }
  const sizes = new ResizeObserver(fit)
  sizes.observe(parent)
  const contents = new MutationObserver(fit)
  contents.observe(part, { childList: true, characterData: true, subtree: true })
  return () => {
    sizes.disconnect()
    contents.disconnect()
  }
}
