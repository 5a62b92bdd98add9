import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'
import { ROOT } from '../../src/build/site.ts'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly name?: string
  readonly data?: string
  readonly attributes?: readonly Node[]
  readonly fragment?: { readonly nodes: readonly Node[] }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** A text of the questionnaire's own: a statement, a finding, or a concept's meaning. */
const OWN = /^\{\w+\.(itemText|findingText|conceptAbout)\([^()]*(\([^()]*\))?[^()]*\)(\.text)?\}$/

/** The lines on which an element is one text of the questionnaire and does not say in which language. */
function unmarked(source: string): number[] {
  const found: number[] = []
  const visit = (node: Node) => {
    const [only, ...others] = (node.fragment?.nodes ?? []).filter(({ type, data }) => type !== 'Text' || data?.trim())
    if (node.type === 'RegularElement' && only?.type === 'ExpressionTag' && others.length === 0)
      if (OWN.test(source.slice(only.start, only.end)) && !node.attributes?.some(({ name }) => name === 'lang'))
        found.push(source.slice(0, node.start).split('\n').length)
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child)
  }
  visit(parse(source, { modern: true }).fragment as unknown as Node)
  return found
}

it('every statement and finding on a screen says its language, which may not be the page’s', () => {
  expect(
    unmarked('<p>{view.itemText(item)}</p>\n<li {lang}>{view.itemText(item)}</li><b>{view.findingText(a).text}</b>'),
  ).toEqual([1, 2])
  const files = ['result', 'room', 'check'].flatMap((folder) =>
    readdirSync(join(ROOT, 'src/ui', folder))
      // Paper is not read out.
      .filter((file) => file.endsWith('.svelte') && !file.includes('Paper'))
      .map((file) => join('src/ui', folder, file)),
  )
  expect(files.length).toBeGreaterThan(30)
  expect(
    files.flatMap((file) => unmarked(readFileSync(join(ROOT, file), 'utf8')).map((line) => `${file}:${line}`)),
  ).toEqual([])
})
