import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { ATTRIBUTE_NAMES, ATTRIBUTES, EVENTS, propertyOf, REFLECTED, TAKEN } from '../../src/ui/embed/contract.ts'

const ROOT = join(import.meta.dirname, '../..')
const HOST = join(ROOT, 'host-of-the-embed.tsx')
const SHIPPED = join(ROOT, 'public/')

const PREAMBLE = `
import type { Vantage as OwnVantage } from './src/core/questionnaire/vantages.ts'
import type { EmbedAttributes, EmbedEvents, EmbedProperties, LeadershipDiagnostic, Taken } from './public/embed.js'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare const element: LeadershipDiagnostic
`

/** The libraries, parsed once for all programs. */
const libraries = new Map<string, ts.SourceFile | undefined>()

/** The compiler's messages about a host's file that uses the shipped types, those of a framework among them. */
function complaints(lines: string, framework?: 'react' | 'svelte' | 'vue'): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    allowImportingTsExtensions: true,
    jsx: ts.JsxEmit.ReactJSX,
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
  const more = framework ? [join(ROOT, `public/embed-${framework}.d.ts`)] : []
  const program = ts.createProgram([HOST, ...more], options, host)
  // Only the files of the host and the shipped types are checked: checking the
  // libraries, too, would take a minute.
  const own = program.getSourceFiles().filter(({ fileName }) => fileName === HOST || fileName.startsWith(SHIPPED))
  const found = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ])
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const types = REFLECTED.map((attribute) => {
  const isSwitch = ATTRIBUTES[attribute] === 'switch'
  const type = isSwitch ? 'boolean' : `NonNullable<EmbedAttributes['${attribute}']> | null`
  return [propertyOf(attribute), type] as const
})

const union = (names: readonly string[]) => names.map((name) => `'${name}'`).join(' | ')

describe('the types that are shipped for hosts', { timeout: 30_000 }, () => {
  it('have the events, attributes and properties that the element has, and no others', () => {
    const lines = [
      `export const events: Same<keyof EmbedEvents, ${union(EVENTS)}> = true`,
      `export const taken: Same<keyof Taken, ${union(Object.keys(TAKEN).map((name) => name.replace('?', '')))}> = true`,
      `export const attributes: Same<keyof EmbedAttributes, ${union(ATTRIBUTE_NAMES)}> = true`,
      ...types.map(([name, type]) => `export const ${name}: Same<LeadershipDiagnostic['${name}'], ${type}> = true`),
      "export const properties: Same<keyof EmbedProperties, Exclude<Members, 'open'>> = true",
      "export const vantages: Same<NonNullable<EmbedAttributes['vantage']>, OwnVantage | 'hidden'> = true",
      `type Members = ${union([...types.map(([name]) => name), 'open'])}`,
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
      element.vantage = 'above'
      element.addEventListener('diagnostic-ready', ({ detail }) => detail.answers)
      export const given: EmbedAttributes = { 'color-scheme': 'pink' }`)
    expect(found).toEqual([
      expect.stringContaining(`'"above"' is not assignable`),
      expect.stringContaining("'answers' does not exist"),
      expect.stringContaining(`'"pink"' is not assignable`),
    ])
  })
})

/** A page's tag in each framework, with a colour scheme and a field read from an opened link. */
const FRAMEWORKS = {
  react: (scheme: string, read: string) => `
    import { useRef } from 'react'
    export function Article() {
      const ref = useRef<LeadershipDiagnostic>(null)
      return (
        <leadership-diagnostic ref={ref} className="wide" lang="fr" color-scheme="${scheme}" vantage="middle" shareScores
          ondiagnostic-link={({ detail }) => detail.${read}}><a href="x">Take it</a></leadership-diagnostic>
      )
    }`,
  svelte: (scheme: string, read: string) => `
    import type { SvelteHTMLElements } from 'svelte/elements'
    export const tag: SvelteHTMLElements['leadership-diagnostic'] = {
      class: 'wide', lang: 'fr', 'color-scheme': '${scheme}', vantage: 'middle', shareScores: true,
      'ondiagnostic-link': ({ detail }) => detail.${read},
    }`,
  vue: (scheme: string, read: string) => `
    import type { GlobalComponents } from 'vue'
    type Tag = InstanceType<GlobalComponents['leadership-diagnostic']>
    export const tag: Tag['$props'] = { class: 'wide', lang: 'fr', 'color-scheme': '${scheme}', vantage: 'middle', shareScores: true }
    declare const made: Tag
    export const hear = (event: EmbedEvents['diagnostic-link']) => (made.$emit('diagnostic-link', event), event.detail.${read})`,
} as const

describe.each(Object.keys(FRAMEWORKS) as (keyof typeof FRAMEWORKS)[])(
  'the types for %s',
  { timeout: 30_000 },
  (name) => {
    it('know the tag, what it takes and what it says', () => {
      expect(complaints(FRAMEWORKS[name]('dark', 'url'), name)).toEqual([])
    })

    it('refuse what it does not take or say', () => {
      expect(complaints(FRAMEWORKS[name]('pink', 'answers'), name)).toEqual([
        expect.stringMatching(/"pink"/),
        expect.stringContaining("'answers' does not exist"),
      ])
    })
  },
)
