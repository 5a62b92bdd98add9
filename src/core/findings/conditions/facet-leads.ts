import { allOf } from '../../logic/three-valued.ts'
import type { Draft } from './draft.ts'
import type { ResponseFacts } from './facts.ts'
import type { Fields, ValueOf } from './fields.ts'
import { plain } from './outcome.ts'

/** One facet's mean lies above every other facet's of the same concept. */
export const shape = ({ concept, facet }: Fields) => ({ concept, facet })

type FacetLeads = ValueOf<typeof shape>

export function test(facts: ResponseFacts, { concept, facet }: FacetLeads) {
  const own = facts.facetMean(concept, facet)
  if (own === null) return plain(null)
  const others = facts.facetsOf(concept).filter((other) => other !== facet)
  const means = others.map((other) => facts.facetMean(concept, other))
  return plain(allOf(means.map((mean) => (mean === null ? null : own > mean))))
}

export function bend(draft: Draft, { concept, facet }: FacetLeads, holds: boolean) {
  draft.fill([concept], holds ? 0.9 : 0.2, { is: facet })
  draft.fill([concept], holds ? 0.2 : 0.9, { isNot: facet })
}
