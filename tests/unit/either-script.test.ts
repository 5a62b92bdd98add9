import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, Script } from 'node:vm'
import { expect, it } from 'vitest'
import { eitherScript } from '../../src/build/either-script.ts'

const MODULE = `const at=new URL("./",import.meta.url).href,e={at};class A{};globalThis.ran?.push(at);export{A,e as EVENTS};\n`

it('exports as a module what it exported before', () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'either-'))
  const file = join(folder, 'embed.mjs')
  writeFileSync(file, `${eitherScript(MODULE)!}import * as all from './embed.mjs'; console.log(JSON.stringify(all))`)
  const exported = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })) as unknown
  rmSync(folder, { recursive: true })
  // Classes are no JSON.
  expect(exported).toEqual({ EVENTS: { at: pathToFileURL(`${folder}/`).href } })
})

it('runs as a classic script, knows its address and leaves no name', () => {
  const ran: string[] = []
  const page = createContext({ ran, URL, document: { currentScript: { src: 'https://example.org/a/embed.js' } } })
  const before = Object.keys(page)
  const script = new Script(eitherScript(MODULE)!)
  script.runInContext(page)
  script.runInContext(page)
  // Names of its own would be in the way of the page's.
  new Script('let at, e, A, EVENTS, __at, __from; var await = 1').runInContext(page)
  script.runInContext(page)
  expect(ran).toEqual(Array(3).fill('https://example.org/a/'))
  expect(Object.keys(page)).toEqual([...before, 'await'])
})

it('finds its address where no script of the page is the current one, and otherwise says what to do', () => {
  const ran: string[] = []
  const page = createContext({ ran, URL, document: { currentScript: null } })
  new Script(eitherScript(MODULE)!, { filename: 'https://example.org/a/embed-1.2.3.js' }).runInContext(page)
  expect(ran).toEqual(['https://example.org/a/'])
  const pasted = new Script(eitherScript(MODULE)!, { filename: 'https://example.org/article' })
  const thrown = () => {
    try {
      pasted.runInContext(page)
    } catch (error) {
      return error
    }
    return null
  }
  expect(thrown()).toBe('leadership-diagnostic: load embed.js by its address')
})

it('leaves no name where nothing is exported', () => {
  const page = createContext({})
  new Script(eitherScript('const e = 1; function t() { return e }\n')!).runInContext(page)
  expect(() => new Script('let e, t').runInContext(page)).not.toThrow()
})

it('has no wrapper around what it imports later, unless something else is in one', () => {
  const wrapped = 'const e=l=>l();const a=()=>e(()=>import("./a.js"),[],import.meta.url);export{a};'
  expect(eitherScript(wrapped)).toContain('const a=()=>__import("./a.js");')
  expect(eitherScript(wrapped)).not.toContain('l=>l()')
  const field = 'e(async()=>{let{openIt:e}=await(import("./a.js"));return{openIt:e}},[],import.meta.url)'
  const taken = eitherScript(`const e=l=>l();const a=async()=>(await ${field}).openIt;export{a};`)
  expect(taken).toContain('const a=async()=>(await __import("./a.js")).openIt;')
  expect(taken).not.toContain('l=>l()')
  const other = wrapped.replace('export', 'const b=()=>e(async()=>1,[],import.meta.url);export')
  expect(eitherScript(other)).toContain('const e=l=>l();')
})

it.each([
  ['imports something at once', 'import{a}from"./a.js";export{a};'],
  ['exports otherwise', 'export const a=import.meta.url'],
])('is not written of a module that %s', (_what, code) => {
  expect(eitherScript(code)).toBeNull()
})
