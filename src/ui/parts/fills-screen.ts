import type { Attachment } from 'svelte/attachments'
import { on } from 'svelte/events'

/**
 * Opens a dialog over everything, and fills the screen with it where the browser lets a
 * page do so; else it fills the window. The screen is filled before it opens, because
 * the element opened last lies on top. In full screen the browser handles Escape
 * itself, and leaving it is the only sign of that.
 *
 * @param stays whether the dialog stays open in the window once full screen is left, as
 *   where a browser leaves it to ask for permission
 */
export function fillsScreen(stays: () => boolean = () => false): Attachment<HTMLDialogElement> {
  return (dialog) => {
    const { ownerDocument } = dialog
    const root = ownerDocument.documentElement
    let isHere = true
    const open = () => {
      if (isHere) dialog.showModal()
    }
    if (root.requestFullscreen) root.requestFullscreen({ navigationUI: 'hide' }).then(open, open)
    else open()
    const stop = on(ownerDocument, 'fullscreenchange', () => {
      if (!ownerDocument.fullscreenElement && dialog.open && !stays()) dialog.close()
    })
    return () => {
      isHere = false
      stop()
      if (ownerDocument.fullscreenElement) ownerDocument.exitFullscreen().catch(() => undefined)
    }
  }
}
