import type * as z from 'zod'

/** What a field of a condition can name. An option is one of the scale of the items beside it, a facet one of the concept beside it. */
export type Referent = 'concept' | 'item' | 'lens item' | 'facet' | 'option'

/** Who of a room a condition is about: everybody, the level nearest the top, or the one closest to the work. */
export const GROUPS = ['room', 'top', 'work'] as const

export type Group = (typeof GROUPS)[number]

/**
 * What the schema of a condition is put together from. It is handed in, so that a
 * page can test conditions without loading the validator, and by single functions, since
 * with all of zod as a value nothing of it can be left out. Each kind of name is a
 * schema of its own, so that the check of a questionnaire knows what it must lead to.
 */
export interface Fields {
  /** One or more of these, or as many as `least`. */
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

/** A condition of this shape, without its name. */
export type ValueOf<S extends Shape> = z.infer<z.ZodObject<ReturnType<S>>>
