import { LARGEST_PART } from '../bounds/bounds.ts'
import type * as z from 'zod'
import type { CollectedEntry } from './collected.ts'
import { entrySchema, hasHiddenKey } from './workshop-schema.ts'

/** The JSON in a part; `null` for anything else. Never throws. */
function contentOf(text: string): unknown {
  if (text.length > LARGEST_PART) return null
  try {
    const content: unknown = JSON.parse(text)
    return hasHiddenKey(content) ? null : content
  } catch {
    return null
  }
}

/** The content of a valid part; `null` for anything else. Never throws. */
export function readPart<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  content = contentOf(text),
): z.infer<Schema> | null {
  const parsed = schema.safeParse(content)
  return parsed.success ? parsed.data : null
}

/**
 * The same of a response, with the answers as JSON has them: those that the schema makes
 * anew, key by key, take three times the memory, which of 100,000 is 100 MB.
 */
export function readEntry(text: string): CollectedEntry | null {
  const content = contentOf(text)
  const entry = readPart(entrySchema, text, content)
  if (!entry) return null
  const { answers, guesses } = content as CollectedEntry
  return { ...entry, answers, ...(guesses === undefined ? {} : { guesses }) }
}
