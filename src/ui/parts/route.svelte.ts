import { createContext } from 'svelte'
import type { Address } from '../../core/ports.ts'

/** What the page shows: one's own run, a result from a link or a code, what is kept here, what can be taken, or two results. */
export type Route =
  | { readonly on: 'own' }
  | { readonly on: 'opened'; readonly code: string }
  | { readonly on: 'kept' }
  | { readonly on: 'questionnaires' }
  | { readonly on: 'compared'; readonly codes: readonly [string, string] }

/** Longer than anything that can be opened, so that what is too long can be told from what was cut. */
const LONGEST = 4000

/** What a code or the reference to a kept run is made of; a mail program's full stop or bracket is not. */
const VALUE = /^[0-9a-z~.-]*?(?=[^0-9a-z~.-]|\.?$)/i

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Reads a fragment, trusting nothing in it. What means nothing here is one's own run. */
export function routeOf(fragment: string): Route {
  const [name = '', rest = ''] = decoded(fragment.slice(0, LONGEST)).split('=', 2)
  const value = VALUE.exec(rest)?.[0] ?? ''
  switch (name.toLowerCase()) {
    case 'r':
      return { on: 'opened', code: value }
    case 'results':
      return { on: 'kept' }
    case 'questionnaires':
      return { on: 'questionnaires' }
    case 'compare': {
      const [first = '', second = ''] = rest.split(',', 2)
      return { on: 'compared', codes: [VALUE.exec(first)?.[0] ?? '', VALUE.exec(second)?.[0] ?? ''] }
    }
    default:
      return { on: 'own' }
  }
}

const bare = (code: string) => code.replaceAll('-', '')

/** The fragment that leads to a route. */
export function fragmentOf(route: Route): string {
  switch (route.on) {
    case 'own':
      return ''
    case 'opened':
      return `r=${bare(route.code)}`
    case 'kept':
      return 'results'
    case 'questionnaires':
      return 'questionnaires'
    case 'compared':
      return `compare=${route.codes.map(bare).join(',')}`
  }
}

/** Where the person is among these, following the page's address. */
export class Router {
  readonly #address: Address
  #fragment = $state.raw('')
  #moved = false

  readonly route = $derived(routeOf(this.#fragment))

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

  go(route: Route): void {
    this.#address.go(fragmentOf(route))
  }

  /** The address that opens a route elsewhere. */
  linkTo(route: Route): string {
    return `${this.#address.page()}#${fragmentOf(route)}`
  }
}

export const [routerOf, setRouter] = createContext<Router>()
