import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkQuestionnaire, type CheckedQuestionnaire } from '../core/authoring/check-questionnaire.ts'
import { withThisVersion } from '../core/authoring/check-published.ts'
import { checkRules } from '../core/authoring/check-rules.ts'
import type { QuestionnaireIssue } from '../core/authoring/questionnaire-issues.ts'
import { shapeIssues } from '../core/authoring/shape-issues.ts'
import {
  canonicalAnswersSchema,
  publishedSchema,
  questionnaireSchema,
  type CanonicalAnswer,
} from '../core/questionnaire/schema.ts'

export const QUESTIONNAIRES = join(import.meta.dirname, '../../questionnaires')

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: QuestionnaireIssue[] }

function readJson(folder: string, file: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(readFileSync(join(folder, file), 'utf8')) }
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')
    return { ok: false, issues: [{ code: 'unreadable', file, path: [], detail }] }
  }
}

/** The canonical answers that questionnaires may name and link. */
export function readCanonicalAnswers(root = QUESTIONNAIRES): Read<readonly CanonicalAnswer[]> {
  const file = 'answers.json'
  const read = readJson(root, file)
  if (!read.ok) return read
  const parsed = canonicalAnswersSchema.safeParse(read.value)
  if (parsed.success) return { ok: true, value: parsed.data.answers }
  return { ok: false, issues: shapeIssues(file, read.value, parsed.error) }
}

/** The folders below `root` that hold a questionnaire. */
export function questionnaireFolders(root = QUESTIONNAIRES): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

/** The version of each questionnaire. */
export const readVersions = (root = QUESTIONNAIRES): readonly { readonly id: string; readonly version: string }[] =>
  questionnaireFolders(root).map((folder) => {
    const { id, version } = questionnaireSchema
      .pick({ id: true, version: true })
      .strip()
      .parse(JSON.parse(readFileSync(join(root, folder, 'questionnaire.json'), 'utf8')))
    return { id, version }
  })

/** The published versions, with one still to be published counted among them. */
function asIfPublished(structure: unknown, published: unknown): unknown {
  const questionnaire = questionnaireSchema.safeParse(structure)
  const before = publishedSchema.safeParse(published ?? { versions: {} })
  if (!questionnaire.success || !before.success) return published
  return { ...before.data, versions: withThisVersion(questionnaire.data, before.data.versions) }
}

/**
 * Reads and checks one questionnaire with all its translations. The search for
 * rules that cannot matter is optional, and whether this version has to be published.
 */
export function readQuestionnaire(
  folder: string,
  answers: readonly CanonicalAnswer[],
  root = QUESTIONNAIRES,
  { rules = true, toBePublished = false }: { readonly rules?: boolean; readonly toBePublished?: boolean } = {},
): CheckedQuestionnaire {
  const path = join(root, folder)
  const structure = readJson(path, 'questionnaire.json')
  if (!structure.ok) return structure
  const texts: Record<string, unknown> = {}
  const strays: QuestionnaireIssue[] = []
  let published: unknown = null
  for (const file of readdirSync(path)) {
    if (file === 'published.json') {
      const read = readJson(path, file)
      if (!read.ok) return read
      published = read.value
      continue
    }
    const language = /^([a-z]{2})\.json$/.exec(file)?.[1]
    if (!language) {
      if (file !== 'questionnaire.json') strays.push({ code: 'unknown-file', file, path: [] })
      continue
    }
    const read = readJson(path, file)
    if (!read.ok) return read
    texts[language] = read.value
  }
  const files = {
    folder,
    structure: structure.value,
    texts,
    published: toBePublished ? asIfPublished(structure.value, published) : published,
  }
  const checked = checkQuestionnaire(files, answers, rules ? checkRules : undefined)
  if (strays.length === 0) return checked
  return { ok: false, issues: [...strays, ...(checked.ok ? [] : checked.issues)] }
}
