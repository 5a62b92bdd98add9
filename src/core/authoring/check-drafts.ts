import type { DraftKind, QuestionnaireIssue } from './questionnaire-issues.ts'
import { draftSchema } from '../questionnaire/schema.ts'

/** The kind of entry that carries a mark in questionnaire.json, by the list it is in. */
const STRUCTURE: Readonly<Record<string, DraftKind>> = {
  sources: 'source',
  concepts: 'concept',
  constraints: 'constraint',
  items: 'item',
  findings: 'finding',
  room: 'finding',
}

/** The kind of entry that carries a mark in a file of texts, by the record it is in. */
const TEXTS: Readonly<Record<string, DraftKind>> = {
  scales: 'scale texts',
  concepts: 'concept texts',
  constraints: 'constraint texts',
  items: 'item texts',
  findings: 'finding texts',
  room: 'finding texts',
}

const LENS_KINDS: ReadonlySet<unknown> = new Set(['misconception', 'system-view'])

/** Takes the place of an unwritten text while the rest is checked. It is never shown. */
const STAND_IN = '…'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function markOf(value: unknown): ReturnType<typeof draftSchema.safeParse> | null {
  return isRecord(value) && Object.hasOwn(value, 'draft') ? draftSchema.safeParse(value['draft']) : null
}

/**
 * One issue for each draft mark in a file. An invalid mark is left to the schema.
 * Assumes nothing about `content`, so that a file with other faults still shows its
 * marks. Never throws.
 */
export function draftIssues(file: string, content: unknown): QuestionnaireIssue[] {
  if (!isRecord(content)) return []
  const [root, groups] =
    file === 'questionnaire.json' ? (['questionnaire', STRUCTURE] as const) : (['texts', TEXTS] as const)
  const issue = (what: DraftKind, value: unknown, path: readonly (string | number)[]): QuestionnaireIssue[] => {
    const mark = markOf(value)
    if (!mark?.success) return []
    const isLens = what === 'item' && isRecord(value) && LENS_KINDS.has(value['kind'])
    return [
      {
        code: 'draft',
        file,
        path: [...path, 'draft'],
        what: isLens ? 'lens item' : what,
        from: mark.data === true ? null : mark.data,
      },
    ]
  }
  return [
    ...issue(root, content, []),
    ...Object.entries(groups).flatMap(([group, what]) => {
      const entries = content[group]
      if (Array.isArray(entries)) return entries.flatMap((entry, index) => issue(what, entry, [group, index]))
      return isRecord(entries)
        ? Object.entries(entries).flatMap(([key, entry]) => issue(what, entry, [group, key]))
        : []
    }),
  ]
}

function fill(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? STAND_IN : value
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)])) : value
}

/**
 * The texts with a stand-in for each empty one that a draft mark covers: the mark
 * already reports it as unwritten. Other empty texts stay empty.
 */
export function withStandIns(texts: unknown): unknown {
  if (!isRecord(texts)) return texts
  const rootIsDraft = markOf(texts)?.success === true
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => {
      if (typeof value === 'string') return [key, rootIsDraft ? fill(value) : value]
      if (!Object.hasOwn(TEXTS, key) || !isRecord(value)) return [key, value]
      const entries = Object.entries(value).map(([id, entry]) => [id, markOf(entry)?.success ? fill(entry) : entry])
      return [key, Object.fromEntries(entries)]
    }),
  )
}
