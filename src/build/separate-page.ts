import { join } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

/**
 * Builds a second page after the first and apart from it. Built together, the two
 * would share chunks, and the first page would then ask for several scripts and a
 * stylesheet where it now asks for one script.
 */
export function separatePage({ page }: { page: string }): Plugin {
  let config: ResolvedConfig
  let isFirst = true
  return {
    name: 'separate-page',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
      isFirst = !config.build.ssr && config.build.rolldownOptions.input === undefined
    },
    async closeBundle() {
      if (!isFirst) return
      await build({
        configFile: config.configFile ?? false,
        logLevel: config.logLevel ?? 'info',
        build: {
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: { input: join(config.root, page) },
        },
      })
    },
  }
}
