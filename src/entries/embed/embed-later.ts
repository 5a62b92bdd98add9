import type { Taken } from '../../../public/embed.d.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { Answers } from '../../core/response/response.ts'
import type { Embedding } from '../../ui/parts/surface.ts'
import type { Embed } from './embed-app.ts'
import { handOffOf } from './hand-off.ts'

// The parts that nobody needs before a result.

export { onReturn } from '../../adapters/on-return.ts'
export { default as styles } from 'embed-styles:rest'

/** The link and the hand-off that the host asked for under a result. */
export const underResult = (
  { host, options, action, framedBy }: Embed,
  taken: Taken,
): Pick<Embedding, 'action' | 'handOff'> => {
  const label = options['action-label']
  return {
    action: label && action ? { label, href: withCampaign(action, options.campaign) } : null,
    handOff: handOffOf(host, options, framedBy, () => ({ ...taken })),
  }
}

/** The host's own address with the fields of its campaign. */
function withCampaign(href: string, campaign: string | null): string {
  const url = new URL(href)
  for (const [name, value] of new URLSearchParams(campaign ?? '')) url.searchParams.append(name, value)
  return url.href
}

/** The scores to share, 0 to 100 in whole points; `null` for a concept without one. */
export async function scoresOf({ questionnaire }: ResultPart, answers: Answers) {
  const { scoreConcepts } = await import('../../core/scoring/score-concepts.ts')
  const concepts = scoreConcepts(questionnaire, answers)
  return { scores: Object.fromEntries(concepts.map(({ concept, score }) => [concept, score && Math.round(score)])) }
}
