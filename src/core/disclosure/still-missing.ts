import type { Missing } from './next-snapshot.ts'

/**
 * The people that a view still lacks, so that the numbers add up: whoever joins a level joins the room, too.
 *
 * @returns how many anywhere, 0 where those that levels lack are enough; and for each level how many of these
 */
export function stillMissing(missing: readonly Missing[]): {
  readonly anywhere: number
  readonly levels: readonly { readonly level: number; readonly more: number }[]
} {
  const levels = missing.flatMap(({ group, more }) => (group === 'room' ? [] : [{ level: group, more }]))
  const room = missing.find(({ group }) => group === 'room')?.more ?? 0
  return { anywhere: levels.reduce((sum, { more }) => sum + more, 0) >= room ? 0 : room, levels }
}
