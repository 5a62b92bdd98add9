import type { Address } from '../../core/ports.ts'
import { isWorkshopId } from '../../core/codes/workshop-id.ts'

/** What the console shows: the workshops kept here, a new one's set-up, a workshop, or its set-up again. */
export type ConsoleRoute =
  | { readonly on: 'start' }
  | { readonly on: 'new' }
  | { readonly on: 'workshop'; readonly id: string }
  | { readonly on: 'set-up'; readonly id: string }

/** Reads a fragment, trusting nothing in it. What means nothing here is the start. */
export function consoleRouteOf(fragment: string): ConsoleRoute {
  const [, name = '', id = ''] = /^([a-z-]{1,20})(?:=([0-9A-Z]{1,20}))?$/.exec(fragment) ?? []
  if (name === 'new' && id === '') return { on: 'new' }
  if ((name === 'workshop' || name === 'set-up') && isWorkshopId(id)) return { on: name, id }
  return { on: 'start' }
}

/** The fragment that leads to a route. */
export const consoleFragmentOf = (route: ConsoleRoute): string =>
  route.on === 'start' ? '' : route.on === 'new' ? 'new' : `${route.on}=${route.id}`

/** Where the facilitator is, following the page's address. */
export class ConsoleRouter {
  readonly #address: Address
  #fragment = $state.raw('')
  #moved = false

  readonly route = $derived(consoleRouteOf(this.#fragment))

  constructor(address: Address) {
    this.#address = address
    this.#fragment = address.fragment()
    address.onMove(() => {
      this.#moved = true
      this.#fragment = address.fragment()
    })
  }

  /** Whether the person has moved from where the page opened, so that focus may be moved with them. */
  get hasMoved(): boolean {
    return this.#moved
  }

  go(route: ConsoleRoute): void {
    this.#address.go(consoleFragmentOf(route))
  }
}
