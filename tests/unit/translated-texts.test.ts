import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/build/site.ts'

type Node = { readonly type: string; readonly start: number; readonly data?: string } & Readonly<
  Record<string, unknown>
>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** What is no markup. */
const ELSEWHERE = ['instance', 'module', 'css', 'options', 'expression', 'attributes']

/** Where in a component texts stand alone in a block, and not in an element. */
function bareTexts(source: string): string[] {
  const found: string[] = []
  const visit = (node: Node, holder: string) => {
    if (node.type === 'Fragment' && !/^(Regular|Svelte)Element$/.test(holder))
      for (const child of node['nodes'] as readonly Node[])
        if (child.type === 'ExpressionTag' || (child.type === 'Text' && child.data?.trim()))
          found.push(`${source.slice(0, child.start).split('\n').length}`)
    for (const [name, value] of Object.entries(node))
      if (!ELSEWHERE.includes(name))
        for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node.type)
  }
  visit(parse(source, { modern: true }).fragment as unknown as Node, 'Root')
  return found
}

it('no text stands alone in a block, which would be removed without its translation', () => {
  expect(bareTexts('<p>{#if a}{b}{:else}c{/if} d</p>')).toEqual(['1', '1'])
  const folder = join(ROOT, 'src/ui')
  const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.svelte'),
  )
  expect(components.length).toBeGreaterThan(50)
  expect(
    components.flatMap((file) => bareTexts(readFileSync(join(folder, file), 'utf8')).map((line) => `${file}:${line}`)),
  ).toEqual([])
})
