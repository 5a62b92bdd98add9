import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { ATTRIBUTES, PROPERTIES } from '../../src/entries/embed-options.ts'

const ROOT = join(import.meta.dirname, '../..')
const HOST = join(ROOT, 'host-of-the-embed.ts')

const PREAMBLE = `
import type { EmbedEvents as Own, Taken as OwnTaken } from './src/entries/embed-options.ts'
import type { EmbedAttributes, EmbedEvents, LeadershipDiagnostic, Taken } from './public/embed.js'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare const element: LeadershipDiagnostic
`

/** The libraries, which every program reads alike. */
const libraries = new Map<string, ts.SourceFile | undefined>()

/** What the compiler says of a host's file that uses the types that are shipped. */
function complaints(lines: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (path) => path === HOST || fileExists.call(host, path)
  host.getSourceFile = (path, ...rest) => {
    if (path === HOST) return ts.createSourceFile(path, `${PREAMBLE}${lines}`, ts.ScriptTarget.ES2022)
    if (!libraries.has(path)) libraries.set(path, getSourceFile.call(host, path, ...rest))
    return libraries.get(path)
  }
  const program = ts.createProgram([HOST], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const types = PROPERTIES.map(([property, , isSwitch]) => [property, isSwitch ? 'boolean' : 'string | null'] as const)

describe('the types that are shipped for hosts', { timeout: 30_000 }, () => {
  it('have the events, attributes and properties that the element has, and no others', () => {
    const lines = [
      'export const events: Same<EmbedEvents, Own> = true',
      'export const taken: Same<Taken, OwnTaken> = true',
      `export const attributes: Same<keyof EmbedAttributes, ${ATTRIBUTES.map((name) => `'${name}'`).join(' | ')}> = true`,
      ...types.map(([name, type]) => `export const ${name}: Same<LeadershipDiagnostic['${name}'], ${type}> = true`),
      `type Members = ${[...types.map(([name]) => name), 'open'].map((name) => `'${name}'`).join(' | ')}`,
      'export const members: Same<Exclude<keyof LeadershipDiagnostic, keyof HTMLElement>, Members> = true',
    ]
    expect(complaints(lines.join('\n'))).toEqual([])
  })

  it('type the tag and its events, on the element and on the document', () => {
    const lines = `
      const made = document.createElement('leadership-diagnostic')
      made.colorScheme = 'dark'
      made.shareScores = true
      made.open()
      made.addEventListener('diagnostic-link', ({ detail }) => console.log(detail.url.length, detail.items + 1))
      document.addEventListener('diagnostic-complete', ({ detail }) => console.log(detail.scores?.['silence'] ?? 0))
      document.querySelector('leadership-diagnostic')?.addEventListener('click', ({ clientX }) => clientX)`
    expect(complaints(lines)).toEqual([])
  })

  it('refuse what the element does not take or say', () => {
    const found = complaints(`
      element.vantage = 3
      element.addEventListener('diagnostic-ready', ({ detail }) => detail.answers)
      export const given: EmbedAttributes = { 'color-scheme': 'pink' }`)
    expect(found).toEqual([
      expect.stringContaining("'number' is not assignable to type 'string'"),
      expect.stringContaining("'answers' does not exist"),
      expect.stringContaining(`'"pink"' is not assignable`),
    ])
  })
})
