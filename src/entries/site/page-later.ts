import loadCheckTexts from 'locale-loaders:check-start'
import loadHandOffTexts from 'locale-loaders:hand-off'
import loadTexts from 'locale-loaders:later'
import loadTableTexts from 'locale-loaders:table-opened'
import loadTakeTexts from 'locale-loaders:take'
import loadTitles from 'questionnaire:titles'
import { browserExporter } from '../../adapters/browser-exporter.ts'
import type { Address, Clock, KeyValueStore } from '../../core/ports.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { Questionnaire } from '../../core/questionnaire/schema.ts'
import Elsewhere from '../../ui/app/Elsewhere.svelte'
import OwnResult from '../../ui/app/OwnResult.svelte'
import type { LaterParts } from '../../ui/app/later-parts.ts'
import type { TableReader } from '../../ui/keep/open-table.ts'
import { ResultRepository } from '../../ui/keep/result-repository.ts'
import { Catalogue } from '../../ui/parts/catalogue.ts'
import { SavedRuns } from '../../ui/keep/saved-runs.svelte.ts'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { GuessRun } from '../../ui/take/guess-run.svelte.ts'
import ItemList from '../../ui/take/ItemList.svelte'
import type { TakeSession } from '../../ui/take/take-session.svelte.ts'
import { listedLanguages, type Language } from '../../ui/locales/index.ts'
import { vantageWords } from '../../ui/locales/vantage-words.ts'
import '../../styles/result.css'

export { rehearseCharts } from '../../ui/result/load-charts.ts'

/** Loads the texts of the later parts before these are shown. */
export const warmTexts = (language: Language) => Promise.all([loadTexts[language](), loadTitles[language]()])

export interface LaterPage {
  readonly part: ResultPart
  readonly language: Language
  readonly questionnaires: readonly ListedQuestionnaire[]
  /** Begins another questionnaire on this page. */
  readonly begin: (questionnaire: ListedQuestionnaire) => Promise<void>
  /** Whether nothing of it outlasts the tab. */
  readonly endsWithTab: boolean
  /** The finished runs on the device, where they were opened before. */
  readonly saved?: SavedRuns | undefined
  readonly session: TakeSession
  /** The id of the workshop that the run is for. */
  readonly workshop?: string
  /** Whether that workshop asks for guesses, too. */
  readonly asksGuesses?: boolean | undefined
  readonly store: KeyValueStore
  readonly address: Address
  readonly clock: Clock
}

/** In a workshop that does not ask for guesses, nobody is asked. */
const withoutGuess = ({ guess: _guess, ...questionnaire }: Questionnaire): Questionnaire => questionnaire

/** One for each run on this page, in whatever language. */
const guesses = new WeakMap<TakeSession, GuessRun>()

function guessOf(session: TakeSession, questionnaire: Questionnaire, store: KeyValueStore, workshop: string): GuessRun {
  const guess = guesses.get(session) ?? new GuessRun(session, questionnaire, store, workshop)
  guesses.set(session, guess)
  return guess
}

/** The reader of another tool's table, with the words of every language. */
async function tableReader(
  language: Language,
  own: ResultPart,
  questionnaires: readonly ListedQuestionnaire[],
): Promise<TableReader> {
  const listed = questionnaires.find(({ id }) => id === own.questionnaire.id)
  const languages = listedLanguages()
  const [{ tableOpenedTexts }, places, parts] = await Promise.all([
    loadTableTexts[language](),
    Promise.all(languages.map(async (one) => (await loadTakeTexts[one]()).takeTexts)),
    Promise.all(languages.map(async (one) => (listed ? listed.result(one) : own))),
  ])
  return { words: { ...vantageWords(places), texts: parts.map(({ texts }) => texts) }, texts: tableOpenedTexts }
}

/** Builds the later parts around the objects that the page already has. */
export async function laterParts({
  part,
  language,
  questionnaires,
  begin,
  endsWithTab,
  session,
  workshop = '',
  asksGuesses = workshop === '',
  store,
  saved = new SavedRuns(store),
  address,
  clock,
}: LaterPage): Promise<LaterParts> {
  const [{ guessTexts, listTexts, resultTexts, keepTexts }, { default: titles }] = await warmTexts(language)
  const catalogue = new Catalogue(questionnaires, titles, { page: address.page(), language, begin })
  return {
    ItemList,
    OwnResult,
    Elsewhere,
    words: { part, texts: resultTexts, keepTexts },
    results: new ResultRepository(part, saved, clock, {
      questionnaires: catalogue.ids,
      endsWithTab,
      loadTables: () => tableReader(language, part, questionnaires),
    }),
    catalogue,
    exporter: browserExporter(window),
    clock,
    listTexts,
    guessTexts,
    // The component is here: a part that a later part loads, and that shares with the first, would divide the first.
    loadCheckTexts: async () => (await loadCheckTexts[language]()).checkStartTexts,
    loadHandOffTexts: async () => (await loadHandOffTexts[language]()).handOffTexts,
    guess: guessOf(session, asksGuesses ? part.questionnaire : withoutGuess(part.questionnaire), store, workshop),
  }
}
