import { mount } from 'svelte'
import shelf from 'questionnaire:shelf'
import titles from 'questionnaire:titles/en'
import Preview from '../ui/preview/Preview.svelte'
import type { Column } from '../ui/preview/entries.ts'
import { previewTexts } from '../ui/texts/preview.en.ts'
import { resultTexts as english } from '../ui/texts/result.en.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/text.css'

/** What the interface says in the languages it has; English stands in for the others. */
const INTERFACE_TEXTS: Readonly<Record<string, () => Promise<{ resultTexts: typeof english }>>> = {
  fr: () => import('../ui/texts/result.fr.ts'),
}

const target = document.querySelector<HTMLElement>('#preview')
if (!target) throw new Error('The page has no #preview')

const wanted = new URLSearchParams(location.search).get('q') ?? shelf[0]?.id ?? ''
const result = shelf.find(({ id }) => id === wanted)?.result ?? {}

const loadColumn = async ([language, load]: [string, (typeof result)[string]]): Promise<Column> => {
  const [{ default: part }, spoken] = await Promise.all([load(), INTERFACE_TEXTS[language]?.()])
  return { language, part, interfaceTexts: spoken?.resultTexts ?? english }
}

const questionnaires = shelf.map(({ id }) => ({ id, title: titles[id]?.title ?? id }))

try {
  const columns = await Promise.all(Object.entries(result).map(loadColumn))
  mount(Preview, { target, props: { questionnaires, wanted, columns } })
  document.documentElement.dataset['ready'] = ''
} catch (error) {
  target.textContent = previewTexts.failed
  throw error
}
