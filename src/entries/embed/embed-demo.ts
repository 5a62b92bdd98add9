import release from 'embed-release:this'
import list from 'questionnaire:list'
import titles from 'questionnaire:titles/en'
import { mount } from 'svelte'
import canonical from '../../../questionnaires/answers.json'
import { browserExporter } from '../../adapters/browser-exporter.ts'
import { browserStore } from '../../adapters/browser-store.ts'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import EmbedDemo from '../../ui/embed-demo/EmbedDemo.svelte'
import { OWN_KEYS } from '../../ui/parts/own-keys.ts'
import { LANGUAGES } from '../../ui/locales/index.ts'
import './embed.ts'
import '../../styles/embed-demo.css'

const target = document.querySelector<HTMLElement>('#demo')
if (!target) throw new Error('The page has no #demo')

const store = browserStore(window)

outlastTranslation(target)
mount(EmbedDemo, {
  target,
  props: {
    site: { ...release, address: new URL('./', location.href).href },
    questionnaires: list.map(({ id }) => ({ id, title: titles[id]?.title ?? id })),
    languages: Object.entries(LANGUAGES).map(([id, title]) => ({ id, title })),
    answers: canonical.answers.map(({ slug, title }) => ({ id: slug, title })),
    copy: browserExporter(window).copy,
    // Removes what the sample has kept for any questionnaire, and nothing of other
    // elements.
    forget: (keptAs: string) => void store.removeAll(`${OWN_KEYS}${encodeURIComponent(keptAs)}.`),
  },
})
document.documentElement.dataset['ready'] = ''
