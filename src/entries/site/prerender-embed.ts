import { render } from 'svelte/server'
import loadTexts from 'locale-loaders:take'
import takes from 'questionnaire:takes'
import { diagnosticRoutes } from '../../core/address/fragment.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import Diagnostic from '../../ui/app/Diagnostic.svelte'
import { LocaleState } from '../../ui/app/locale-state.svelte.ts'
import { listedLanguages, type Language } from '../../ui/locales/index.ts'
import type { TakeTexts } from '../../ui/locales/en/take.ts'
import { LiveRegion } from '../../ui/parts/live-region.svelte.ts'
import { Router } from '../../ui/parts/router.svelte.ts'
import type { Surface } from '../../ui/parts/surface.ts'
import { KeptRun } from '../../ui/take/kept-run.ts'
import { TakeSession } from '../../ui/take/take-session.svelte.ts'
import Teaser from '../../ui/take/Teaser.svelte'
import { nothingKept, noTime, nowhere } from './no-page.ts'
import { PAGE, RECIPIENT, type Change, type Opening, type Screen, type WrittenScreens } from '../../ui/embed/screens.ts'

const nothingLoaded = () => Promise.reject(new Error('Nothing is loaded while prerendering'))

interface Host {
  readonly isTold?: boolean
  readonly isSeated?: boolean
  readonly showsSource?: boolean
}

function renderFor(
  language: Language,
  part: TakePart,
  texts: TakeTexts,
  opening: Opening,
  { isTold = false, isSeated = false, showsSource = false }: Host,
): string {
  const session = new TakeSession(part, new KeptRun(part, nothingKept), noTime)
  const [first] = part.items
  if (opening === 'item' && first) session.presume(null, { on: 'item', item: first.id })
  else if (isSeated) session.presume('senior', { on: 'vantage' })
  const surface: Surface = {
    area: new EventTarget(),
    linkTarget: '_blank',
    embedding: {
      scoresGoTo: isTold ? RECIPIENT : null,
      handOff: null,
      hidesVantage: false,
      resultPage: null,
      page: PAGE,
      shows: () => showsSource,
      back: null,
      action: null,
    },
  }
  const available = listedLanguages()
  const locale = new LocaleState(session, { language, texts, available }, nothingLoaded, () => undefined)
  const { body } = render(Diagnostic, {
    props: {
      surface,
      session,
      router: new Router(nowhere, diagnosticRoutes),
      live: new LiveRegion(),
      locale,
      loadLater: nothingLoaded,
      codeSoFar: () => Promise.resolve(null),
      Teaser: opening === 'teaser' ? Teaser : null,
    },
  })
  return body
}

/** The one place in which two texts differ, as a change of the first into the second; `null` where they do not. */
function changeInto(one: string, other: string): Change | null {
  if (one === other) return null
  const longest = Math.min(one.length, other.length)
  let start = 0
  while (start < longest && one[start] === other[start]) start++
  let end = 0
  while (end < longest - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return [start, one.length - end, other.slice(start, other.length - end)]
}

async function screensOf(id: string, language: Language): Promise<WrittenScreens> {
  const { default: part } = await takes[id]![language]!()
  const { takeTexts } = await loadTexts[language]()
  const screen = (opening: Opening): Screen => {
    const shown = (host: Host) => renderFor(language, part, takeTexts, opening, host)
    const html = shown({})
    return [
      html,
      changeInto(html, shown({ isTold: true })),
      changeInto(html, shown({ isSeated: true })),
      changeInto(html, shown({ showsSource: true })),
    ]
  }
  return {
    direction: takeTexts.direction,
    source: { slug: part.source.slug, url: part.source.url },
    whole: screen('whole'),
    item: screen('item'),
    teaser: screen('teaser'),
  }
}

/** The first screens of a questionnaire in a host's page, in one of its languages. */
export const embedScreens = (id: string, language: string): Promise<WrittenScreens> | null =>
  takes[id]?.[language] && language in loadTexts ? screensOf(id, language as Language) : null

/** The languages that each questionnaire's first screens are in. */
export const embedLanguages: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(takes).map(([id, of]) => [id, Object.keys(of).filter((language) => language in loadTexts)]),
)
