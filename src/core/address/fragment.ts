import { VANTAGES, type Vantage } from '../questionnaire/vantages.ts'
import { joinParts, othersOf, partsOf, type FragmentPart, type Grammar } from './parts.ts'

/**
 * The page's screens: one's own run, a result from a link or a code, the kept
 * results, the questionnaires, or two results compared.
 */
export type Screen =
  | { readonly on: 'own' }
  | { readonly on: 'opened'; readonly code: string }
  | { readonly on: 'kept' }
  | { readonly on: 'questionnaires' }
  | { readonly on: 'compared'; readonly codes: readonly [string, string] }

/** A screen, and where on it: a section of a result, or an item as `item-7`. */
export type Route = Screen & { readonly at?: string }

/**
 * A workshop's part of the address: an invitation to take part, or answers that are
 * handed over.
 */
export interface WorkshopLink {
  readonly kind: 'invitation' | 'hand-over'
  readonly payload: string
}

/**
 * All parts of a fragment:
 * `[w=INVITATION|h=HAND-OVER&](r=CODE|compare=CODE,CODE|results|questionnaires)[&at=PLACE][&vantage=V][&others]`.
 */
export interface Fragment {
  readonly workshop: WorkshopLink | null
  readonly route: Route
  /** Where the person sits, carried over from another questionnaire's result. Here, because no server is told of it. */
  readonly vantage?: Vantage | undefined
  /** Unknown parts, unchanged. */
  readonly others: readonly string[]
}

const WORKSHOP = ['w', 'h']
const SCREENS = ['r', 'results', 'questionnaires', 'compare']
const AT = 'at'
const VANTAGE = 'vantage'
const KNOWN = [...WORKSHOP, ...SCREENS, AT, VANTAGE]

/**
 * The characters of a payload, of a code or reference to a kept run, and of a
 * place; without the full stop or bracket that a mail program adds.
 */
const PAYLOAD = /^[\w-]*/
const CODE = /^[0-9a-z~.-]*?(?=[^0-9a-z~.-]|\.?$)/i
const PLACE = /^[a-z0-9-]*/

const bare = (code: string) => code.replaceAll('-', '')
const codeIn = (text: string) => CODE.exec(text)?.[0] ?? ''

function screenOf(part: FragmentPart | undefined): Screen {
  switch (part?.name) {
    case 'r':
      return { on: 'opened', code: codeIn(part.value ?? '') }
    case 'results':
      return { on: 'kept' }
    case 'questionnaires':
      return { on: 'questionnaires' }
    case 'compare': {
      const [first = '', second = ''] = (part.value ?? '').split(',', 2)
      return { on: 'compared', codes: [codeIn(first), codeIn(second)] }
    }
    default:
      return { on: 'own' }
  }
}

/**
 * Reads a fragment, whatever the order of its parts. Of parts that contradict each
 * other, the first counts. A fragment without a known part is one's own run. Trusts
 * nothing in it, and never throws.
 */
export function parseFragment(fragment: string): Fragment {
  const parts = partsOf(fragment)
  const first = (names: readonly string[]) => parts.find(({ name }) => names.includes(name))
  const workshop = parts.find(({ name, value }) => WORKSHOP.includes(name) && value !== null)
  const at = PLACE.exec(first([AT])?.value?.toLowerCase() ?? '')?.[0]
  return {
    workshop: workshop
      ? {
          kind: workshop.name === 'w' ? 'invitation' : 'hand-over',
          payload: PAYLOAD.exec(workshop.value ?? '')?.[0] ?? '',
        }
      : null,
    route: { ...screenOf(first(SCREENS)), ...(at ? { at } : {}) },
    vantage: VANTAGES.find((vantage) => vantage === first([VANTAGE])?.value),
    others: othersOf(parts, KNOWN),
  }
}

function writeScreen(screen: Screen): string {
  switch (screen.on) {
    case 'own':
      return ''
    case 'opened':
      return `r=${bare(screen.code)}`
    case 'kept':
      return 'results'
    case 'questionnaires':
      return 'questionnaires'
    case 'compared':
      return `compare=${screen.codes.map(bare).join(',')}`
  }
}

/** The workshop's part of a fragment; empty for none. */
export const writeWorkshop = (link: WorkshopLink | null): string =>
  link ? `${link.kind === 'invitation' ? 'w' : 'h'}=${link.payload}` : ''

/** Writes a fragment, its parts in a fixed order. */
export const writeFragment = ({ workshop, route, vantage, others }: Fragment): string =>
  joinParts([
    writeWorkshop(workshop),
    writeScreen(route),
    route.at ? `${AT}=${route.at}` : '',
    vantage ? `${VANTAGE}=${vantage}` : '',
    ...others,
  ])

/**
 * The routes of the diagnostic. A move keeps the workshop's link and unknown parts,
 * not the vantage, which has arrived by then.
 */
export const diagnosticRoutes: Grammar<Route> = {
  read: (fragment) => parseFragment(fragment).route,
  move: (fragment, route) => writeFragment({ ...parseFragment(fragment), route, vantage: undefined }),
}
