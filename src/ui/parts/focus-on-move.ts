import type { Attachment } from 'svelte/attachments'

/**
 * Moves focus to a new screen's heading, so that a screen reader announces it and
 * the next Tab leads into it. Not on load: focus moves only when the person does.
 */
export function focusOnMove(hasMoved: boolean): Attachment<HTMLElement> {
  return (heading) => {
    if (!hasMoved) return
    heading.focus({ preventScroll: true })
    const app = heading.closest('.diagnostic')
    if (app && app.getBoundingClientRect().top < 0) app.scrollIntoView()
  }
}
