import { minify } from 'terser'
import type { Plugin, Rolldown } from 'vite'

/**
 * Minifies the chunks of the first load once more. Terser looks over the code
 * several times, which leaves some 600 bytes less of the page's script than Vite's
 * own minifier does, and takes too long for everything else.
 *
 * @param isFirst the chunks that the first question waits for
 */
export function minifyFirst(isFirst: (chunk: Rolldown.OutputChunk) => boolean): Plugin {
  return {
    name: 'minify-first',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !isFirst(chunk)) continue
          const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 3 } })
          if (code) chunk.code = `${code}\n`
        }
      },
    },
  }
}
