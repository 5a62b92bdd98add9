import type { Component } from 'svelte'
import type { Clock, Exporter } from '../../core/ports.ts'
import type { JoinFlow } from '../join/join-flow.svelte.ts'
import type { InWorkshop } from '../take/in-workshop.ts'
import type { ResultRepository } from '../keep/result-repository.ts'
import type { ResultWords } from '../keep/result-words.ts'
import type { Catalogue } from '../parts/catalogue.ts'
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
    words: ResultWords
    results: ResultRepository
    catalogue: Catalogue
    exporter: Exporter
    clock: Clock
    listTexts: ListTexts
    hasMoved: boolean
    joinFlow: JoinFlow | null
  }>
  /** What is shown of others' and earlier results. */
  readonly Elsewhere: Component<{
    session: TakeSession
    texts: TakeTexts
    words: ResultWords
    results: ResultRepository
    catalogue: Catalogue
    exporter: Exporter
  }>
  readonly words: ResultWords
  readonly results: ResultRepository
  readonly catalogue: Catalogue
  readonly exporter: Exporter
  readonly clock: Clock
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
