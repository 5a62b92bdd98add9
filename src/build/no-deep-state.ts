import type { Plugin } from 'vite'

/** Svelte's runtime module that wraps objects so that changes inside them are seen. */
const PROXY = /\/svelte\/src\/internal\/client\/proxy\.js$/

/** The same exports where no object is ever wrapped. */
const NO_PROXY = `
export const proxy = (value) => value
export const get_proxied_value = (value) => value
export const is = Object.is
`

/** Source patterns that have an object wrapped in a proxy. */
const WRAPS = /\$state\(|\$bindable\(/

/**
 * Leaves Svelte's deep state out of a build: every state in these sources is
 * `$state.raw`, whose values are replaced and never changed, but the runtime would
 * carry the proxies all the same, 0.7 kB of the first load. A component that needs
 * them stops the build.
 */
export function noDeepState(): Plugin {
  return {
    name: 'no-deep-state',
    apply: 'build',
    load: { filter: { id: PROXY }, handler: () => NO_PROXY },
    transform: {
      order: 'pre',
      filter: { id: /\.svelte(\.ts)?$/ },
      handler(code, id) {
        if (WRAPS.test(code)) this.error(`${id} has deep state. Use $state.raw, and replace its value to change it.`)
      },
    },
  }
}
