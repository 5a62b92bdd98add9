import type { EmbedEvents } from '../../../public/embed.d.ts'

/** Marks the messages between a frame and the page around it, among all others. */
export const MARK = 'leadership-diagnostic'

/** What the frame says. `hello` asks the page around it to make itself known; all else goes to who has done so. */
export type FromFrame = { readonly mark: typeof MARK } & (
  | { readonly says: 'hello' }
  | { readonly says: 'height'; readonly height: number }
  /** The reader has moved on to what begins above what they see. */
  | { readonly says: 'top' }
  | { readonly says: keyof EmbedEvents; readonly detail: unknown }
)

/** What the page around the frame says: that it is there, and which colour scheme it is in. */
export interface FromHost {
  readonly mark: typeof MARK
  readonly says: 'host'
  readonly scheme: 'light' | 'dark'
}
