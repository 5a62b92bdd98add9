import { isWorkshopId } from '../codes/workshop-id.ts'
import { joinParts, othersOf, partsOf, type Grammar } from './parts.ts'

/** The console's screens: the kept workshops, a new one's set-up, a workshop, or its set-up again. */
export type ConsoleRoute =
  | { readonly on: 'start' }
  | { readonly on: 'new' }
  | { readonly on: 'workshop'; readonly id: string }
  | { readonly on: 'set-up'; readonly id: string }

const KNOWN = ['start', 'new', 'workshop', 'set-up']

function readRoute(fragment: string): ConsoleRoute {
  const { name, value } = partsOf(fragment).find((part) => KNOWN.includes(part.name)) ?? {}
  if (name === 'new') return { on: 'new' }
  if ((name === 'workshop' || name === 'set-up') && value && isWorkshopId(value)) return { on: name, id: value }
  return { on: 'start' }
}

function writeRoute(route: ConsoleRoute): string {
  if (route.on === 'start') return ''
  return route.on === 'new' ? 'new' : `${route.on}=${route.id}`
}

/**
 * The routes of the facilitator's console: `new`, `workshop=ID` or `set-up=ID`. Any
 * other fragment is the start.
 */
export const consoleRoutes: Grammar<ConsoleRoute> = {
  read: readRoute,
  move: (fragment, route) => joinParts([writeRoute(route), ...othersOf(partsOf(fragment), KNOWN)]),
}
