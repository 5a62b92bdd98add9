import type { Plugin, Rolldown } from 'vite'

const COMPILERS = ['vite-plugin-svelte:compile', 'vite-plugin-svelte:compile-module']

/**
 * Lets the builds of one process share what components are compiled to. Each page is a
 * build by itself, and most components are in several.
 *
 * @param plugins those of vite-plugin-svelte, of which two compile
 * @throws Error where they do not compile in the way that is expected.
 */
export function compileOnce(plugins: Plugin[]): Plugin[] {
  for (const name of COMPILERS) share(plugins.find((plugin) => plugin.name === name)?.transform, name)
  return plugins
}

/** Compiled modules, by plugin, consumer, id and source text. */
const compiled = new Map<string, Promise<Rolldown.TransformResult>>()

function share(transform: Plugin['transform'], by: string): void {
  if (typeof transform !== 'object') throw new Error(`${by} is not there, or compiles in a way that is not known here.`)
  const { handler } = transform
  transform.handler = function (code, id, options) {
    const compile = async () => handler.call(this, code, id, options)
    const { command, consumer, isProduction } = this.environment.config
    if (command !== 'build') return compile()
    const key = [by, consumer, isProduction, id, code].join('\n')
    const known = compiled.get(key) ?? compile()
    compiled.set(key, known)
    return known
  }
}
