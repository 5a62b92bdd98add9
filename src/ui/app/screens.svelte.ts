import type { Route } from '../../core/address/fragment.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** A screen's name in the tab's history: the place alone, and nothing of the answers. */
export const nameOf = ({ on }: Route, session: TakeSession): string =>
  on !== 'own' ? on : session.place.on === 'item' ? `item-${session.index + 1}` : session.place.on

/** Runs something now, and again whenever what it read has changed. Returns a function that stops it. */
export const watch = (run: () => void): (() => void) =>
  $effect.root(() => {
    $effect(run)
  })
