import loadTexts from 'locale-loaders:take'
import { memoryStore } from '../../adapters/memory-store.ts'
import type { Route } from '../../core/address/fragment.ts'
import type { Address, Clock, KeyValueStore } from '../../core/ports.ts'
import type { LoadedParts } from '../../ui/app/later-parts.ts'
import { KeptRun } from '../../ui/take/kept-run.ts'
import { LiveRegion } from '../../ui/parts/live-region.svelte.ts'
import type { Router } from '../../ui/parts/router.svelte.ts'
import type { SavedRuns } from '../../ui/keep/saved-runs.svelte.ts'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { LocaleState } from '../../ui/app/locale-state.svelte.ts'
import type { Surface } from '../../ui/parts/surface.ts'
import { TakeSession } from '../../ui/take/take-session.svelte.ts'
import { listedLanguages, type Language } from '../../ui/locales/index.ts'

export interface Start {
  readonly questionnaire: ListedQuestionnaire
  /** Every questionnaire that can be taken here. */
  readonly questionnaires: readonly ListedQuestionnaire[]
  /** Whether the questionnaire is from a person's file, so that nothing of it outlasts the tab. */
  readonly isOwn: boolean
  /** Whether nothing outlasts the tab for another reason. */
  readonly endsWithTab?: boolean
  readonly language: Language
  readonly surface: Surface
  readonly deviceStore: KeyValueStore
  readonly address: Address
  readonly router: Router<Route>
  readonly clock: Clock
  /** Begins another questionnaire in the place of this one. */
  readonly begin: (questionnaire: ListedQuestionnaire) => Promise<void>
  /** Called with the language after a change. */
  readonly onLanguage: (language: Language, direction: string) => void
  /** Reloads the page where the person asks for it, if that helps and loses nothing. Returns whether it does. */
  readonly openAnew: (session: TakeSession) => boolean
  /** The id of the workshop that the run is for; empty for the person's own run, which is kept apart. */
  readonly workshop?: string
  /** Whether that workshop asks for guesses, too. */
  readonly asksGuesses?: boolean | undefined
  /** The finished runs on the device, where they were opened before. */
  readonly saved?: SavedRuns | undefined
  /** Loads anything else that a language needs. */
  readonly beforeLanguage?: (language: Language) => Promise<void>
  /** Loads anything else that the later parts need. */
  readonly beforeLater?: () => Promise<void>
}

/** Builds the objects that one run of one questionnaire needs, before any of it is shown. */
export async function startDiagnostic({ questionnaire, isOwn, language, deviceStore, ...start }: Start) {
  const { address, router, clock, surface } = start
  const loadLanguage = async (wish: Language) => {
    const [part, { takeTexts }] = await Promise.all([
      questionnaire.take(wish),
      loadTexts[wish](),
      start.beforeLanguage?.(wish),
    ])
    return { part, texts: takeTexts }
  }
  const { part, texts } = await loadLanguage(language)
  // Answers to a questionnaire from a person's file can only be read with that
  // file, so they stay in the tab.
  const store = isOwn ? memoryStore(deviceStore) : deviceStore
  const session = new TakeSession(part, new KeptRun(part, store, start.workshop), clock)
  const live = new LiveRegion()
  const unfollow = address.onMove(() => live.say(''))
  const available = listedLanguages()
  const locale = new LocaleState(session, { language, texts, available }, loadLanguage, (next) =>
    start.onLanguage(next, locale.texts.direction),
  )

  const later = new Map<Language, LoadedParts>()
  let isEnded = false
  const letGo = (loaded: LoadedParts) => {
    loaded.parts?.results.saved.end()
    loaded.parts = null
  }
  const loadLater = async (wish: Language, again: boolean): Promise<LoadedParts> => {
    const loading = Promise.all([import('./page-later.ts'), questionnaire.result(wish), start.beforeLater?.()])
    const [{ laterParts }, resultPart] = await loading.catch((error: unknown) => {
      // A new release may have taken their place.
      if (again && !isOwn && start.openAnew(session)) return new Promise<never>(() => undefined)
      throw error
    })
    const known = later.get(wish)
    if (known) return known
    const parts = await laterParts({
      ...start,
      part: resultPart,
      language: wish,
      endsWithTab: isOwn || start.endsWithTab === true,
      session,
      store,
    })
    const loaded: LoadedParts = { parts }
    later.set(wish, loaded)
    if (isEnded) letGo(loaded)
    return loaded
  }

  const codeSoFar = async () => {
    try {
      return (await import('./code-so-far.ts')).codeSoFar(session, clock, locale.language)
    } catch {
      return null
    }
  }

  return {
    session,
    locale,
    /** The props of the root component. */
    props: { surface, session, router, live, locale, loadLater, codeSoFar },
    end() {
      isEnded = true
      for (const loaded of later.values()) letGo(loaded)
      session.end()
      unfollow()
    },
  }
}
