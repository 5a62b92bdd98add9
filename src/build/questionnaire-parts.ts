import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import type { CheckedQuestionnaire } from '../core/authoring/check-questionnaire.ts'
import type { QuestionnaireIssue } from '../core/authoring/questionnaire-issues.ts'
import { takePart, type ResultPart, type TakePart } from '../core/questionnaire/parts.ts'
import type { CanonicalAnswer } from '../core/questionnaire/schema.ts'
import { describeQuestionnaireIssue } from '../ui/locales/en/questionnaire-issues.ts'
import { inLanguage } from '../ui/locales/in-language.ts'
import { listedLanguages } from '../ui/locales/index.ts'
import { unlistedLanguages } from './locales.ts'
import { ELSEWHERE, RULES } from './site.ts'
import { QUESTIONNAIRES, questionnaireFolders, readCanonicalAnswers, readQuestionnaire } from './read-questionnaires.ts'

const IMPORT = /^questionnaire:(take|result)\/([a-z0-9-]+)\/([a-z]{2})$/

const known = new Map<string, { stamp: string; checked: CheckedQuestionnaire }>()

/**
 * Reads and checks a questionnaire, or returns the earlier result for unchanged
 * files: several modules need it, and checking its rules takes a search.
 */
function readUnchanged(
  folder: string,
  answers: readonly CanonicalAnswer[],
  toBePublished: boolean,
): CheckedQuestionnaire {
  const path = join(QUESTIONNAIRES, folder)
  const files = readdirSync(path).map((file) => [file, statSync(join(path, file))] as const)
  const stamp = JSON.stringify([answers, files.map(([file, { mtimeMs, size }]) => [file, mtimeMs, size])])
  const before = known.get(folder)
  if (before?.stamp === stamp) return before.checked
  const rules = process.env[RULES] !== ELSEWHERE
  const checked = readQuestionnaire(folder, answers, QUESTIONNAIRES, { toBePublished, rules })
  known.set(folder, { stamp, checked })
  return checked
}

/** How a questionnaire is read: for a build, its version has to be published. */
type Read = (folder: string, answers: readonly CanonicalAnswer[]) => CheckedQuestionnaire

function unsound(folder: string, issues: readonly QuestionnaireIssue[]): Error {
  const lines = issues.map((issue) => `${issue.file}: ${issue.path.join('.')}: ${describeQuestionnaireIssue(issue)}`)
  return new Error(`The questionnaire "${folder}" is not sound.\n${lines.join('\n')}`)
}

/**
 * One part of a checked questionnaire in one language.
 *
 * @throws Error with every issue, so that a build stops.
 */
function loadPart(name: string, read: Read): TakePart | ResultPart {
  const [, part, folder, language] = IMPORT.exec(name) ?? []
  if (!part || !folder || !language) throw new Error(`"${name}" is not questionnaire:(take|result)/ID/LANGUAGE`)
  const answers = readCanonicalAnswers()
  const checked = answers.ok ? read(folder, answers.value) : answers
  if (!answers.ok || !checked.ok || !('questionnaire' in checked)) {
    throw unsound(folder, 'issues' in checked ? checked.issues : [])
  }
  const { questionnaire } = checked
  const texts = checked.texts[language]
  if (!texts) throw new Error(`The questionnaire "${folder}" has no ${language}.json`)
  const isInAll = listedLanguages().every((listed) => checked.texts[listed])
  return part === 'take'
    ? takePart(questionnaire, texts, answers.value, isInAll ? undefined : language)
    : {
        ...(isInAll ? {} : { language }),
        questionnaire,
        texts,
        answers: answers.value,
        published: checked.published,
      }
}

const LIST = 'questionnaire:list'
const TAKES = 'questionnaire:takes'
const RESULTS = 'questionnaire:results'
const ALL_TITLES = 'questionnaire:titles'
const TITLES = /^questionnaire:titles\/([a-z]{2})$/

/**
 * Every checked questionnaire with its languages.
 *
 * @throws Error with every issue, so that a build stops.
 */
function readAll(read: Read) {
  const answers = readCanonicalAnswers()
  if (!answers.ok) throw new Error('answers.json is not sound')
  return questionnaireFolders().map((id) => {
    const checked = read(id, answers.value)
    if (!checked.ok) throw unsound(id, checked.issues)
    const { questionnaire, texts, published } = checked
    return { id, items: questionnaire.items.length, questionnaire, texts, published, answers: answers.value }
  })
}

/** An object's fields that load a part of a questionnaire, by language. */
const loaders = (part: string, id: string, languages: readonly string[]) =>
  languages.map((language) => `${language}: () => import('questionnaire:${part}/${id}/${language}')`).join(', ')

/** The module `questionnaire:list`: the questionnaires, with loaders of their parts. */
function listModule(read: Read): string {
  const entries = readAll(read).map(({ id, texts, items }) => {
    const languages = Object.keys(texts)
    return `{ id: '${id}', items: ${items}, languages: ${JSON.stringify(languages)}, take: { ${loaders('take', id, languages)} }, result: { ${loaders('result', id, languages)} } }`
  })
  return `export default [${entries.join(',\n')}]`
}

/** The module `questionnaire:takes`: loaders of the take parts alone, by questionnaire and language. */
function takesModule(read: Read): string {
  const entries = readAll(read).map(({ id, texts }) => `'${id}': { ${loaders('take', id, Object.keys(texts))} }`)
  return `export default {${entries.join(',\n')}}`
}

/** An expression of what was parsed from JSON, which browsers do faster than with an object literal where there is much. */
const parsed = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** The module `questionnaire:results`: the result parts of all questionnaires, which share what is the same in every language. */
function resultsModule(read: Read): string {
  const all = readAll(read)
  const apart = all.map(({ id, items, questionnaire, texts, published }) => ({
    id,
    items,
    questionnaire,
    texts,
    published,
  }))
  return `const answers = ${parsed(all[0]?.answers ?? [])}
const partsOf = ({ questionnaire, published, texts }) => {
  const isInAll = ${JSON.stringify(listedLanguages())}.every((listed) => texts[listed])
  return Object.fromEntries(Object.entries(texts).map(([language, own]) => [language, { ...(!isInAll && { language }), questionnaire, texts: own, answers, published }]))
}
export default ${parsed(apart)}.map((one) => ({ id: one.id, items: one.items, parts: partsOf(one) }))`
}

/** The module `questionnaire:titles`: loaders of the questionnaires' titles, by the interface's language. */
function allTitlesModule(languages: readonly string[]): string {
  const loaded = languages.map((language) => `${language}: () => import('questionnaire:titles/${language}')`)
  return `export default { ${loaded.join(', ')} }`
}

/** The module `questionnaire:titles/LANGUAGE`: the title of each questionnaire, in that language if it has it. */
function titlesModule(language: string, read: Read): string {
  const titles = readAll(read).map(({ id, texts }) => {
    const { title, question, lead } = inLanguage(texts, language)!
    return [id, { title, question, lead }]
  })
  return `export default ${JSON.stringify(Object.fromEntries(titles))}`
}

/**
 * Serves `questionnaire:take/ID/LANGUAGE` and `questionnaire:result/ID/LANGUAGE`.
 * Questionnaires are checked here, so that no page has to load a validator for its
 * own, and split in two, so that the first load carries no findings.
 * `questionnaire:list`, `questionnaire:takes`, `questionnaire:titles` and
 * `questionnaire:titles/LANGUAGE` list them, and `questionnaire:results` has all result parts. In development, an edited, added or
 * removed file changes the page at once, and a version need not be published yet.
 */
export function questionnaireParts(): Plugin {
  let isBuild = true
  const read: Read = (folder, answers) => readUnchanged(folder, answers, !isBuild)
  return {
    name: 'questionnaire-parts',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    configureServer({ watcher }) {
      watcher.add(QUESTIONNAIRES)
    },
    // One file can change every module: whether a questionnaire passes its check,
    // and which ones there are.
    hotUpdate({ file, modules }) {
      if (!file.startsWith(`${normalizePath(QUESTIONNAIRES)}/`)) return
      const own = [...this.environment.moduleGraph.idToModuleMap.values()].filter(({ id }) =>
        id?.startsWith('\0questionnaire:'),
      )
      return [...new Set([...modules, ...own])]
    },
    resolveId: (id) =>
      IMPORT.test(id) || TITLES.test(id) || [LIST, TAKES, RESULTS, ALL_TITLES].includes(id) ? `\0${id}` : null,
    load(id) {
      const name = id.slice(1)
      if (id === `\0${LIST}`) return listModule(read)
      if (id === `\0${TAKES}`) return takesModule(read)
      if (id === `\0${RESULTS}`) return resultsModule(read)
      if (id === `\0${ALL_TITLES}`)
        return allTitlesModule([...listedLanguages(), ...(isBuild ? [] : unlistedLanguages())])
      const titlesIn = id.startsWith('\0') ? TITLES.exec(name)?.[1] : undefined
      if (titlesIn) return titlesModule(titlesIn, read)
      const [, , folder, language] = IMPORT.exec(name) ?? []
      if (!id.startsWith('\0') || !folder) return null
      const files = ['../answers.json', 'questionnaire.json', 'published.json', `${language}.json`]
      for (const file of files.map((one) => join(QUESTIONNAIRES, folder, one)))
        if (existsSync(file)) this.addWatchFile(file)
      const part = loadPart(name, read)
      // Of what is asked some kilobytes: parsed, a browser would keep their text beside what was made of it.
      return `export default ${'texts' in part ? parsed(part) : JSON.stringify(part)}`
    },
  }
}
