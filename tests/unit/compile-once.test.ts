import type { Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { compileOnce } from '../../src/build/compile-once.ts'

type Compile = (code: string, id: string) => Promise<unknown>

/** A compiler as a build calls it, and what it was asked to compile. */
function build({ consumer = 'client', command = 'build' } = {}) {
  const asked: string[] = []
  const compiler = (name: string): Plugin => ({
    name,
    transform: {
      handler(code, id) {
        asked.push(`${name} ${id} ${code}`)
        return { code: `${consumer} ${code}` }
      },
    },
  })
  const plugins = [compiler('vite-plugin-svelte:compile'), compiler('vite-plugin-svelte:compile-module')]
  const [component, module] = compileOnce(plugins).map(({ transform }): Compile => {
    const { handler } = transform as { handler: (this: object, code: string, id: string) => unknown }
    const context = { environment: { config: { consumer, command, isProduction: true } } }
    return async (code, id) => handler.call(context, code, id)
  })
  return { component: component!, module: module!, asked }
}

describe('a component', () => {
  it('is compiled once for all builds, and a module of one name apart from it', async () => {
    const [first, second] = [build(), build()]
    const both = await Promise.all([
      first.component('<p>one</p>', 'One.svelte'),
      second.component('<p>one</p>', 'One.svelte'),
    ])
    expect(both).toEqual([{ code: 'client <p>one</p>' }, { code: 'client <p>one</p>' }])
    await second.module('<p>one</p>', 'One.svelte')
    expect([first.asked.length, second.asked]).toEqual([1, ['vite-plugin-svelte:compile-module One.svelte <p>one</p>']])
  })

  it('is compiled anew with another text, for a server, and while the sources are served', async () => {
    await build().component('<p>two</p>', 'Two.svelte')
    for (const [code, other] of [
      ['<p>changed</p>', build()],
      ['<p>two</p>', build({ consumer: 'server' })],
      ['<p>two</p>', build({ command: 'serve' })],
      ['<p>two</p>', build({ command: 'serve' })],
    ] as const) {
      await other.component(code, 'Two.svelte')
      expect(other.asked).toHaveLength(1)
    }
  })

  it('is compiled by plugins that are there', () => {
    expect(() => compileOnce([{ name: 'another' }])).toThrow('vite-plugin-svelte:compile is not there')
  })
})
