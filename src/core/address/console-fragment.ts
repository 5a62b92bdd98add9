import { isWorkshopId } from '../codes/workshop-id.ts'
import { joinParts, othersOf, partsOf, type FragmentPart, type Grammar } from './parts.ts'

/** The stages of a workshop, in the order of a day. */
export const STAGES = ['set-up', 'collect', 'room', 'take-away'] as const
export type Stage = (typeof STAGES)[number]

/**
 * The console's screens: the kept workshops, a new one's set-up, a workshop, or its set-up
 * again. A workshop without a stage is at the one that fits.
 */
export type ConsoleRoute =
  | { readonly on: 'start' }
  | { readonly on: 'new' }
  | { readonly on: 'workshop'; readonly id: string; readonly at?: Stage }
  | { readonly on: 'set-up'; readonly id: string }
  /**
   * A leader's check to be made, of the result code and under the name in the address;
   * `isOwn` on the leader's own device. Anything but a code opens the sample.
   */
  | { readonly on: 'check'; readonly code: string; readonly by: string; readonly isOwn: boolean }

const SCREENS = ['start', 'new', 'workshop', 'set-up', 'check']
const AT = 'at'
const KNOWN = [...SCREENS, AT, 'by', 'own']

/** Without the full stop or bracket that a mail program adds. */
const PLACE = /^[a-z-]*/

function stageOf(parts: readonly FragmentPart[]): Stage | undefined {
  const place = PLACE.exec(parts.find(({ name }) => name === AT)?.value?.toLowerCase() ?? '')?.[0]
  return STAGES.find((stage) => stage === place)
}

function readRoute(fragment: string): ConsoleRoute {
  const parts = partsOf(fragment)
  const { name, value } = parts.find((part) => SCREENS.includes(part.name)) ?? {}
  if (name === 'new') return { on: 'new' }
  const find = (other: string) => parts.find((part) => part.name === other)
  if (name === 'check') return { on: name, code: value ?? '', by: find('by')?.value ?? '', isOwn: !!find('own') }
  if (!value || !isWorkshopId(value)) return { on: 'start' }
  if (name === 'set-up') return { on: name, id: value }
  if (name !== 'workshop') return { on: 'start' }
  const at = stageOf(parts)
  return { on: name, id: value, ...(at ? { at } : {}) }
}

function writeRoute(route: ConsoleRoute): readonly string[] {
  switch (route.on) {
    case 'start':
      return []
    case 'new':
      return ['new']
    case 'set-up':
      return [`set-up=${route.id}`]
    case 'check':
      return [`check=${route.code}`, `by=${encodeURIComponent(route.by)}`, ...(route.isOwn ? ['own'] : [])]
    case 'workshop':
      return [`workshop=${route.id}`, ...(route.at ? [`${AT}=${route.at}`] : [])]
  }
}

/**
 * The routes of the facilitator's console: `new`, `workshop=ID[&at=STAGE]`,
 * `set-up=ID` or `check=CODE&by=NAME[&own]`. Any other fragment is the start.
 */
export const consoleRoutes: Grammar<ConsoleRoute> = {
  read: readRoute,
  move: (fragment, route) => joinParts([...writeRoute(route), ...othersOf(partsOf(fragment), KNOWN)]),
}
