import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RESPONSE_SHAPES, ROOM_SHAPES } from '../../src/core/findings/conditions/table.ts'

const ROOT = join(import.meta.dirname, '../..')

const below = (folder: string, ending: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file))

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const code = [...below('src', /\.(ts|svelte|js|md)$/), ...below('tests', /\.(ts|svelte|mjs)$/)].filter(
  (file) => !file.endsWith('documents.test.ts'),
)

/** The project's documents. */
const documents = [
  'README.md',
  'CHANGELOG.md',
  '.github/CONTRIBUTING.md',
  ...below('src', /\.md$/),
  ...below('questionnaires', /\.md$/),
  ...below('public', /\.md$/),
]

/** A link's target in this repository: neither another address nor a place on the same page. */
const LINK = /\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)]*)?\)/g

describe('the documents', () => {
  it('have every section of METHOD that is cited', () => {
    const sections = [...read('src/core/METHOD.md').matchAll(/^## (\d+b?) /gm)].map(([, section]) => section)
    const cited = code.flatMap((file) =>
      [...read(file).matchAll(/\bMETHOD (\d+b?)/g)].map(([, section]) => ({ file, section })),
    )
    expect(cited.length).toBeGreaterThan(40)
    expect(cited.filter(({ section }) => !sections.includes(section))).toEqual([])
  })

  it('are all that is cited: none that lies elsewhere', () => {
    const elsewhere = code.filter((file) => /\b(?:MEASUREMENT|DESIGN|HOUSE|CONTENT|LIVE)(?: \d|\.md)/.test(read(file)))
    expect(elsewhere).toEqual([])
  })

  it.each(['src/core', 'src/ui', 'src'])('name every folder of %s on the page of the architecture', (folder) => {
    const drawn = read('src/README.md').split('```')[1]!
    const there = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(there.map(({ name }) => name).filter((name) => !new RegExp(`\\b${name}/`).test(drawn))).toEqual([])
  })

  it.each([
    ['a response', 'Findings', RESPONSE_SHAPES],
    ['a room', 'Findings about a room', ROOM_SHAPES],
  ])('tell writers of every condition on %s', (_of, title, shapes) => {
    const section = read('questionnaires/README.md')
      .split(/^## /m)
      .find((part) => part.startsWith(`${title}\n`))!
    const [, table] = section.split(/^\| condition .*\n/m)
    const rows = table!.split('\n\n')[0]!.split('\n')
    const told = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!))
    expect(told.toSorted()).toEqual(Object.keys(shapes).toSorted())
  })

  it('say in comments what a function returns, in plain nouns', () => {
    expect(code.filter((file) => /returns what ends (?:that|it)\b/i.test(read(file)))).toEqual([])
  })

  it('install the package for hosts by its file, never by a name that somebody else could register', () => {
    const byName = (text: string) =>
      [...text.matchAll(/\b(?:npx|(?:npm|pnpm|yarn|bun)\s+(?:i|install|add|exec|dlx))\s[^\n`'"]*/g)]
        .flatMap(([command]) => command.split(/\s+/))
        .filter((word) => /leadership-diagnostic|^\{name\}/.test(word) && !word.endsWith('.tgz'))
    expect(
      byName('npm install @leadership-diagnostic/embed\nnpm i ./x/leadership-diagnostic-embed-1.0.0.tgz'),
    ).toHaveLength(1)
    const fromElsewhere = /(?:unpkg|jsdelivr|esm\.sh|skypack)|"@leadership-diagnostic\/embed":\s*"(?!https?:|file:)/
    const texts = [...documents, ...code.filter((file) => /\/(hosts|embed-demo|locales\/en\/embed)/.test(file))]
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((file) => byName(read(file)).length > 0 || fromElsewhere.test(read(file)))).toEqual([])
  })

  it.each(documents)('lead where they say: %s', (file) => {
    const text = read(file).replaceAll(/```[\s\S]*?```|^ {4}.*$/gm, '')
    const broken = [...text.matchAll(LINK)].filter(([, target]) => !existsSync(join(ROOT, dirname(file), target!)))
    expect(broken.map(([link]) => link)).toEqual([])
  })
})
