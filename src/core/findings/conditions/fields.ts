import type * as z from 'zod'

/**
 * The kinds of names in a condition. An option belongs to the scale of the items
 * beside it, a facet to the concept beside it.
 */
export type Referent = 'concept' | 'item' | 'lens item' | 'facet' | 'option'

/**
 * The people of a room that a condition can be about: everybody, the level nearest
 * the top, or the one closest to the work.
 */
export const GROUPS = ['room', 'top', 'work'] as const

export type Group = (typeof GROUPS)[number]

/**
 * The parts that condition schemas are built from. They are handed in, so that a
 * page can test conditions without loading the validator, and as single functions,
 * since zod as one value could not be tree-shaken. Each kind of name is a schema of
 * its own, so that the check of a questionnaire knows what a name must refer to.
 */
export interface Fields {
  /** At least one of these, or at least `least`. */
  list<Schema extends z.ZodType>(of: Schema, least?: number): z.ZodArray<Schema>
  oneOf<const Words extends readonly string[]>(words: Words): z.ZodEnum<{ [Word in Words[number]]: Word }>
  readonly concept: z.ZodString
  readonly item: z.ZodString
  readonly lensItem: z.ZodString
  readonly facet: z.ZodString
  readonly option: z.ZodString
  /** On 0 to 100. */
  readonly points: z.ZodNumber
  /** Above 0, at most 1. */
  readonly share: z.ZodNumber
  /** A whole number from 1 on. */
  readonly count: z.ZodInt
  readonly vantage: z.ZodEnum<Record<string, string>>
  readonly group: z.ZodEnum<{ [G in Group]: G }>
}

export type Shape = (fields: Fields) => Readonly<Record<string, z.ZodType>>

/** The fields of a condition of this shape, without its name. */
export type ValueOf<S extends Shape> = z.infer<z.ZodObject<ReturnType<S>>>
