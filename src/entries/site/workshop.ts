import { mount } from 'svelte'
import allTexts from 'locale-texts:console/consoleTexts'
import roomTexts from 'locale-texts:room/roomTexts'
import takeTexts from 'locale-texts:take/takeTexts'
import list from 'questionnaire:list'
import { browserAddress } from '../../adapters/browser-address.ts'
import { browserCamera } from '../../adapters/browser-camera.ts'
import { cameraCollection } from '../../adapters/camera-collection.ts'
import { browserRandom } from '../../adapters/browser-random.ts'
import { browserChime } from '../../adapters/browser-chime.ts'
import { browserClock, browserWait } from '../../adapters/browser-clock.ts'
import { browserOfflineCopy } from '../../adapters/browser-offline-copy.ts'
import { browserExporter } from '../../adapters/browser-exporter.ts'
import { browserStore } from '../../adapters/browser-store.ts'
import { outlastTranslation } from '../../adapters/outlast-translation.ts'
import { fileLock } from '../../adapters/file-lock.ts'
import { indexedWorkshopStore } from '../../adapters/indexed-workshop-store.ts'
import { roomStatistics } from '../../adapters/room-statistics.ts'
import { workshopFileReader } from '../../adapters/workshop-file-reader.ts'
import { tableReader } from '../../adapters/table-reader.ts'
import { consoleRoutes } from '../../core/address/console-fragment.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import { layoutsOf } from '../../core/response/layout.ts'
import type { CollectSetting } from '../../core/workshop/setting.ts'
import type { Workshop } from '../../core/workshop/workshop.ts'
import { DraftKeeper } from '../../ui/console/draft-keeper.ts'
import { LiveRegion } from '../../ui/parts/live-region.svelte.ts'
import { OfflineState } from '../../ui/console/offline-state.svelte.ts'
import { OWN_KEYS } from '../../ui/parts/own-keys.ts'
import { Router } from '../../ui/parts/router.svelte.ts'
import { WorkshopRepository } from '../../ui/console/workshop-repository.svelte.ts'
import { ConsoleSpeech } from '../../ui/console/workshop-speech.svelte.ts'
import type { ConsoleTools, OfferedQuestionnaire } from '../../ui/console/workshop-tools.ts'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import { isLanguage, listedLanguages, type Language } from '../../ui/locales/index.ts'
import { placeWords } from '../../ui/locales/place-words.ts'
import { vantageWords } from '../../ui/locales/vantage-words.ts'
import Console from '../../ui/console/Console.svelte'
import RoomPanel from '../../ui/console/RoomPanel.svelte'
import worker from './room-worker.ts?worker&url'
import lockWorker from './lock-worker.ts?worker&url'
import tableWorker from './table-worker.ts?worker&url'
import workshopFileWorker from './workshop-file-worker.ts?worker&url'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/text.css'
import '../../styles/result.css'

const target = document.querySelector<HTMLElement>('#workshop')
if (!target) throw new Error('The page has no #workshop')

/** Loads every questionnaire in full, so that nothing is requested later. */
async function loadOffered(): Promise<OfferedQuestionnaire[]> {
  return Promise.all(
    list.map(async ({ id, items, result }) => {
      const parts: Partial<Record<Language, ResultPart>> = {}
      const loading = Object.entries(result).map(async ([language, load]) => {
        if (isLanguage(language)) parts[language] = (await load()).default
      })
      await Promise.all(loading)
      const languages = listedLanguages().filter((language) => parts[language])
      const version = Object.values(parts)[0]?.questionnaire.version ?? ''
      return { id, items, version, languages, parts }
    }),
  )
}

/** How the diagnostic asks where people sit, in every language. */
const places = vantageWords(listedLanguages().map((one) => takeTexts[one]))

/**
 * The data that workshops need for taking in, from this page: every questionnaire's
 * versions, and the texts of the workshop's own.
 */
function settingsBy(offered: readonly OfferedQuestionnaire[]) {
  const layouts = offered.flatMap(({ parts }) => {
    const [part] = Object.values(parts)
    return part ? layoutsOf(part.questionnaire, part.published) : []
  })
  return (workshop: Workshop): CollectSetting | null => {
    const { id, version } = workshop.questionnaire
    const [major, minor] = version.split('.').map(Number)
    const isHere = layouts.some((layout) => layout.id === id && layout.major === major && layout.minor === minor)
    const parts = Object.values(offered.find((one) => one.id === id)?.parts ?? {})
    const [part] = parts
    if (!isHere || !part) return null
    return { workshop, layouts, asked: part.questionnaire, texts: parts.map(({ texts }) => texts), places }
  }
}

const address = browserAddress(window)
const camera = browserCamera(window)

function sayLanguage(language: Language): void {
  document.documentElement.lang = language
  document.title = allTexts[language].pageTitle
}

function noteLanguage(language: Language): void {
  sayLanguage(language)
  const parameters = new URLSearchParams(location.search)
  parameters.set('lang', language)
  history.replaceState(history.state, '', `${location.pathname}?${parameters.toString()}${location.hash}`)
}

const language = chooseLanguage(allTexts, [new URLSearchParams(location.search).get('lang'), ...navigator.languages])
sayLanguage(language)

try {
  // The code that draws QR pictures is loaded with the page: there may be no
  // connection later.
  const [offered] = await Promise.all([loadOffered(), import('qr')])
  const kept = new WorkshopRepository(indexedWorkshopStore(window))
  await kept.load()
  const tools: ConsoleTools = {
    speech: new ConsoleSpeech(allTexts, language, noteLanguage),
    live: new LiveRegion(),
    exporter: browserExporter(window),
    clock: browserClock,
    openCamera: (screen, onKnown) => cameraCollection(camera, screen, onKnown),
    sources: [],
    wait: browserWait,
    chime: browserChime(window),
    statistics: roomStatistics(worker),
    tables: tableReader(tableWorker),
    workshopFiles: workshopFileReader(workshopFileWorker),
    fileLock: fileLock(lockWorker),
    offline: new OfflineState(browserOfflineCopy(window), 'workshop'),
    roomTexts,
    offered,
    placeWordsIn: (spoken) => placeWords(takeTexts[spoken]),
    reload: () => location.reload(),
    drawNumber: browserRandom(window).draw,
    participantPage: new URL('.', location.href).href,
    settingOf: settingsBy(offered),
  }
  const router = new Router(address, consoleRoutes)
  const store = browserStore(window)
  const drafts = new DraftKeeper(store)
  store.onChange(OWN_KEYS, () => kept.forgetAll())
  outlastTranslation(target)
  target.replaceChildren()
  mount(Console, { target, props: { tools, repository: kept, router, drafts, Room: RoomPanel } })
  // Changes that this browser does not keep are lost with the tab.
  addEventListener('beforeunload', (event) => {
    if (kept.hasUnsaved) event.preventDefault()
  })
  document.documentElement.dataset['ready'] = ''
} catch (error) {
  dispatchEvent(new Event('not-loaded'))
  throw error
}
