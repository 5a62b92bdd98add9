// The types of <leadership-diagnostic>. Beside a copy of embed.js they are found by `import './embed.js'`;
// anywhere among the files that a compiler is given, they type the tag and its events. What React, Vue and
// Svelte need besides is in embed-react.d.ts, embed-vue.d.ts and embed-svelte.d.ts, to be put beside this file.

export type ColorScheme = 'light' | 'dark'
export type Vantage = 'senior' | 'middle' | 'close'
export type Start = 'item'
export type Variant = 'teaser'
export type LinkTarget = '_blank' | '_self' | '_top' | '_parent'

/** What the attributes take; the properties take the same. */
export interface EmbedAttributes {
  /** The id of a questionnaire that the diagnostic has, or the https address of one as a file. */
  questionnaire?: string
  /** `en` or `fr`; else the language of the article. */
  lang?: string
  /** Else that of the page. */
  'color-scheme'?: ColorScheme
  /** Where the reader sees the organisation from, selected already. */
  vantage?: Vantage
  /** Begins with the first statement, without the introduction. */
  start?: Start
  /** Shows one statement; answering it opens the diagnostic in its place. */
  variant?: Variant
  /** Where links to canonical answers open; else in a new tab. */
  'link-target'?: LinkTarget
  /** What the page leads to under a result. Both are needed. */
  'action-label'?: string
  'action-href'?: string
  /** Asks for the scores of a finished run, which the reader is told first. */
  'share-scores'?: boolean | ''
  /** The canonical answer that the page shows, by its slug or its address. */
  answer?: string
  /** The page that links to results open; else the diagnostic's own. */
  page?: string
  /** The name under which the run is kept in this browser. */
  'keep-as'?: string
}

/** Each property reads and writes the attribute of its name; `null` removes it. */
export interface EmbedProperties {
  questionnaire: string | null
  colorScheme: ColorScheme | null
  vantage: Vantage | null
  start: Start | null
  variant: Variant | null
  linkTarget: LinkTarget | null
  actionLabel: string | null
  actionHref: string | null
  shareScores: boolean
  answer: string | null
  page: string | null
  keepAs: string | null
}

/** What a framework's template may write on the tag: attributes, or properties where it sets those. */
export type EmbedProps = EmbedAttributes & Partial<EmbedProperties>

/** What every event says of what is taken. */
export interface Taken {
  readonly questionnaire: string
  readonly version: string
  /** How many statements there are. */
  readonly items: number
}

/** The events by name. They bubble, and never hold an answer. */
export interface EmbedEvents {
  'diagnostic-ready': CustomEvent<Taken>
  'diagnostic-start': CustomEvent<Taken>
  'diagnostic-progress': CustomEvent<Taken & { readonly answered: number }>
  'diagnostic-complete': CustomEvent<
    Taken & {
      readonly answered: number
      /** Only with `share-scores`: by concept, 0 to 100, `null` where too little was answered. */
      readonly scores?: Readonly<Record<string, number | null>>
    }
  >
  /** A canonical answer was opened. */
  'diagnostic-link': CustomEvent<Taken & { readonly answer: string; readonly url: string }>
}

export declare const EVENTS: readonly (keyof EmbedEvents)[]

export interface LeadershipDiagnostic extends EmbedProperties {}
export declare class LeadershipDiagnostic extends HTMLElement {
  static readonly observedAttributes: string[]
  /** Begins to load now, wherever the element is. */
  open(): void
}

declare global {
  interface HTMLElementTagNameMap {
    'leadership-diagnostic': LeadershipDiagnostic
  }

  // What bubbles can be listened to on the element, on anything around it, and on the document.
  interface GlobalEventHandlersEventMap extends EmbedEvents {}
}
