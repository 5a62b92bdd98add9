import type { Handed } from './codes/hand-over-code.ts'
import type { OfflineSurface } from './offline-list.ts'
import type { ResultPart } from './questionnaire/parts.ts'
import type { CollectedEntry } from './workshop/collected.ts'
import type { RoomView } from './room/room-view.ts'
import type { HandedFate } from './workshop/handed.ts'
import type { Intake } from './workshop/intake.ts'
import type { TableQuestion } from './workshop/read-workshop-table.ts'
import type { JudgedTable } from './workshop/take-in.ts'
import type { Snapshot } from './workshop/snapshot.ts'
import type { WorkshopNews, WorkshopStamp, WorkshopWrites } from './workshop/stored-workshop.ts'
import type { ReadWorkshopFile } from './workshop/workshop-file.ts'
import type { Workshop } from './workshop/workshop.ts'

/** Why something could not be kept on the device. */
export type StoreFailure = 'unavailable' | 'full'

export type StoreResult<T, Failure = StoreFailure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** Why workshops cannot be read or kept; a later release may keep them in a form of its own. */
export type WorkshopFailure = StoreFailure | 'later-release'

type WorkshopResult<T> = Promise<StoreResult<T, WorkshopFailure>>

/** Keeps short texts on the respondent's device. Every call may fail, and none throws. */
export interface KeyValueStore {
  read(key: string): StoreResult<string | null>
  write(key: string, value: string): StoreResult<null>
  remove(key: string): StoreResult<null>
  /** Removes every key with this prefix. Whoever follows the prefix itself is told first. */
  removeAll(prefix: string): StoreResult<null>
  /** Calls back when another tab changes the key. Returns a function that unsubscribes. */
  onChange(key: string, listener: () => void): () => void
}

export interface Clock {
  /** Milliseconds since some fixed moment, never running back. */
  now(): number
  /** Milliseconds since 1970, by which runs are told apart. */
  moment(): number
  /** The day where the respondent is, as 2026-11-22. */
  today(): string
}

/** Draws random numbers that cannot be guessed. */
export interface RandomSource {
  /** A whole number from 0 to below 2^30, each as likely as any other. */
  draw(): number
}

/** The page's own address. Its fragment says what is shown and never reaches a server. */
export interface Address {
  /** The text after "#", undecoded; empty where there is none. */
  fragment(): string
  /** The page without query and fragment, to which a link's fragment is added. */
  page(): string
  /** Goes to another fragment, so that the browser's Back returns to the present one. */
  go(fragment: string): void
  /** Goes to another fragment in this one's place. */
  goInstead(fragment: string): void
  /** Calls back when the fragment has changed, for whatever reason. Returns a function that unsubscribes. */
  onMove(listener: () => void): () => void
}

/** The tab's history, in which each screen of the page is an entry. */
export interface ScreenHistory {
  /** The screen that was noted for this entry; `null` where none was. */
  screen(): string | null
  /** Begins another entry. What was ahead is gone then. */
  add(screen: string): void
  /** Notes the screen of this entry. */
  note(screen: string): void
  /** Scrolls to where this entry's screen was when it was left, as soon as it is as long as it was. */
  scrollAgain(): void
  /** Forgets how far each screen was scrolled. */
  forget(): void
  /** Calls back when the person went to another entry that has a screen. Returns a function that unsubscribes. */
  onTravel(listener: () => void): () => void
}

/** Copies, shares, downloads and prints, each only when the person asks for it. */
export interface Exporter {
  /** @returns whether the text is on the clipboard now. Never throws. */
  copy(text: string): Promise<boolean>
  /** The system's share sheet, where there is one. Never throws. */
  readonly share:
    | ((title: string, passed: { readonly url: string } | { readonly text: string }) => Promise<void>)
    | null
  download(name: string, type: string, content: string | Uint8Array | Blob): void
  print(): void
}

/** The parts of a kept workshop that a tab has already read, so that it is given only the rest. */
export interface HeldWorkshop {
  readonly stamp: WorkshopStamp
  /** The names of its parts. */
  readonly parts: ReadonlySet<string>
}

/**
 * Keeps workshops on the facilitator's device, each as a head and many small parts, so
 * that one more response is one more part. Every call may fail, and none throws.
 */
export interface WorkshopStore {
  /** The ids of all that are kept, in no order. */
  list(): WorkshopResult<readonly string[]>
  /** The parts of a workshop that a tab lacks; `null` where no workshop has this id. */
  read(id: string, held: HeldWorkshop | null): WorkshopResult<WorkshopNews | null>
  /**
   * Writes all that `change` returns, or nothing where it returns `null`. No tab
   * can write in between. Resolves once the change would outlast a crash.
   *
   * @returns the workshop's state afterwards; `null` where nothing was written
   */
  change(
    id: string,
    held: HeldWorkshop | null,
    change: (news: WorkshopNews | null) => WorkshopWrites | null,
  ): WorkshopResult<WorkshopStamp | null>
  remove(id: string): WorkshopResult<null>
  /** Calls back when another tab changes a workshop. Returns a function that unsubscribes. */
  onChange(listener: (id: string) => void): () => void
  /**
   * Calls back when all workshops are gone from the device: deleted on request, or
   * erased by the browser. Returns a function that unsubscribes.
   */
  onEmptied(listener: (by: 'request' | 'browser') => void): () => void
}

/**
 * The ways in which responses arrive by themselves: held up to a camera, or sent
 * through the live room's relay.
 */
export type CollectionSource = 'camera' | 'relay'

/** The pages that participants can be sent to. */
export interface ParticipantPages {
  /** Addresses, at least one, to which an invitation's fragment is added. */
  readonly all: readonly string[]
  /** The devices that can open them: every one that reaches the site, or this one alone. */
  readonly reach: 'others' | 'this-device'
}

/** Why the live room's relay delivers nothing; `full` where it takes in no further room for now. */
export type RelayFailure = 'unreachable' | 'refused' | 'full'

export type RelayState = 'connecting' | 'live' | 'reconnecting' | RelayFailure

/** A message at the relay. */
export interface RelayMessage {
  readonly topic: string
  readonly payload: Uint8Array
  /** Whether it lay there before it was asked for. */
  readonly isRetained: boolean
}

/**
 * A connection to the live room's relay, where each topic keeps its latest message. It
 * connects again by itself, also where it is unreachable. Never throws.
 */
export interface RelayConnection {
  readonly state: RelayState
  /** Whether what lies at a topic is delivered in one go, and none of it dropped for being much. */
  readonly inOneGo?: boolean
  /** Calls back when the state has changed. Returns a function that unsubscribes. */
  onChange(listener: () => void): () => void
  /** Calls back for each message of a topic that was asked for. Returns a function that unsubscribes. */
  onMessage(listener: (message: RelayMessage) => void): () => void
  /**
   * Asks for the messages of a topic, from the one that lies there on, until the connection breaks: to be called each
   * time the state becomes "live". Resolves with whether the relay grants it.
   */
  ask(topic: string): Promise<boolean>
  /**
   * Lays a message at a topic, in the place of the one there; an empty one removes it. Sent again until the relay
   * has it. Resolves with true then, and with false where the connection was ended before.
   */
  lay(topic: string, payload: Uint8Array): Promise<boolean>
  end(): void
}

/** A console's proof to a relay that a room is its own. */
export interface RelayAccount {
  readonly room: string
  readonly claim: string
}

export interface Relay {
  /**
   * @param address "wss://…"; empty for the relay that the page comes with
   * @param account `null` for a participant, who shows none
   * @param name the tag of a participant, or the last part of the topic that somebody joins by: relays without
   * accounts of rooms let each name do with its own topics alone
   */
  connect(address: string, account: RelayAccount | null, name?: string): RelayConnection
}

/** Tabs of one device that are at the same, of which one at a time does it. */
export interface TabTurns {
  /**
   * Waits for this tab's turn, which it has until it ends it or another one takes it.
   *
   * @param name says what they are at
   * @param hurries takes the turn from a tab that has it; that one waits for it again
   */
  take(
    name: string,
    hurries: boolean,
    turn: {
      /** It is this tab's turn: now, or again. */
      readonly begin: () => void
      /** It no longer is. */
      readonly pause: () => void
      /** Hears a word of the tab whose turn it is. */
      readonly hear: (word: string) => void
    },
  ): {
    /** Says something to the others, and to those that come later. */
    say(word: string): void
    end(): void
  }
}

export type CollectionStatus<Failure extends string> =
  | { readonly state: 'idle' | 'connecting' | 'live' | 'reconnecting' }
  | { readonly state: 'failed'; readonly failure: Failure }

/** A source that delivers texts to be taken in, as they arrive. Never throws. */
export interface Collection<Failure extends string = string> {
  /** The name under which the list of outcomes shows everything from here. */
  readonly source: CollectionSource
  readonly status: CollectionStatus<Failure>
  /** How many of its texts can be opened by nobody here; absent where none is sealed. */
  readonly unreadable?: number
  /**
   * Calls back when the status, or anything else a person can see of it, has
   * changed. Returns a function that unsubscribes.
   */
  onChange(listener: () => void): () => void
  /**
   * Connects, and delivers what arrives. Pauses while `intake.ready` is pending,
   * where the source can.
   */
  start(intake: Intake): void
  /** Disconnects. Texts already delivered are still taken in. */
  stop(): void
  /** Is told whether collection is closed: what is taken in then need not lie there any more. Where the source keeps it. */
  close?(isClosed: boolean): void
  /** Is told that an entry was taken out, so that it lies nowhere any more. Where the source keeps it. */
  retract?(entry: string): void
  /** Takes in again what was not kept, after the facilitator's word. Where the source keeps it. */
  retry?(): void
  /** Is given what tells what became of somebody's hand-over on this device: to be asked where another console refused it. */
  lookUpBy?(fateOf: (handed: Handed) => HandedFate | null): void
  /** Calls back with what another console has left about what was shown and taken out. Where the source keeps that. */
  onLedger?(listener: (text: string) => void): void
  /** Leaves that for other consoles. Resolves with whether it lies there; `false` where it is too long. */
  layLedger?(text: string): Promise<boolean>
}

/** Collects by one of the device's cameras. */
export interface CameraCollection extends Collection<CameraFailure | 'ended'> {
  readonly cameras: Extract<OpenedCamera, { ok: true }>['cameras']
  /** Which camera is open, by its id. */
  readonly current: string
  /** Whether the picture seen last had been delivered before. */
  readonly isKnown: boolean
  /** Opens a camera in the place of the one that is open, or anew after a failure. */
  choose(id: string | null): Promise<void>
}

/** The arguments of `summariseRoom`. */
export interface RoomQuestion {
  readonly part: Pick<ResultPart, 'questionnaire'>
  readonly workshop: Pick<Workshop, 'levels' | 'smallestGroup' | 'asksGuesses'>
  /** Every entry that the snapshots name. */
  readonly entries: readonly CollectedEntry[]
  /** The snapshots up to and including the one shown. */
  readonly snapshots: readonly Snapshot[]
}

/** Summarises rooms in a worker, where there is one. */
export interface RoomStatistics {
  /**
   * The latest question wins: an earlier one that is not answered yet resolves with
   * `null`. Rejects where `summariseRoom` throws.
   */
  summarise(question: RoomQuestion): Promise<RoomView | null>
  /** Ends the worker. Questions not answered yet resolve with `null`. */
  close(): void
}

/** Reads large tables apart from the page, where it can. */
export interface TableReader {
  /**
   * Reads the table in a file, its rows sealed. Never rejects.
   *
   * @param note is told how many bytes and rows were read
   */
  read(
    file: Blob,
    question: TableQuestion,
    note: (read: { readonly bytes: number; readonly rows: number }) => void,
  ): Promise<JudgedTable>
}

/** Reads the file of a whole workshop, apart from the page where it is large. */
export interface WorkshopFileReader {
  /** `null` where the file is no text, or can no longer be read. Never rejects. */
  read(file: Blob): Promise<ReadWorkshopFile | null>
}

/** Locks files with a passphrase, in the format of age, and opens them. Takes a second or more. Never rejects. */
export interface FileLock {
  /** `null` where there is too little memory. */
  lock(file: Blob, passphrase: string): Promise<Blob | null>
  /** `null` where the passphrase does not open the file, or the file is damaged. */
  unlock(file: Blob, passphrase: string): Promise<Blob | null>
}

/** Why a camera shows nothing. */
export type CameraFailure = 'unsupported' | 'refused' | 'missing' | 'in-use' | 'failed'

export type OpenedCamera =
  | {
      readonly ok: true
      /** The id of the opened camera. */
      readonly id: string
      readonly cameras: readonly { readonly id: string; readonly label: string }[]
      /** Releases the camera. */
      close(): void
    }
  | { readonly ok: false; readonly failure: CameraFailure }

/** The device's cameras. `Screen` is the element that shows a camera's picture on the page. */
export interface Camera<Screen> {
  /**
   * Shows what a camera sees, and calls back with the text of every QR picture in it, again for as long as it is
   * seen. Never throws.
   *
   * @param id one of the cameras; `null` for the one that looks away from the person
   * @param onEnd the camera was unplugged, or taken away
   */
  open(screen: Screen, id: string | null, onText: (text: string) => void, onEnd: () => void): Promise<OpenedCamera>
}

/** Keeps the page itself on the device, so that it opens without a network. */
export interface OfflineCopy {
  /**
   * Keeps every file that a page may need. Resolves with whether the page now opens
   * without a network. Never throws.
   */
  keep(page: OfflineSurface): Promise<boolean>
}

/** Short sounds, so that nobody has to look at the screen after each scan. Never throws. */
export interface Chime {
  /** To be called as a person acts: browsers allow no sound before. */
  prepare(): void
  play(sound: 'taken' | 'known' | 'refused'): void
}
