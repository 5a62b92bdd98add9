import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'
import { compiledWhenRun } from '../../src/build/compiled-when-run.ts'

type Rendering = (
  this: unknown,
  code: string,
  chunk: unknown,
  options: unknown,
  meta: unknown,
) => { code: string } | null

const CHUNKS = {
  a: { name: 'parts', fileName: 'assets/parts-1.js' },
  b: { name: 'later', fileName: 'assets/later-1.js' },
}

/** A chunk as it is written, after the plugin. */
function written(chunk: 'a' | 'b', code: string): string {
  const error = (message: string) => {
    throw new Error(message)
  }
  const { renderChunk } = compiledWhenRun('parts') as unknown as { readonly renderChunk: Rendering }
  return renderChunk.call({ parse: parseAst, error }, code, CHUNKS[chunk], {}, { chunks: CHUNKS })!.code
}

const parts = (own: string, exported: string) =>
  written('a', `import { far } from './far.js'\nvar $window;\n${own}\nexport { ${exported}, $window as w }\n`)

/** What a chunk's code exports once it is run. */
const run = (code: string): Promise<Record<string, unknown>> =>
  import(`data:text/javascript,${encodeURIComponent(code.replace(/^import .*$/m, 'const far = 2'))}`)

describe('a chunk whose functions are compiled when it runs', () => {
  it('exports one object with what others take, and by themselves what import() is for', async () => {
    const code = parts(
      'const twice = () => 2 * far\nvar run_exports = { twice }\nfunction own() { let far = 3; far = 4; return far }',
      'twice as t, own as o, run_exports as r',
    )
    const exported = await run(code)
    const all = exported['__all'] as Record<string, () => number>
    expect([all['t']!(), all['o']!(), Object.keys(all)]).toEqual([4, 4, ['t', 'o']])
    expect(exported['r']).toEqual({ twice: all['t'] })
    expect(Object.keys(exported).toSorted()).toEqual(['__all', 'r', 'w'])
  })

  it('is taken from by the names that it gave', () => {
    const code = written(
      'b',
      `import { t as twice, r as run_exports, w as $window } from './parts-1.js'\ntwice($window)`,
    )
    expect(code).toContain('import { __all, r as run_exports, w as $window } from "./parts-1.js"')
    expect(code).toContain('const { t: twice } = __all')
  })

  it.each([
    ['is set later', 'var count = 0\nconst more = () => (count = 1)'],
    ['is counted up', 'let count = 0\nconst more = () => count++'],
    ['is added to', 'let count = 0\nconst more = () => (count += far)'],
    ['begins without a value', 'let count\nconst more = () => 1'],
  ])('is no chunk with a variable that others take, which %s: they would not see it', (_how, own) => {
    expect(() => parts(own, 'count as c, more as m')).toThrow('count of parts changes after others have taken it.')
  })

  it('may have such a variable that nobody takes, and compare one that stays', () => {
    const own = 'let count = 0\nconst most = 3\nconst more = () => ++count <= most && most >= count && most == 3'
    expect(() => parts(own, 'more as m, most as n')).not.toThrow()
  })
})
