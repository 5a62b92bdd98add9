import type { OfflineSurface } from './offline-list.ts'
import type { ResultPart } from './questionnaire/parts.ts'
import type { CollectedEntry } from './workshop/collected.ts'
import type { RoomView } from './room/room-view.ts'
import type { Intake } from './workshop/intake.ts'
import type { Snapshot } from './workshop/snapshot.ts'
import type { WorkshopNews, WorkshopStamp, WorkshopWrites } from './workshop/stored-workshop.ts'
import type { Workshop } from './workshop/workshop.ts'

/** Why something could not be kept on the device. */
export type StoreFailure = 'unavailable' | 'full'

export type StoreResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StoreFailure }

/** Keeps short texts on the respondent's device. Every call may fail, and none throws. */
export interface KeyValueStore {
  read(key: string): StoreResult<string | null>
  write(key: string, value: string): StoreResult<null>
  remove(key: string): StoreResult<null>
  /** Removes every key that begins so. */
  removeAll(prefix: string): StoreResult<null>
  /** Calls back when another tab changes the key. Returns what ends that. */
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

/** Draws what nobody can guess. */
export interface RandomSource {
  /** A whole number from 0 to below 2^30, each as likely as any other. */
  draw(): number
}

/** The page's own address, whose fragment says what is shown and never reaches a server. */
export interface Address {
  /** What follows "#", as it is, or nothing. */
  fragment(): string
  /** The page without query and fragment, to which a link's fragment is added. */
  page(): string
  /** Goes to another fragment, so that the browser's Back leads here again. */
  go(fragment: string): void
  /** Calls back when the fragment has changed, however. Returns what ends that. */
  onMove(listener: () => void): () => void
}

/** How something leaves the page, each time by the person's own act. */
export interface Exporter {
  /** @returns whether the text is on the clipboard now. Never throws. */
  copy(text: string): Promise<boolean>
  /** The system's share sheet, where there is one. Never throws. */
  readonly share: ((title: string, link: string) => Promise<void>) | null
  download(name: string, type: string, content: string | Uint8Array): void
  print(): void
}

/** What a tab holds of a kept workshop, so that it is given only what it lacks. */
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
  list(): Promise<StoreResult<readonly string[]>>
  /** What a tab lacks of a workshop, or nothing where none has this id. */
  read(id: string, held: HeldWorkshop | null): Promise<StoreResult<WorkshopNews | null>>
  /**
   * Writes what `change` gives, all of it or nothing, or leaves everything where that is `null`. No tab
   * can write in between. Done once it would outlast a crash.
   *
   * @returns which state it then is; `null` where nothing was written
   */
  change(
    id: string,
    held: HeldWorkshop | null,
    change: (news: WorkshopNews | null) => WorkshopWrites | null,
  ): Promise<StoreResult<WorkshopStamp | null>>
  remove(id: string): Promise<StoreResult<null>>
  /** Calls back when another tab changes a workshop. Returns what ends that. */
  onChange(listener: (id: string) => void): () => void
}

/** Through what responses come by themselves: held up to a camera, or sent through the live room's relay. */
export type CollectionSource = 'camera' | 'relay'

/** Why the live room's relay hands nothing over. */
export type RelayFailure = 'unreachable' | 'refused'

export type CollectionStatus<Failure extends string> =
  | { readonly state: 'idle' | 'connecting' | 'live' | 'reconnecting' }
  | { readonly state: 'failed'; readonly failure: Failure }

/** What hands over texts to be taken in, each as it comes. Never throws. */
export interface Collection<Failure extends string = string> {
  /** By which everything it hands over is known in the list of what became of it. */
  readonly source: CollectionSource
  readonly status: CollectionStatus<Failure>
  /** Calls back when the status, or anything else there is to see of it, has changed. Returns what unsubscribes. */
  onChange(listener: () => void): () => void
  /** Connects, and hands over what comes. It holds back while `intake.ready` is pending, if it can. */
  start(intake: Intake): void
  /** Disconnects. What was handed over before is still taken in. */
  stop(): void
}

/** Collects by one of the device's cameras. */
export interface CameraCollection extends Collection<CameraFailure | 'ended'> {
  readonly cameras: Extract<OpenedCamera, { ok: true }>['cameras']
  /** Which camera is open, by its id. */
  readonly current: string
  /** Whether the picture seen last had been handed over before. */
  readonly isKnown: boolean
  /** Opens a camera in the place of the one that is open, or anew after a failure. */
  choose(id: string | null): Promise<void>
}

/** What a room is summarised from: the arguments of `summariseRoom`. */
export interface RoomQuestion {
  readonly part: Pick<ResultPart, 'questionnaire'>
  readonly workshop: Pick<Workshop, 'levels' | 'smallestGroup'>
  /** All that the snapshots name. */
  readonly entries: readonly CollectedEntry[]
  /** Up to and including the one shown. */
  readonly snapshots: readonly Snapshot[]
}

/** Summarises rooms away from the page, where it can. */
export interface RoomStatistics {
  /**
   * The latest question wins: one that was asked before and is not answered yet gives nothing.
   * Rejects where `summariseRoom` throws.
   */
  summarise(question: RoomQuestion): Promise<RoomView | null>
  /** Ends it. What is not answered yet gives nothing. */
  close(): void
}

/** Why a camera shows nothing. */
export type CameraFailure = 'unsupported' | 'refused' | 'missing' | 'in-use' | 'failed'

export type OpenedCamera =
  | {
      readonly ok: true
      /** Which of the cameras it is, by its id. */
      readonly id: string
      readonly cameras: readonly { readonly id: string; readonly label: string }[]
      /** Lets go of the camera. */
      close(): void
    }
  | { readonly ok: false; readonly failure: CameraFailure }

/** The device's cameras. `Screen` is what shows a camera's picture on the page. */
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
  /** Keeps all that a page may come to need. Resolves with whether it opens without a network now. Never throws. */
  keep(page: OfflineSurface): Promise<boolean>
}

/** Short sounds, so that nobody has to look at the screen after each scan. Never throws. */
export interface Chime {
  /** To be called as a person acts: browsers allow no sound before. */
  prepare(): void
  play(sound: 'taken' | 'known' | 'refused'): void
}
