import type { ConceptAudit } from './audit-concept.ts'
import { readGuesses } from './read-guesses.ts'
import type { ItemView, LevelGuesses } from './room-view.ts'

/**
 * What is released of guesses in the last view, by level from the top.
 *
 * @param items as they are released
 * @param options of an item's response scale
 */
export function levelGuesses(
  levels: number,
  audits: ReadonlyMap<string, ConceptAudit>,
  items: readonly ItemView[],
  options: (item: string) => number,
): LevelGuesses[] {
  return Array.from({ length: levels - 1 }, (_, level) => {
    const own = [...audits].flatMap(([concept, { guesses }]) =>
      guesses?.[level] ? [{ concept, released: guesses[level] }] : [],
    )
    return {
      level,
      items: own.flatMap(({ concept, released }) => released.items.map((item) => ({ ...item, concept }))),
      concepts: own.map(({ concept, released }) => {
        const sides = released.items.map(({ item, guess, own: mine }) => {
          const view = items.find((one) => one.item === item)!
          return { reversed: view.reversed, guess, own: mine, work: view.levels[levels - 1]! }
        })
        return readGuesses(concept, sides, released, options(released.items[0]!.item))
      }),
    }
  })
}
