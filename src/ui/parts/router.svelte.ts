import { createContext } from 'svelte'
import type { Route } from '../../core/address/fragment.ts'
import type { Grammar } from '../../core/address/parts.ts'
import type { Address } from '../../core/ports.ts'

/** The present route of a page, following its address. */
export class Router<R> {
  readonly #address: Address
  readonly #routes: Grammar<R>
  #fragment = $state.raw('')
  #moved = false

  readonly route: R

  constructor(address: Address, routes: Grammar<R>) {
    this.#address = address
    this.#routes = routes
    this.#fragment = address.fragment()
    this.route = $derived(this.#routes.read(this.#fragment))
    address.onMove(() => {
      this.#moved = true
      this.#fragment = address.fragment()
    })
  }

  /** Whether the person has moved from where the page opened, so that focus may be moved with them. */
  get hasMoved(): boolean {
    return this.#moved
  }

  /** The page's address as people type it. */
  get site(): string {
    return this.#address
      .page()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '')
  }

  go(route: R): void {
    this.#address.go(this.#routes.move(this.#address.fragment(), route))
  }

  /** To a route in this one's place, so that Back does not lead here. */
  goInstead(route: R): void {
    this.#address.goInstead(this.#routes.move(this.#address.fragment(), route))
  }

  /** Writes the fragment in another way, where there is one. */
  rewrite(inFull: (fragment: string) => string | null): void {
    const written = inFull(this.#fragment)
    if (written) this.#address.goInstead(written)
  }

  /** The address of a link that leads to a route from here. */
  hrefTo(route: R): string {
    return `#${this.#routes.move(this.#fragment, route)}`
  }

  /** The address that opens a route from elsewhere, without anything else in it. */
  linkTo(route: R): string {
    return `${this.#address.page()}#${this.#routes.move('', route)}`
  }
}

/** The diagnostic's own router. */
export const [routerOf, setRouter] = createContext<Router<Route>>()
