import { createContext, type Component } from 'svelte'
import type {
  CameraCollection,
  Chime,
  Clock,
  Collection,
  Exporter,
  FileLock,
  ParticipantPages,
  RelayFailure,
  RoomStatistics,
  TableReader,
  WorkshopFileReader,
} from '../../core/ports.ts'
import type { PlaceWords } from '../../core/exports/survey-form.ts'
import type { ConsoleRoute } from '../../core/address/console-fragment.ts'
import type { CollectSetting } from '../../core/workshop/setting.ts'
import type { ResultPart } from '../../core/questionnaire/parts.ts'
import type { KeptWorkshop } from '../../core/workshop/workshop-file.ts'
import type { Language } from '../locales/index.ts'
import type { SetUpTexts } from '../locales/en/console-set-up.ts'
import type { CheckTexts } from '../locales/en/check.ts'
import type { RoomTexts } from '../locales/en/room.ts'
import type { LiveRegion } from '../parts/live-region.svelte.ts'
import type { Router } from '../parts/router.svelte.ts'
import type { simulateRoom } from '../../core/room/simulate-room.ts'
import type LockForm from './LockForm.svelte'
import type { DraftKeeper } from './draft-keeper.ts'
import type { OfflineState } from './offline-state.svelte.ts'
import type { WorkshopRepository } from './workshop-repository.svelte.ts'
import type { WorkshopSession } from './workshop-session.svelte.ts'
import type { ConsoleTexts } from '../locales/en/console.ts'
import type { TableOpenedTexts } from '../locales/en/table-opened.ts'
import type { Speech } from './workshop-speech.svelte.ts'

/** A questionnaire that a workshop can ask. */
export interface OfferedQuestionnaire {
  readonly id: string
  readonly version: string
  readonly items: number
  /** The languages it can be asked in. */
  readonly languages: readonly Language[]
  /** All of its data in each language. */
  readonly parts: Readonly<Partial<Record<Language, ResultPart>>>
  /** Only of one from a facilitator's file: its `canonicalText`, and the fingerprint of that. */
  readonly own?: { readonly text: string; readonly fingerprint: string }
}

/** A workshop, with its questionnaire where that is from a file. */
export type AskingWorkshop = Pick<KeptWorkshop, 'workshop' | 'ownQuestionnaire'>

/** The tools that every screen of the console uses. */
export interface CommonTools {
  readonly speech: Speech
  readonly live: LiveRegion
  readonly exporter: Exporter
  readonly clock: Clock
  readonly workshopFiles: WorkshopFileReader
  readonly fileLock: FileLock
  readonly offline: OfflineState
  /** Loads the page again, for the latest release. */
  readonly reload: () => void
  /** A whole number drawn at random, from 0 to below 2^30. */
  readonly drawNumber: () => number
}

/** The tools of the start, which does without the questionnaires and with few parts. */
export interface StartTools extends CommonTools {
  /** The other screens with their tools, once they are there; `null` where they could not be loaded. */
  readonly whole: Promise<WholeConsole | null>
}

/** The state that the screens show and change. */
export interface ScreensProps {
  tools: ConsoleTools
  repository: WorkshopRepository
  router: Router<ConsoleRoute>
  drafts: DraftKeeper
}

export interface WholeConsole {
  readonly tools: ConsoleTools
  readonly Screens: Component<ScreensProps>
  /** Of which the start alone has seldom any need. */
  readonly LockForm: typeof LockForm
  readonly simulateRoom: typeof simulateRoom
}

/** The screens of leaders' checks, which are kept beside workshops. */
export interface CheckScreens {
  readonly SetUp: Component<{ repository: WorkshopRepository; router: Router<ConsoleRoute> }>
  readonly Kept: Component<{
    session: WorkshopSession
    kept: KeptWorkshop
    repository: WorkshopRepository
    router: Router<ConsoleRoute>
  }>
}

/** The tools for setting up a workshop that collects live. */
export interface LiveRoomTools {
  /** The relays that this page may reach, the one it comes with by an empty address. */
  readonly relays: readonly { readonly address: string; readonly name: string }[]
  /** The mark of a public key, by which people who typed a code know the wall's invitation. */
  readonly markOf: (publicKey: string) => Promise<string>
  /** Clears the relay of a deleted workshop's messages. */
  readonly clear: (kept: KeptWorkshop) => Promise<void>
  /** A new key pair, each key in base64url. */
  readonly drawKeys: () => Promise<{ readonly publicKey: string; readonly privateKey: string }>
}

/** The tools of all other screens: the questionnaires on offer, and ports. */
export interface ConsoleTools extends CommonTools {
  /**
   * Opens a camera, shown on the screen. `onKnown` is called when a picture is
   * shown again that was delivered before.
   */
  readonly openCamera: (screen: HTMLVideoElement, onKnown: () => void) => CameraCollection
  /** The sources that deliver texts by themselves while a workshop is open; `null` where it has none of that kind. */
  readonly sources: readonly ((kept: KeptWorkshop) => Collection<RelayFailure> | null)[]
  readonly liveRoom: LiveRoomTools
  readonly wait: (milliseconds: number) => Promise<void>
  readonly chime: Chime
  readonly statistics: RoomStatistics
  readonly tables: TableReader
  readonly setUpTexts: Readonly<Record<Language, SetUpTexts>>
  readonly roomTexts: Readonly<Record<Language, RoomTexts>>
  /** The screens of leaders' checks. */
  readonly checks: CheckScreens
  readonly checkTexts: Readonly<Record<Language, CheckTexts>>
  /** The console's texts where it keeps a check. */
  /** Texts about tables that are not read, by language. */
  readonly tableTexts: Readonly<Record<Language, TableOpenedTexts>>
  readonly checkConsole: Readonly<Record<Language, (texts: ConsoleTexts) => ConsoleTexts>>
  /** The page's own questionnaires. */
  readonly offered: readonly OfferedQuestionnaire[]
  /** How the diagnostic asks where people sit, for the form of another tool. */
  readonly placeWordsIn: (language: Language) => PlaceWords
  /** The pages that participants can answer on. */
  readonly participantPages: ParticipantPages
  /** The questionnaire of a workshop; `null` where it is neither on this page nor with the workshop. */
  readonly askedBy: (kept: AskingWorkshop) => OfferedQuestionnaire | null
  /** The questionnaire in a file's text, read once; `null` where it is none that can be asked. */
  readonly readOwn: (text: string) => OfferedQuestionnaire | null
  /** The data that a workshop needs for taking in; `null` where its questionnaire is not here in this version. */
  readonly settingOf: (kept: AskingWorkshop) => CollectSetting | null
}

export const [startToolsOf, setStartTools] = createContext<StartTools>()
export const [toolsOf, setTools] = createContext<ConsoleTools>()

/** The texts about tables, in the language that is spoken. */
export const tableTextsOf = ({ tableTexts, speech }: Pick<ConsoleTools, 'tableTexts' | 'speech'>): TableOpenedTexts =>
  tableTexts[speech.language]
