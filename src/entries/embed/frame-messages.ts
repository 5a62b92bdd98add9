import type { EmbedEvents } from '../../../public/embed.d.ts'

/** Marks the messages between a frame and the page around it, among all others. */
export const MARK = 'leadership-diagnostic'

/**
 * Messages from the frame. `hello` asks the host page for its greeting; all others
 * go only to the origin that sent one. With what a reader hands off, and the question
 * before it, comes a port: the page answers there whether a listener has taken it.
 */
export type FromFrame = { readonly mark: typeof MARK } & (
  | { readonly says: 'hello' }
  | { readonly says: 'height'; readonly height: number }
  /** The reader has moved on to a screen that begins above the visible part. */
  | { readonly says: 'top' }
  | { readonly says: keyof EmbedEvents; readonly detail: unknown }
)

/** The greeting of the host page, with its colour scheme. */
export interface FromHost {
  readonly mark: typeof MARK
  readonly says: 'host'
  readonly scheme: 'light' | 'dark'
}
