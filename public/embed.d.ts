// The types of <leadership-diagnostic>. Beside a copy of embed.js they are found by `import './embed.js'`;
// anywhere among the files that a compiler is given, they type the tag and its events.

/** What the attributes take; the properties take the same. */
export interface EmbedAttributes {
  /** The id of a questionnaire that the diagnostic has, or the https address of one as a file. */
  questionnaire?: string
  /** `en` or `fr`; else the language of the article. */
  lang?: string
  /** Else that of the page. */
  'color-scheme'?: 'light' | 'dark'
  /** Where the reader sees the organisation from, selected already. */
  vantage?: 'senior' | 'middle' | 'close'
  /** Begins with the first statement, without the introduction. */
  start?: 'item'
  /** Shows one statement; answering it opens the diagnostic in its place. */
  variant?: 'teaser'
  /** Where links to canonical answers open; else in a new tab. */
  'link-target'?: '_blank' | '_self' | '_top' | '_parent'
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

/** Each property reads and writes the attribute of its name; `null` removes it. */
export declare class LeadershipDiagnostic extends HTMLElement {
  static readonly observedAttributes: string[]
  questionnaire: string | null
  colorScheme: string | null
  vantage: string | null
  start: string | null
  variant: string | null
  linkTarget: string | null
  actionLabel: string | null
  actionHref: string | null
  shareScores: boolean
  answer: string | null
  page: string | null
  keepAs: string | null
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
