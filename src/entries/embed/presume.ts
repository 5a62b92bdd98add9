import { VANTAGES } from '../../core/questionnaire/vantages.ts'
import type { EmbedOptions } from '../../ui/embed/contract.ts'
import type { TakeSession } from '../../ui/take/take-session.svelte.ts'

type Asked = Pick<EmbedOptions, 'vantage' | 'start' | 'variant'>

/** Sets the vantage and the first screen that the host asks for, for a run that is not begun. */
export function presume(session: TakeSession, { vantage, start, variant }: Asked): void {
  // A run may have been begun where it was asked for. What nobody sees here must not count, nor be handed off.
  if (session.hasBegun && vantage === 'hidden') session.presume('not-said', session.place)
  if (session.hasBegun || session.place.on !== 'vantage') return
  const isHidden = vantage === 'hidden' && (start === 'item' || variant)
  const seat = VANTAGES.find((one) => one === vantage) ?? (isHidden ? 'not-said' : null)
  const [first] = session.part.items
  const skips = start === 'item' && variant !== 'teaser' && first
  if (seat || start === 'item') session.presume(seat, skips ? { on: 'item', item: first.id } : { on: 'vantage' })
}
