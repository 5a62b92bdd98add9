import type { Plugin } from 'vite'

const STYLES = /\/(?:element-styles|embed-space)\.ts$/
const TEMPLATE = /`[^`]*`/g

/** Leaves out the line ends and spaces of style sheets that are written in scripts. */
export function tightStyles(): Plugin {
  return {
    name: 'tight-styles',
    enforce: 'pre',
    transform: (code, id) =>
      STYLES.test(id)
        ? {
            code: code.replaceAll(TEMPLATE, (text) =>
              text
                .replaceAll(/\n\s*/g, '')
                .replaceAll(/([:;{}]) /g, '$1')
                .replaceAll(' {', '{')
                .replaceAll(';}', '}'),
            ),
            map: null,
          }
        : null,
  }
}
