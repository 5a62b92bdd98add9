import { mount } from 'svelte'
import loadSetUpTexts from 'locale-loaders:console-set-up'
import loadResultTexts from 'locale-loaders:result'
import list from 'questionnaire:list'
import titles from 'questionnaire:titles/en'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import Preview from '../../ui/preview/Preview.svelte'
import type { Column } from '../../ui/preview/entries.ts'
import { inLanguage } from '../../ui/locales/in-language.ts'
import '../../styles/tokens.css'
import '../../styles/concept-colours.css'
import '../../styles/base.css'
import '../../styles/text.css'

const target = document.querySelector<HTMLElement>('#preview')
if (!target) throw new Error('The page has no #preview')

const wanted = new URLSearchParams(location.search).get('q') ?? list[0]?.id ?? ''
const result = list.find(({ id }) => id === wanted)?.result ?? {}

const loadColumn = async ([language, load]: [string, (typeof result)[string]]): Promise<Column> => {
  // A questionnaire may be written in a language that the interface does not speak.
  const [{ default: part }, { resultTexts }, { setUpTexts }] = await Promise.all([
    load(),
    inLanguage(loadResultTexts, language)!(),
    inLanguage(loadSetUpTexts, language)!(),
  ])
  const { defaultLevels } = setUpTexts
  return {
    language,
    part,
    interfaceTexts: resultTexts,
    levelNames: { top: defaultLevels[0] ?? '', work: defaultLevels.at(-1) ?? '' },
  }
}

const questionnaires = list.map(({ id }) => ({ id, title: titles[id]?.title ?? id }))

try {
  const columns = await Promise.all(Object.entries(result).map(loadColumn))
  outlastTranslation(target)
  mount(Preview, { target, props: { questionnaires, wanted, columns } })
  document.documentElement.dataset['ready'] = ''
} catch (error) {
  dispatchEvent(new Event('not-loaded'))
  throw error
}
