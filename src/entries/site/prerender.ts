import { render } from 'svelte/server'
import loadTexts from 'locale-loaders:take'
import codeOpens from 'locale-texts:at-once/codeOpens'
import loadAgain from 'locale-texts:at-once/loadAgain'
import loadFailed from 'locale-texts:at-once/loadFailed'
import noPage from 'locale-texts:at-once/noPage'
import noPageMeans from 'locale-texts:at-once/noPageMeans'
import nothingIsKept from 'locale-texts:at-once/nothingKept'
import openDiagnostic from 'locale-texts:at-once/openDiagnostic'
import previewPicture from 'locale-texts:at-once/previewPicture'
import reached from 'locale-texts:at-once/reachedServer'
import reachedMeans from 'locale-texts:at-once/reachedServerMeans'
import stillKept from 'locale-texts:at-once/stillKept'
import takeDiagnostic from 'locale-texts:at-once/takeDiagnostic'
import consoleTexts from 'locale-texts:console/consoleTexts'
import takes from 'questionnaire:takes'
import { diagnosticRoutes } from '../../core/address/fragment.ts'
import Diagnostic from '../../ui/app/Diagnostic.svelte'
import ServedStart from '../../ui/console/ServedStart.svelte'
import { KeptRun, keyOf } from '../../ui/take/kept-run.ts'
import { LiveRegion } from '../../ui/parts/live-region.svelte.ts'
import { Router } from '../../ui/parts/router.svelte.ts'
import { LocaleState } from '../../ui/app/locale-state.svelte.ts'
import { ownPage } from '../../ui/parts/surface.ts'
import { TakeSession } from '../../ui/take/take-session.svelte.ts'
import { listedLanguages } from '../../ui/locales/index.ts'
import { nothingKept, noTime, nowhere } from './no-page.ts'
import { SERVED } from './served.ts'

const { takeTexts } = await loadTexts[SERVED.language]()
const { default: takePart } = await takes[SERVED.id]![SERVED.language]!()

/** The page's title and description for search engines and link previews. */
export const description = {
  title: takePart.title,
  question: takePart.question,
  lead: takePart.lead,
  source: takePart.source,
  picture: previewPicture[SERVED.language],
}

/** The key a run is kept under, for the script that runs before the first paint. */
export const key = keyOf(takePart.id)

/** The language the page is served in. */
export const { language } = SERVED

/** The languages the page can switch to. */
export const languages = listedLanguages()

/** The words of a page whose script does not come, in each language. */
export const notLoadedWords = languages.map((code) => ({
  language: code,
  failed: loadFailed[code],
  kept: stillKept[code],
  nothing: nothingIsKept[code],
  code: codeOpens[code],
  again: loadAgain[code],
}))

/** The words of the page that servers send where there is none, in each language. */
export const notFoundWords = languages.map((code) => ({
  language: code,
  noPage: noPage[code],
  noPageMeans: noPageMeans[code],
  reached: reached[code],
  reachedMeans: reachedMeans[code],
  open: openDiagnostic[code],
}))

/** The words of a link to the diagnostic, in each language; the default language first. */
export const linkWords: Readonly<Record<string, string>> = takeDiagnostic

/** The questionnaire that the page serves. */
export const { id } = SERVED

/** Every questionnaire in each of its languages, in its own words. */
export const describeAll = () =>
  Promise.all(
    Object.entries(takes).flatMap(([questionnaire, parts]) =>
      Object.entries(parts).map(async ([code, load]) => {
        const { title, question, lead } = (await load()).default
        return { id: questionnaire, language: code, title, question, lead, take: linkWords[code] ?? '' }
      }),
    ),
  )

/** The head of the console's start, as its page serves it, in each language; the default language first. */
export const consoleStarts = languages.map((code) => ({
  language: code,
  start: render(ServedStart, { props: { texts: consoleTexts[code] } }).body,
}))

export { embedLanguages, embedScreens } from './prerender-embed.ts'

/** The intro with the vantage question, as the page serves it. */
export function renderIntro(): string {
  const session = new TakeSession(takePart, new KeptRun(takePart, nothingKept), noTime)
  const texts = { language, texts: takeTexts, available: languages }
  const locale = new LocaleState(
    session,
    texts,
    () => Promise.reject(new Error('Nothing is loaded while prerendering')),
    () => undefined,
  )
  const loadLater = () => Promise.reject(new Error('Nothing is loaded while prerendering'))
  return render(Diagnostic, {
    props: {
      surface: ownPage(new EventTarget()),
      session,
      router: new Router(nowhere, diagnosticRoutes),
      live: new LiveRegion(),
      locale,
      loadLater,
      codeSoFar: () => Promise.resolve(null),
    },
  }).body
}
