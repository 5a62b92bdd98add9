import type { Component } from 'svelte'
import type { JoinFlow } from '../join/join-flow.svelte.ts'
import type { InWorkshop } from '../take/in-workshop.ts'
import type { Desk } from '../keep/desk.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'
import type { ListTexts } from '../locales/en/list.ts'
import type { TakeTexts } from '../locales/en/take.ts'

/** What nobody needs before the first answer: loaded while the person answers, with its data and words. */
export interface LaterParts {
  readonly ItemList: Component<{
    session: TakeSession
    texts: TakeTexts
    listTexts: ListTexts
    hasMoved: boolean
    inWorkshop: InWorkshop | null
  }>
  readonly OwnResult: Component<{
    session: TakeSession
    desk: Desk
    listTexts: ListTexts
    hasMoved: boolean
    errand: JoinFlow | null
  }>
  /** What is shown of others' and earlier results. */
  readonly Elsewhere: Component<{ session: TakeSession; texts: TakeTexts; desk: Desk }>
  readonly desk: Desk
  readonly listTexts: ListTexts
}

/**
 * How the later parts are handed to an {#await} block. Svelte holds on to what such
 * a block was given when the block is long gone, and with it everything that the
 * parts lead to, so they are taken out when the diagnostic ends.
 */
export interface LoadedParts {
  parts: LaterParts | null
}
