import type { Attachment } from 'svelte/attachments'

/**
 * Moves focus to a new screen's heading, so that a screen reader announces it and
 * the next Tab leads into it. Not on load: focus moves only when the person does.
 *
 * @param isPressed whether the person moved by a pointer, so that no key follows before the next picture
 */
export function focusOnMove(hasMoved: boolean, isPressed?: () => boolean): Attachment<HTMLElement> {
  return (heading) => {
    if (!hasMoved) return
    const app = heading.closest('.diagnostic')
    const show = () => app && app.getBoundingClientRect().top < 0 && app.scrollIntoView()
    const focus = () => heading.focus({ preventScroll: true })
    // The element that had focus is gone, so that keys would reach nothing meanwhile.
    if (document.activeElement === document.body && !isPressed?.()) {
      focus()
      show()
    }
    // After a press on an option both can do with the layout that the next picture needs.
    else
      requestAnimationFrame(() => {
        show()
        setTimeout(focus)
      })
  }
}
