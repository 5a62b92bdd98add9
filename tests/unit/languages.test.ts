import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer, type InlineConfig, type Rolldown } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { locales } from '../../src/build/locales.ts'
import { chooseLanguage } from '../../src/ui/locales/choose-language.ts'
import { DEFAULT_LANGUAGE, isLanguage, listedLanguages, type Locale } from '../../src/ui/locales/index.ts'
import { fillIn } from '../../src/ui/locales/fill-in.ts'
import { inLanguage } from '../../src/ui/locales/in-language.ts'
import { inEveryLanguage } from '../fixtures/locales.ts'

const SOURCES = join(import.meta.dirname, '../../src')

/** Code outside the folders of texts. */
const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte|js)$/.test(file) && !file.startsWith('ui/locales/'))
  .map((file) => [file, readFileSync(join(SOURCES, file), 'utf8')] as const)

describe('the languages of the interface', () => {
  it('are listed in one place: no other code names one', () => {
    const codes = listedLanguages().join('|')
    const named = new RegExp(`['"\`](?:${codes})['"\`]|locales/(?:${codes})/|\\b(?:french|english)\\b`, 'i')
    const naming = code.flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line) => (named.test(line.replace(/\/\/.*|\/?\*.*/, '')) ? [`${file}: ${line.trim()}`] : [])),
    )
    expect(naming.filter((line) => !MAY_NAME.some((allowed) => allowed.test(line)))).toEqual([])
  })

  it('have the default one among them', () => {
    expect(isLanguage(DEFAULT_LANGUAGE)).toBe(true)
    expect(isLanguage('toString')).toBe(false)
  })
})

/**
 * English is named by the types of texts, from which the other languages take
 * theirs; in parts that are written in English alone, for developers; and beside
 * the titles of canonical answers, which are published in English.
 */
const MAY_NAME = [
  /\btype\b.*locales\/en\//,
  /^core\/authoring\/read-sections\.ts: const SENTENCES/,
  /^entries\/embed\/fetch-questionnaire\.ts: .*questionnaire-(?:issues|file)/,
  /^entries\/site\/preview\.ts: .*previewTexts/,
  /^ui\/(?:result\/CanonicalLink|room\/RoomPaper|room\/StepFigure|take\/Intro)\.svelte: .*lang="en"/,
  /^(?:ui\/embed-demo|ui\/embed|ui\/preview|build|entries\/cli)\/.*locales\/en\//,
]

describe('a language', () => {
  it('is the first wished for that there is, by the first part of its tag', () => {
    const there = inEveryLanguage(true)
    expect(chooseLanguage(there, ['ja-JP', 'fr-CA', 'en'])).toBe('fr')
    expect(chooseLanguage(there, [null, undefined, 'EN-gb', 'fr'])).toBe('en')
    expect(chooseLanguage(there, ['toString', ''])).toBe(DEFAULT_LANGUAGE)
  })
})

describe('a folder of texts that is not listed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'locales-'))
  const texts = join(folder, 'locales')
  cpSync(join(SOURCES, 'ui/locales'), texts, { recursive: true })
  mkdirSync(join(texts, 'xx'))
  writeFileSync(
    join(texts, 'xx/take.ts'),
    "export const takeTexts = { next: 'Xnext', vantage: { legend: 'Xlegend' } }\n",
  )
  writeFileSync(join(texts, 'xx/at-once.ts'), "export const loadFailed = 'Xfailed'\n")
  afterAll(() => rmSync(folder, { recursive: true }))
  const config: InlineConfig = { configFile: false, root: folder, logLevel: 'error', plugins: [locales(texts)] }

  it('can be looked at while the sources are served, with the default language’s texts wherever it has none', async () => {
    const server = await createServer({ ...config, server: { middlewareMode: true, ws: false, watch: null } })
    type Loaders = Readonly<Record<string, () => Promise<Partial<Locale>>>>
    const exportOf = async (id: string) => (await server.ssrLoadModule(id))['default'] as unknown
    const take = (await exportOf('locale-loaders:take')) as Loaders
    expect(Object.keys(take)).toEqual([...listedLanguages(), 'xx'])
    const { takeTexts } = await take['xx']!()
    expect([takeTexts?.next, takeTexts?.vantage.legend, takeTexts?.back]).toEqual(['Xnext', 'Xlegend', 'Back'])
    expect(await exportOf('locale-texts:at-once/loadFailed')).toMatchObject({ xx: 'Xfailed' })
    expect(await exportOf('locale-texts:at-once/openDiagnostic')).toMatchObject({ xx: 'Open the diagnostic' })
    const list = (await exportOf('locale-loaders:list')) as Loaders
    expect(await list['xx']!()).toHaveProperty('listTexts.title', 'All statements')
    await server.close()
  })

  it('is in no build', async () => {
    const input = join(folder, 'entry.js')
    writeFileSync(
      input,
      "import load from 'locale-loaders:take'\nimport texts from 'locale-texts:at-once/loadFailed'\nconsole.log(load, texts)\n",
    )
    const built = (await build({
      ...config,
      build: { write: false, rolldownOptions: { input } },
    })) as Rolldown.RolldownOutput
    const modules = built.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    expect(modules.filter((id) => id.includes('/locales/') && id.endsWith('/take.ts'))).toHaveLength(
      listedLanguages().length,
    )
    expect(modules.filter((id) => id.includes('/xx/'))).toEqual([])
  })
})

describe('a language that is not finished', () => {
  const finished = {
    title: 'Title',
    count: (n: number) => `${n} answers`,
    list: ['a'],
    deep: { one: 'one', two: 'two' },
  }

  it('has the finished one’s texts wherever it has none, or something else', () => {
    const count = (n: number) => `${n} Antworten`
    expect(fillIn(finished, { title: 'Titel', count, list: 'a', deep: { two: 'zwei' } })).toEqual({
      title: 'Titel',
      count,
      list: ['a'],
      deep: { one: 'one', two: 'zwei' },
    })
    expect(fillIn(finished, { count: 'Antworten', deep: [] })).toEqual(finished)
    expect(fillIn(finished, undefined)).toEqual(finished)
  })
})

describe('what is there in a language', () => {
  it('is else the default language’s, else any', () => {
    expect(inLanguage({ en: 1, fr: 2 }, 'fr')).toBe(2)
    expect(inLanguage({ en: 1, fr: 2 }, 'de')).toBe(1)
    expect(inLanguage({ fr: 2 }, 'de')).toBe(2)
    expect(inLanguage({}, 'de')).toBeUndefined()
  })
})
