import type { Attachment } from 'svelte/attachments'

/**
 * Moves focus to a new screen's heading, so that a screen reader says where one
 * is and the next Tab leads into it. Not on load: focus is only moved with the person.
 */
export function focusOnMove(hasMoved: boolean): Attachment<HTMLElement> {
  return (heading) => {
    if (!hasMoved) return
    heading.focus({ preventScroll: true })
    const app = heading.closest('.diagnostic')
    if (app && app.getBoundingClientRect().top < 0) app.scrollIntoView()
  }
}
