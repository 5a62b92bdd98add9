import { decodeHandOverCode, handOverFormat, workshopOfCode, type ReadHandOver } from '../codes/hand-over-code.ts'
import { symbolsOf } from '../codes/alphabet.ts'
import type { CodeLayout } from '../response/layout.ts'
import type { Answers } from '../response/response.ts'
import { decodeResultCode, resultFormat, type ReadCode } from '../codes/result-code.ts'
import type { FoundCode } from './find-codes.ts'
import { guessesToKeep } from './guesses.ts'
import { markOf } from './mark-of.ts'
import { fitToWorkshop, levelOfVantage, type CollectSetting, type ReadCandidate } from './setting.ts'

type Issue = Extract<ReadHandOver | ReadCode, { ok: false }>['issue']

/**
 * Reads a found code for this workshop, or says why it cannot be counted. Never throws.
 *
 * @param own identifies what this workshop promises (`promisesOf`)
 */
export function readFoundCode(
  found: FoundCode,
  setting: CollectSetting,
  to: CodeLayout,
  own: () => string,
): ReadCandidate {
  const at = { line: found.line, excerpt: found.excerpt }
  if (typeof found.found === 'string') return { ok: false, outcome: { ...at, outcome: found.found } }
  const code = found.found.whole
  const refuse = (issue: Issue): ReadCandidate => {
    switch (issue.code) {
      case 'questionnaire':
        return { ok: false, outcome: { ...at, outcome: 'other-questionnaire', questionnaire: null } }
      case 'version':
        return { ok: false, outcome: { ...at, outcome: 'other-version', version: issue.version } }
      default:
        return { ok: false, outcome: { ...at, outcome: 'damaged' } }
    }
  }
  const isOther = (layout: CodeLayout) => layout.id !== to.id
  const otherQuestionnaire = ({ id }: CodeLayout): ReadCandidate => ({
    ok: false,
    outcome: { ...at, outcome: 'other-questionnaire', questionnaire: id },
  })

  const kept = (guesses: Answers | undefined, from: CodeLayout, level: number | null) =>
    guessesToKeep(setting.workshop, to, level, guesses && fitToWorkshop(guesses, from, to).answers)

  const read = symbolsOf(code)
  const format = read.ok ? read.symbols[0] : undefined
  if (handOverFormat(format) !== null) {
    const workshop = workshopOfCode(code)
    if (workshop !== null && workshop !== setting.workshop.id)
      return { ok: false, outcome: { ...at, outcome: 'other-workshop', workshop } }
    const opened = decodeHandOverCode(code, setting.layouts)
    if (!opened.ok) return refuse(opened.issue)
    if (isOther(opened.layout)) return otherQuestionnaire(opened.layout)
    const { participant, revision, pace, level, completedOn, promises } = opened.handOver
    if (promises !== null && promises !== own()) return { ok: false, outcome: { ...at, outcome: 'other-promises' } }
    if (level !== null && level >= setting.workshop.levels.length)
      return { ok: false, outcome: { ...at, outcome: 'other-levels' } }
    const { answers, fitted } = fitToWorkshop(opened.handOver.answers, opened.layout, to)
    const guesses = kept(opened.handOver.guesses, opened.layout, level)
    const entry = {
      participant,
      revision,
      pace,
      level,
      completedOn,
      answers,
      ...guesses,
      via: 'code' as const,
      mark: null,
    }
    const bound = promises === null ? entry : { ...entry, promises }
    return { ok: true, candidate: { ...at, entry: bound, fitted, levelLost: false } }
  }
  if (resultFormat(format) === null) return { ok: false, outcome: { ...at, outcome: 'later-format' } }
  const opened = decodeResultCode(code, setting.layouts)
  if (!opened.ok) return refuse(opened.issue)
  if (isOther(opened.layout)) return otherQuestionnaire(opened.layout)
  const { completedOn, vantage } = opened.coded
  const { answers, fitted } = fitToWorkshop(opened.coded.answers, opened.layout, to)
  const { level, levelLost } = levelOfVantage(vantage, setting.workshop.levels.length)
  const said = { level, completedOn, answers }
  const mark = markOf(to, said)
  const entry = {
    ...said,
    ...kept(opened.coded.guesses, opened.layout, level),
    participant: null,
    revision: null,
    pace: 'unknown' as const,
    via: 'plain-code' as const,
    mark,
  }
  return { ok: true, candidate: { ...at, entry, fitted, levelLost } }
}
