import { mount } from 'svelte'
import list from 'questionnaire:list'
import titles from 'questionnaire:titles/en'
import Preview from '../../ui/preview/Preview.svelte'
import type { Column } from '../../ui/preview/entries.ts'
import { previewTexts } from '../../ui/locales/en/preview.ts'
import { resultTexts as english } from '../../ui/locales/en/result.ts'
import { consoleTexts as englishConsole } from '../../ui/locales/en/console.ts'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/text.css'

interface LocaleState {
  readonly resultTexts: typeof english
  readonly consoleTexts: typeof englishConsole
}

const ENGLISH: LocaleState = { resultTexts: english, consoleTexts: englishConsole }

/** What the interface says in the languages it has; English stands in for the others. */
const INTERFACE_TEXTS: Readonly<Record<string, () => Promise<LocaleState>>> = {
  fr: async () => ({
    ...(await import('../../ui/locales/fr/result.ts')),
    ...(await import('../../ui/locales/fr/console.ts')),
  }),
}

const target = document.querySelector<HTMLElement>('#preview')
if (!target) throw new Error('The page has no #preview')

const wanted = new URLSearchParams(location.search).get('q') ?? list[0]?.id ?? ''
const result = list.find(({ id }) => id === wanted)?.result ?? {}

const loadColumn = async ([language, load]: [string, (typeof result)[string]]): Promise<Column> => {
  const [{ default: part }, spoken = ENGLISH] = await Promise.all([load(), INTERFACE_TEXTS[language]?.()])
  const { defaultLevels } = spoken.consoleTexts.setUp
  return {
    language,
    part,
    interfaceTexts: spoken.resultTexts,
    levelNames: { top: defaultLevels[0] ?? '', work: defaultLevels.at(-1) ?? '' },
  }
}

const questionnaires = list.map(({ id }) => ({ id, title: titles[id]?.title ?? id }))

try {
  const columns = await Promise.all(Object.entries(result).map(loadColumn))
  mount(Preview, { target, props: { questionnaires, wanted, columns } })
  document.documentElement.dataset['ready'] = ''
} catch (error) {
  target.textContent = previewTexts.failed
  throw error
}
