import { createContext } from 'svelte'
import type {
  CameraCollection,
  Chime,
  Clock,
  Collection,
  Exporter,
  FileLock,
  RelayFailure,
  RoomStatistics,
  TableReader,
  WorkshopFileReader,
} from '../../core/ports.ts'
import type { PlaceWords } from '../../core/exports/survey-form.ts'
import type { CollectSetting } from '../../core/workshop/setting.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { Workshop } from '../../core/workshop/workshop.ts'
import type { Language } from '../locales/index.ts'
import type { RoomTexts } from '../locales/en/room.ts'
import type { LiveRegion } from '../parts/live-region.svelte.ts'
import type { OfflineState } from './offline-state.svelte.ts'
import type { ConsoleSpeech } from './workshop-speech.svelte.ts'

/** A questionnaire that a workshop can ask. */
export interface OfferedQuestionnaire {
  readonly id: string
  readonly version: string
  readonly items: number
  /** The languages it can be asked in. */
  readonly languages: readonly Language[]
  /** All of its data in each language. */
  readonly parts: Readonly<Partial<Record<Language, ResultPart>>>
}

/** The tools that every screen of the console uses: texts, the questionnaires on offer, and ports. */
export interface ConsoleTools {
  readonly speech: ConsoleSpeech
  readonly live: LiveRegion
  readonly exporter: Exporter
  readonly clock: Clock
  /**
   * Opens a camera, shown on the screen. `onKnown` is called when a picture is
   * shown again that was delivered before.
   */
  readonly openCamera: (screen: HTMLVideoElement, onKnown: () => void) => CameraCollection
  /** The sources that deliver texts by themselves while a workshop is open. */
  readonly sources: readonly ((workshop: Workshop) => Collection<RelayFailure>)[]
  readonly wait: (milliseconds: number) => Promise<void>
  readonly chime: Chime
  readonly statistics: RoomStatistics
  readonly tables: TableReader
  readonly workshopFiles: WorkshopFileReader
  readonly fileLock: FileLock
  readonly offline: OfflineState
  readonly roomTexts: Readonly<Record<Language, RoomTexts>>
  readonly offered: readonly OfferedQuestionnaire[]
  /** How the diagnostic asks where people sit, for the form of another tool. */
  readonly placeWordsIn: (language: Language) => PlaceWords
  /** Loads the page again, for the latest release. */
  readonly reload: () => void
  /** A whole number drawn at random, from 0 to below 2^30. */
  readonly drawNumber: () => number
  /** The page that participants answer on, to which an invitation's fragment is added. */
  readonly participantPage: string
  /** The data that a workshop needs for taking in; `null` where its questionnaire is not on this page. */
  readonly settingOf: (workshop: Workshop) => CollectSetting | null
}

export const [toolsOf, setTools] = createContext<ConsoleTools>()
