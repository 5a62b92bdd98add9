import type { Address } from '../../core/ports.ts'

/** What the page shows: one's own run, a result from a link or a code, what is kept here, or two results. */
export type Route =
  | { readonly on: 'own' }
  | { readonly on: 'opened'; readonly code: string }
  | { readonly on: 'kept' }
  | { readonly on: 'compared'; readonly codes: readonly [string, string] }

/** No fragment that means something here is longer. */
const LONGEST = 500

/** Reads a fragment, trusting nothing in it. What means nothing here is one's own run. */
export function routeOf(fragment: string): Route {
  const [name = '', value = ''] = fragment.slice(0, LONGEST).split('=', 2)
  if (name === 'r') return { on: 'opened', code: value }
  if (name === 'results') return { on: 'kept' }
  if (name === 'compare') {
    const [first = '', second = ''] = value.split('.', 2)
    return { on: 'compared', codes: [first, second] }
  }
  return { on: 'own' }
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
    case 'compared':
      return `compare=${route.codes.map(bare).join('.')}`
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
