import type { ConceptAudit } from './audit-concept.ts'
import { readGuessedItem, readGuesses } from './read-guesses.ts'
import type { GuessedItem } from './release-guesses.ts'
import type { ItemView, LevelGuesses } from './room-view.ts'

/**
 * The released guesses of the last view, by level from the top.
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
    const sidesOf = ({ item, guess, own: mine }: GuessedItem) => {
      const view = items.find((one) => one.item === item)!
      return { reversed: view.reversed, guess, own: mine, work: view.levels[levels - 1]! }
    }
    return {
      level,
      items: own.flatMap(({ concept, released }) =>
        released.items.map(({ people, ...item }) => {
          const reading = readGuessedItem(sidesOf(item), people, options(item.item))
          return { ...item, concept, reading }
        }),
      ),
      concepts: own.map(({ concept, released }) => {
        const sides = released.items.map(sidesOf)
        return readGuesses(concept, sides, released, options(released.items[0]!.item))
      }),
    }
  })
}
