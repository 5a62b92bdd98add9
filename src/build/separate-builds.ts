import { join } from 'node:path'
import { build, type InlineConfig, type Plugin, type ResolvedConfig } from 'vite'

/** One of the builds that follow the first: what goes in, and how it comes out. */
export type SeparateBuild = (config: ResolvedConfig) => InlineConfig['build']

/**
 * Builds more into the site after the first page and apart from it. Built
 * together, they would share chunks, and the first page would then ask for
 * several scripts and a stylesheet where it now asks for one script.
 */
export function separateBuilds(builds: readonly SeparateBuild[]): Plugin {
  let config: ResolvedConfig
  let isFirst = true
  return {
    name: 'separate-builds',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
      isFirst = !config.build.ssr && config.build.rolldownOptions.input === undefined
    },
    async closeBundle() {
      if (!isFirst) return
      for (const separate of builds)
        await build({
          configFile: config.configFile ?? false,
          logLevel: config.logLevel ?? 'info',
          build: { emptyOutDir: false, copyPublicDir: false, ...separate(config) },
        })
    },
  }
}

/** A script by itself, under a name that does not change. */
export const scriptBuild =
  (name: string): SeparateBuild =>
  ({ root }) => ({
    rolldownOptions: {
      input: { [name]: join(root, `entries/site/${name}.ts`) },
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  })

/** A page with its scripts. */
export const pageBuild =
  (page: string): SeparateBuild =>
  ({ root }) => ({ rolldownOptions: { input: join(root, page) } })
