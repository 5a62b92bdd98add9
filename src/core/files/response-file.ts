import * as z from 'zod'
import { isAskedToGuess } from '../guess/is-asked.ts'
import { VANTAGES } from '../questionnaire/vantages.ts'
import { CANT_TELL, type Answers, type GivenVantage } from '../response/response.ts'
import { hasNumber } from '../response/numbered-day.ts'
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

/** By item id: the step of the response scale, counted from 1, or "cant-tell". */
const answers = z.record(word, z.union([z.int().min(1).max(9), z.literal(CANT_TELL)]))

/** One response as a file. Unanswered items are left out. Version 2 has guesses, version 1 has none. */
export const responseFileSchema = z
  .strictObject({
    format: z.literal(FILE_FORMAT),
    formatVersion: z.literal([1, 2]),
    questionnaire: z.strictObject({ id: word, version: z.string().regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/) }),
    /** The day the response was given. */
    completedOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    vantage: z.enum([...VANTAGES, 'not-said']),
    /** Mean time an item was looked at before its first answer; null where unknown. */
    millisecondsPerItem: z.int().min(0).max(SLOWEST).nullable(),
    answers,
    /** The person's guesses of what people close to the work answer, in the same form. */
    guesses: answers.optional(),
  })
  .meta({ title: 'Response', description: 'One person’s answers to one version of a questionnaire.' })

/** A response with the other fields of a file. */
export interface FiledResponse {
  readonly questionnaire: { readonly id: string; readonly version: string }
  readonly completedOn: string
  readonly vantage: GivenVantage
  readonly millisecondsPerItem: number | null
  readonly answers: Answers
  /** Absent where nothing was guessed. */
  readonly guesses?: Answers
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

/** Answers in the order of the questionnaire. */
const inOrder = ({ items }: CodeLayout, given: Answers): Answers =>
  Object.fromEntries(
    items.flatMap(({ id }) => {
      const answer = given[id]
      return answer === undefined ? [] : [[id, answer] as const]
    }),
  )

/**
 * Writes a response as JSON. The same response always gives the same text: items in
 * the order of the questionnaire. Without guesses it is what earlier releases wrote.
 */
export function writeResponseJson(layout: CodeLayout, filed: FiledResponse): string {
  const { questionnaire, completedOn, vantage, millisecondsPerItem, guesses } = filed
  const file: z.infer<typeof responseFileSchema> = {
    format: FILE_FORMAT,
    formatVersion: guesses ? 2 : 1,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    completedOn,
    vantage,
    millisecondsPerItem,
    answers: inOrder(layout, filed.answers),
    ...(guesses ? { guesses: inOrder(layout, guesses) } : {}),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The items that somebody at this place may have guesses at. */
export const guessable = ({ items }: CodeLayout, vantage: GivenVantage): CodeLayout['items'] =>
  isAskedToGuess(vantage) ? items.filter(({ guessed }) => guessed) : []

function issueIn(given: Answers, items: CodeLayout['items']): FileIssue | null {
  for (const [item, answer] of Object.entries(given)) {
    const own = items.find(({ id }) => id === item)
    if (!own) return { code: 'item', item }
    if (typeof answer === 'number' && answer > own.options) return { code: 'answer', item, value: String(answer) }
  }
  return null
}

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
  for (const part of ['answers', 'guesses']) {
    const given: unknown = isObject(content) ? content[part] : undefined
    if (isObject(given) && Object.hasOwn(given, '__proto__')) return fail({ code: 'shape', path: `${part}.__proto__` })
  }
  if (isObject(content) && content['format'] === FILE_FORMAT && Number(content['formatVersion']) > 2)
    return fail({ code: 'later-format' })
  const parsed = responseFileSchema.safeParse(content)
  if (!parsed.success) return fail({ code: 'shape', path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
  const { formatVersion, guesses, ...filed } = parsed.data
  const { questionnaire, completedOn, vantage } = filed
  if ((formatVersion === 2) !== (guesses !== undefined && Object.keys(guesses).length > 0))
    return fail({ code: 'shape', path: 'guesses' })
  if (!hasNumber(completedOn)) return fail({ code: 'day', value: completedOn })
  const layout = findLayout(layouts, questionnaire.id, questionnaire.version)
  if ('code' in layout) return fail(layout)
  const issue = issueIn(filed.answers, layout.items) ?? issueIn(guesses ?? {}, guessable(layout, vantage))
  if (issue) return fail(issue)
  const { format: _format, ...response } = filed
  return { ok: true, layout, filed: guesses ? { ...response, guesses } : response }
}
