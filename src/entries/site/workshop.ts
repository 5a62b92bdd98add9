import { mount } from 'svelte'
import allTexts from 'locale-texts:console/consoleTexts'
import { browserAddress } from '../../adapters/browser-address.ts'
import { browserRandom } from '../../adapters/browser-random.ts'
import { browserClock } from '../../adapters/browser-clock.ts'
import { browserOfflineCopy } from '../../adapters/browser-offline-copy.ts'
import { browserExporter } from '../../adapters/browser-exporter.ts'
import { browserStore } from '../../adapters/browser-store.ts'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import { fileLock } from '../../adapters/file-lock.ts'
import { indexedWorkshopStore } from '../../adapters/indexed-workshop-store.ts'
import { workshopFileReader } from '../../adapters/workshop-file-reader.ts'
import { consoleRoutes } from '../../core/address/console-fragment.ts'
import { DraftKeeper } from '../../ui/console/draft-keeper.ts'
import { LiveRegion } from '../../ui/parts/live-region.svelte.ts'
import { OfflineState } from '../../ui/console/offline-state.svelte.ts'
import { OWN_KEYS } from '../../ui/parts/own-keys.ts'
import { Router } from '../../ui/parts/router.svelte.ts'
import { WorkshopRepository } from '../../ui/console/workshop-repository.svelte.ts'
import { ConsoleSpeech } from '../../ui/console/workshop-speech.svelte.ts'
import type { CommonTools, StartTools } from '../../ui/console/workshop-tools.ts'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'
import Console from '../../ui/console/Console.svelte'
import lockWorker from './lock-worker.ts?worker&url'
import workshopFileWorker from './workshop-file-worker.ts?worker&url'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/text.css'
import '../../styles/result.css'
import '../../styles/console.css'

const target = document.querySelector<HTMLElement>('#workshop')
if (!target) throw new Error('The page has no #workshop')

const address = browserAddress(window)

function noteLanguage(language: Language): void {
  document.documentElement.lang = language
  const parameters = new URLSearchParams(location.search)
  parameters.set('lang', language)
  history.replaceState(history.state, '', `${location.pathname}?${parameters.toString()}${location.hash}`)
}

const chosenFor = (named: string | null) => chooseLanguage(allTexts, [named, ...navigator.languages])
const language = chosenFor(new URLSearchParams(location.search).get('lang'))
document.documentElement.lang = language
document.title = allTexts[language].pageTitle

try {
  const loading = import('./workshop-later.ts').then(({ loadWhole }) => loadWhole({ keys: OWN_KEYS, chosenFor }))
  const settled = loading.catch((error: unknown) => {
    console.error(error)
    dispatchEvent(new Event('not-loaded'))
    return null
  })
  const common: CommonTools = {
    speech: new ConsoleSpeech(allTexts, language, noteLanguage),
    live: new LiveRegion(),
    exporter: browserExporter(window),
    clock: browserClock,
    workshopFiles: workshopFileReader(workshopFileWorker),
    fileLock: fileLock(lockWorker),
    // Parts that the page needs now come before those that it may need without a network.
    offline: new OfflineState(browserOfflineCopy(window), 'workshop', settled),
    reload: () => location.reload(),
    drawNumber: browserRandom(window).draw,
  }
  const tools: StartTools = { ...common, whole: settled.then((wholeWith) => wholeWith?.(common) ?? null) }
  const kept = new WorkshopRepository(indexedWorkshopStore(window))
  await kept.load()
  const router = new Router(address, consoleRoutes)
  const store = browserStore(window)
  const drafts = new DraftKeeper(store)
  store.onChange(OWN_KEYS, () => kept.forgetAll())
  outlastTranslation(target)
  target.replaceChildren()
  mount(Console, { target, props: { tools, repository: kept, router, drafts } })
  // Changes that this browser does not keep are lost with the tab.
  addEventListener('beforeunload', (event) => {
    if (kept.hasUnsaved) event.preventDefault()
  })
  if (await settled) document.documentElement.dataset['ready'] = ''
} catch (error) {
  dispatchEvent(new Event('not-loaded'))
  throw error
}
