import { evidenceOf } from '../findings/evaluate.ts'
import { isConceptItem, itemsOf } from '../questionnaire/lookup.ts'
import type { Finding } from '../questionnaire/schema.ts'
import type { Vantage } from '../questionnaire/vantages.ts'
import type { Assessment, ConceptResult } from './assess.ts'
import { groupBySteps } from './drivers.ts'

/** Statements in the order they are listed, and those that are listed only on demand. */
export interface Listed {
  readonly shown: readonly string[]
  readonly folded: readonly string[]
}

const without = (items: readonly string[], listed: readonly string[]) => items.filter((id) => !listed.includes(id))

/** The statements of all these findings, each once, in the order of the questionnaire. */
function evidenceOfAll({ reading }: Assessment, findings: readonly Finding[]): string[] {
  const named = new Set(findings.flatMap((finding) => evidenceOf(reading, finding)))
  return reading.questionnaire.items.map(({ id }) => id).filter((id) => named.has(id))
}

/** Under a concept: the answers that weigh most, then all others, highest first and the open ones last. */
export function listedUnder({ reading }: Pick<Assessment, 'reading'>, { concept, drivers }: ConceptResult): Listed {
  const shown = drivers.flatMap(({ items }) => items)
  const items = itemsOf(reading.questionnaire, concept)
  const answered = groupBySteps(reading, items).flatMap((group) => group.items)
  const open = items.map(({ id }) => id).filter((id) => !answered.includes(id))
  return { shown, folded: without([...answered, ...open], shown) }
}

/** A contradiction beside the statements that it rests on. */
export interface ListedContradiction {
  readonly finding: Finding
  /** The explanations held. */
  readonly held: readonly string[]
  /** The reported items that speak against the beliefs, except those beside an earlier contradiction. */
  readonly reported: readonly string[]
  /** How many more speak against them, which stand beside one before. */
  readonly above: number
}

/** Each contradiction with its statements, then the other explanations. No statement is listed twice. */
export function listedAsExplanations(assessment: Assessment): {
  readonly contradictions: readonly ListedContradiction[]
  readonly folded: readonly string[]
} {
  const { lens, reading } = assessment
  const isReported = (id: string) => reading.questionnaire.items.some((item) => item.id === id && isConceptItem(item))
  const listed = new Set<string>()
  const contradictions = assessment.contradictions.map(({ finding }): ListedContradiction => {
    const evidence = evidenceOf(reading, finding)
    const left = evidence.filter((id) => !listed.has(id))
    for (const id of left) listed.add(id)
    return {
      finding,
      held: left.filter((id) => !isReported(id)),
      reported: left.filter(isReported),
      above: evidence.length - left.length,
    }
  })
  return { contradictions, folded: lens.map(({ item }) => item).filter((id) => !listed.has(id)) }
}

/** Statements that the same places can see. */
export interface Unseen {
  /** The places other than the respondent's own; empty for none. */
  readonly from: readonly Vantage[]
  readonly items: readonly string[]
}

/** The items out of sight, by the vantages that could see them, and the answered ones that findings on sight rest on. */
export function listedAsUnseen(assessment: Assessment): { groups: readonly Unseen[]; folded: readonly string[] } {
  const { unseen, visibility, reading } = assessment
  const groups = new Map<string, { from: readonly Vantage[]; items: string[] }>()
  for (const { item, visibleFrom } of unseen) {
    const from = visibleFrom.filter((place) => place !== reading.response.vantage)
    const group = groups.get(from.join()) ?? { from, items: [] }
    group.items.push(item)
    groups.set(from.join(), group)
  }
  return {
    groups: [...groups.values()],
    folded: without(
      evidenceOfAll(assessment, visibility),
      unseen.map(({ item }) => item),
    ),
  }
}

/** Beside the remarks on how the answers were given. */
export const listedWithCare = (assessment: Assessment): string[] =>
  evidenceOfAll(assessment, assessment.qualityFindings)

/** Every statement that each part of a result lists, folded ones too: one list for each part. */
export function listedByPart(assessment: Assessment): string[][] {
  const explanations = listedAsExplanations(assessment)
  const unseen = listedAsUnseen(assessment)
  return [
    ...assessment.concepts.map((concept) => {
      const { shown, folded } = listedUnder(assessment, concept)
      return [...shown, ...folded]
    }),
    [...explanations.contradictions.flatMap(({ held, reported }) => [...held, ...reported]), ...explanations.folded],
    [...unseen.groups.flatMap(({ items }) => items), ...unseen.folded],
    listedWithCare(assessment),
  ]
}
