import { LARGEST_FILE } from '../bounds/bounds.ts'
import { FILE_FORMAT, readResponseJson } from '../files/response-file.ts'
import type { CodeLayout } from '../response/layout.ts'
import { paceOf } from '../response/pace.ts'
import { WORKSHOP_FORMAT } from './workshop-format.ts'
import { guessesToKeep } from './guesses.ts'
import { markOf } from './mark-of.ts'
import { fitToWorkshop, levelOfVantage, type CollectSetting, type ReadCandidate } from './setting.ts'

/** The content of a JSON text: one response to take in or refuse, or anything else, a table too. */
export type ReadJson = { readonly kind: 'one'; readonly read: ReadCandidate } | { readonly kind: 'unknown' }

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readResponse(text: string, setting: CollectSetting, to: CodeLayout): ReadCandidate {
  const at = { line: 1, excerpt: '' }
  if (text.length > LARGEST_FILE)
    return { ok: false, outcome: { ...at, outcome: 'file', issue: { code: 'too-large', most: LARGEST_FILE } } }
  const read = readResponseJson(text, setting.layouts)
  if (!read.ok) {
    const { issue } = read
    if (issue.code === 'questionnaire')
      return { ok: false, outcome: { ...at, outcome: 'other-questionnaire', questionnaire: issue.id } }
    if (issue.code === 'version')
      return { ok: false, outcome: { ...at, outcome: 'other-version', version: issue.version } }
    return { ok: false, outcome: { ...at, outcome: 'file', issue } }
  }
  if (read.layout.id !== to.id)
    return { ok: false, outcome: { ...at, outcome: 'other-questionnaire', questionnaire: read.layout.id } }
  const { completedOn, vantage, millisecondsPerItem } = read.filed
  const { answers, fitted } = fitToWorkshop(read.filed.answers, read.layout, to)
  const { level, levelLost } = levelOfVantage(vantage, setting.workshop.levels.length)
  const said = { level, completedOn, answers }
  const pace = paceOf(millisecondsPerItem === null ? null : millisecondsPerItem / 1000)
  const guessed = read.filed.guesses && fitToWorkshop(read.filed.guesses, read.layout, to).answers
  const entry = {
    ...said,
    ...guessesToKeep(setting.workshop, to, level, guessed),
    pace,
    participant: null,
    revision: null,
    via: 'file',
    mark: markOf(to, said),
  } as const
  return { ok: true, candidate: { ...at, entry, fitted, levelLost } }
}

/**
 * Reads a response file. Never throws.
 *
 * @param text trimmed
 */
export function readJson(text: string, setting: CollectSetting, to: CodeLayout): ReadJson {
  if (!/^[[{]/.test(text)) return { kind: 'unknown' }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return { kind: 'unknown' }
  }
  if (!isFields(content)) return { kind: 'unknown' }
  if (content['format'] === FILE_FORMAT) return { kind: 'one', read: readResponse(text, setting, to) }
  if (content['format'] === WORKSHOP_FORMAT)
    return { kind: 'one', read: { ok: false, outcome: { line: 1, excerpt: '', outcome: 'workshop-file' } } }
  return { kind: 'unknown' }
}
