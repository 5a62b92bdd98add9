import type { Component } from 'svelte'
import type { Clock, Exporter } from '../../core/ports.ts'
import type { ShownResult } from '../../core/result/shown-result.ts'
import type { Invitation, InvitationIssue } from '../../core/workshop/invitation.ts'
import type { KeepTexts } from '../locales/en/keep.ts'
import type { ResultTexts } from '../locales/en/result.ts'
import type { HandOverTexts } from '../locales/en/hand-over.ts'
import { DEFAULT_LANGUAGE, type Language } from '../locales/index.ts'
import type { TakeTexts } from '../locales/en/take.ts'
import type { WorkshopFiles } from './workshop-files.ts'
import type { Participation } from './participation.svelte.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** Why a workshop's link cannot be followed here. */
export type Refusal =
  | { readonly code: 'invitation'; readonly issue: InvitationIssue }
  /** The workshop's questionnaire is not on this page, or only in an earlier version. */
  | { readonly code: 'questionnaire' | 'version' }
  /** The workshop asks a questionnaire from a file that is not on this device yet. */
  | { readonly code: 'file'; readonly invitation: Invitation; readonly files: WorkshopFiles }
  /** A hand-over, which is meant for the facilitator's page. `workshop` is `null` where the code is damaged. */
  | { readonly code: 'hand-over'; readonly workshop: string | null }

export interface HandOverProps {
  readonly session: TakeSession
  /** The person's own result, which is handed over. */
  readonly shown: ShownResult
  readonly joinFlow: JoinFlow
  readonly participation: Participation
  readonly resultTexts: Pick<ResultTexts, 'date'>
  readonly copyTexts: Pick<KeepTexts, 'notCopied'>
  readonly exporter: Exporter
  readonly clock: Clock
  readonly hasMoved: boolean
  /** Whether the person's own result is not shown yet. */
  readonly isHeld: boolean
}

export interface JoinFlowParts {
  /** Shown in the place of the intro. */
  readonly Intro: Component<{
    session: TakeSession
    texts: TakeTexts
    hasMoved: boolean
    joinFlow: JoinFlow
    onmark: () => void
  }>
  /** Shown above the person's own result. */
  readonly HandOver: Component<HandOverProps>
  /** The part in a workshop that the person was invited to; `null` where it was refused. */
  readonly participation: Participation | null
  readonly refusal: Refusal | null
  /** The address of the diagnostic outside any workshop. */
  readonly page: string
  /** The name of the relay that the workshop collects through; `null` for none. */
  readonly relay: string | null
}

/**
 * The way into a workshop: the screens of a participant around the diagnostic
 * itself, or the reason why there are none.
 */
export class JoinFlow implements JoinFlowParts {
  readonly Intro: JoinFlowParts['Intro']
  readonly HandOver: JoinFlowParts['HandOver']
  readonly participation: Participation | null
  readonly refusal: Refusal | null
  readonly page: string
  readonly relay: string | null
  readonly #load: (language: Language) => Promise<HandOverTexts>
  readonly #loaded = new Map<Language, HandOverTexts>()
  #texts = $state.raw() as HandOverTexts
  #language = $state.raw<Language>(DEFAULT_LANGUAGE)

  constructor(parts: JoinFlowParts, load: (language: Language) => Promise<HandOverTexts>) {
    this.Intro = parts.Intro
    this.HandOver = parts.HandOver
    this.participation = parts.participation
    this.refusal = parts.refusal
    this.page = parts.page
    this.relay = parts.relay
    this.#load = load
  }

  get texts(): HandOverTexts {
    return this.#texts
  }

  get language(): Language {
    return this.#language
  }

  /** Loads the texts of a language, so that `speak` can switch to it. */
  async prepare(language: Language): Promise<void> {
    this.#loaded.set(language, await this.#load(language))
  }

  /** Switches to a language that was prepared. */
  speak(language: Language): void {
    this.#texts = this.#loaded.get(language) ?? this.#texts
    this.#language = language
  }
}
