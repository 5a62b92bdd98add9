import type { EmbedOptions } from '../../ui/embed/contract.ts'
import type { HandOff } from '../../ui/parts/surface.ts'

/** The page around a frame. */
export interface FramedBy {
  readonly origin: string
  readonly host: string
  /** Dispatches an event at the frame's element. Resolves to whether a listener there has cancelled it. */
  readonly tell: HandOff['tell']
}

/** The hand-off that the host asks for; `null` where it asks for none. */
export function handOffOf(
  host: HTMLElement,
  options: EmbedOptions,
  framedBy: FramedBy | null,
  taken: HandOff['taken'],
): HandOff | null {
  const purpose = options['hand-off-purpose']
  if (!purpose) return null
  const tellHere: HandOff['tell'] = (name, detail) =>
    Promise.resolve(!host.dispatchEvent(new CustomEvent(name, { detail, cancelable: true })))
  const { origin, tell } = framedBy ?? { origin: self.origin, tell: tellHere }
  return { origin, purpose, to: options['hand-off-to'], taken, tell }
}
