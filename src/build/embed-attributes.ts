import type { Plugin } from 'vite'
import { ATTRIBUTE_NAMES, ATTRIBUTES, EVENTS } from '../ui/embed/contract.ts'

const ID = 'embed-attributes:element'

const listed = (names: readonly string[], lead = '') =>
  `${JSON.stringify(names.map((name) => name.slice(lead.length)).join(' '))}.split(' ')${lead && `.map((name) => '${lead}' + name)`}`

/**
 * Serves `embed-attributes:element`: what the element itself reads of its contract, in few bytes, since every article
 * loads it. What else an attribute takes is for documents and types.
 */
export function embedAttributes(): Plugin {
  return {
    name: 'embed-attributes',
    resolveId: (id) => (id === ID ? `\0${id}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null
      const switches = ATTRIBUTE_NAMES.filter((name) => ATTRIBUTES[name] === 'switch')
      return [
        `export const NAMES = ${listed(ATTRIBUTE_NAMES)}`,
        `export const SWITCHES = ${JSON.stringify(switches.join(' '))}`,
        `export const SEATS = ${listed(ATTRIBUTES.vantage)}`,
        `export const TARGETS = ${listed(ATTRIBUTES['link-target'])}`,
        `export const EVENTS = ${listed(EVENTS, 'diagnostic-')}`,
      ].join('\n')
    },
  }
}
