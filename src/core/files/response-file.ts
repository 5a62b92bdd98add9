import * as z from 'zod'
import { VANTAGES } from '../questionnaire/vantages.ts'
import { CANT_TELL, type Answer, type GivenVantage } from '../response/response.ts'
import { hasNumber } from '../response/day-number.ts'
import type { CodeLayout } from '../response/layout.ts'
import type { FileIssue } from './response-file-issues.ts'

// Without this zod tests whether it may compile code, and a strict policy reports
// that in the console.
z.config({ jitless: true })

export const FILE_FORMAT = 'leadership-diagnostic-response'

/** A day, in milliseconds: the longest mean time per item. */
export const SLOWEST = 86_400_000

const word = z
  .string()
  .max(80)
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** One response as a file. Unanswered items are left out. */
export const responseFileSchema = z
  .strictObject({
    format: z.literal(FILE_FORMAT),
    formatVersion: z.literal(1),
    questionnaire: z.strictObject({ id: word, version: z.string().regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/) }),
    /** The day the response was given. */
    completedOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    vantage: z.enum([...VANTAGES, 'not-said']),
    /** Mean time an item was looked at before its first answer; null where unknown. */
    millisecondsPerItem: z.int().min(0).max(SLOWEST).nullable(),
    /** By item id: the step of the response scale, counted from 1, or "cant-tell". */
    answers: z.record(word, z.union([z.int().min(1).max(9), z.literal(CANT_TELL)])),
  })
  .meta({ title: 'Response', description: 'One person’s answers to one version of a questionnaire.' })

/** A response with the other fields of a file. */
export interface FiledResponse {
  readonly questionnaire: { readonly id: string; readonly version: string }
  readonly completedOn: string
  readonly vantage: GivenVantage
  readonly millisecondsPerItem: number | null
  readonly answers: Readonly<Record<string, Answer>>
}

export type ReadFile =
  | { readonly ok: true; readonly layout: CodeLayout; readonly filed: FiledResponse }
  | { readonly ok: false; readonly issue: FileIssue }

/** The layout of a version. The last number of a version does not change it. */
export function findLayout(layouts: readonly CodeLayout[], id: string, version: string): CodeLayout | FileIssue {
  const own = layouts.filter((layout) => layout.id === id)
  if (own.length === 0) return { code: 'questionnaire', id }
  const [major, minor] = version.split('.').map(Number)
  return own.find((layout) => layout.major === major && layout.minor === minor) ?? { code: 'version', version }
}

/**
 * Writes a response as JSON. The same response always gives the same text: items in
 * the order of the questionnaire.
 */
export function writeResponseJson(layout: CodeLayout, filed: FiledResponse): string {
  const answers = layout.items.flatMap(({ id }) => {
    const answer = filed.answers[id]
    return answer === undefined ? [] : [[id, answer] as const]
  })
  const { questionnaire, completedOn, vantage, millisecondsPerItem } = filed
  const file: z.infer<typeof responseFileSchema> = {
    format: FILE_FORMAT,
    formatVersion: 1,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    completedOn,
    vantage,
    millisecondsPerItem,
    answers: Object.fromEntries(answers),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Reads a response file, trusting nothing in it. Never throws. */
export function readResponseJson(text: string, layouts: readonly CodeLayout[]): ReadFile {
  const fail = (issue: FileIssue): ReadFile => ({ ok: false, issue })
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return fail({ code: 'neither' })
  }
  // zod's record skips this one key, where it should be refused.
  const given: unknown = isObject(content) ? content['answers'] : undefined
  if (isObject(given) && Object.hasOwn(given, '__proto__')) return fail({ code: 'shape', path: 'answers.__proto__' })
  if (isObject(content) && content['format'] === FILE_FORMAT && Number(content['formatVersion']) > 1)
    return fail({ code: 'later-format' })
  const parsed = responseFileSchema.safeParse(content)
  if (!parsed.success) return fail({ code: 'shape', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
  const { questionnaire, completedOn, vantage, millisecondsPerItem, answers } = parsed.data
  if (!hasNumber(completedOn)) return fail({ code: 'day', value: completedOn })
  const layout = findLayout(layouts, questionnaire.id, questionnaire.version)
  if ('code' in layout) return fail(layout)
  for (const [item, answer] of Object.entries(answers)) {
    const own = layout.items.find(({ id }) => id === item)
    if (!own) return fail({ code: 'item', item })
    if (typeof answer === 'number' && answer > own.options) return fail({ code: 'answer', item, value: String(answer) })
  }
  return { ok: true, layout, filed: { questionnaire, completedOn, vantage, millisecondsPerItem, answers } }
}
