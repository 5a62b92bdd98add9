// Written by `npm run embed-contract` from src/ui/embed/contract.ts.
// The types of <leadership-diagnostic>. Beside a copy of embed.js they are found by `import './embed.js'`;
// anywhere among the files that a compiler is given, they type the tag and its events. The types for React, Vue
// and Svelte are in embed-react.d.ts, embed-vue.d.ts and embed-svelte.d.ts, to be put beside this file.

export type ColorScheme = 'light' | 'dark'
export type Vantage = 'senior' | 'middle' | 'close'
export type Start = 'item'
export type Variant = 'teaser'
export type LinkTarget = '_blank' | '_self' | '_top' | '_parent'

/** The attributes with the types of their values. */
export interface EmbedAttributes {
  /** Which questionnaire: one of those here by its id, or an `https:` address of one as a file. Without it, `execution-gaps`. */
  questionnaire?: string
  /** `en` or `fr`. Without it, the language of the article. */
  lang?: string
  /** `light` or `dark`. Without it, what the page has in its own `color-scheme`. */
  'color-scheme'?: ColorScheme
  /** `senior`, `middle` or `close`: selects where the reader sees the organisation from. They can change it. */
  vantage?: Vantage
  /** `item` begins with the first statement, without the introduction. */
  start?: Start
  /** `teaser` shows one statement. Answering it opens the diagnostic in its place, with that answer kept. */
  variant?: Variant
  /** Where links to canonical answers open: `_blank`, `_self`, `_top` or `_parent`. Without it, `_blank`. */
  'link-target'?: LinkTarget
  /** What you lead to under a result, in words. It needs an address too. */
  'action-label'?: string
  /** The address of what you lead to. */
  'action-href'?: string
  /** Present where you want the scores of a finished run. Readers are told so before they begin, with the name of your site. */
  'share-scores'?: boolean | ''
  /** The canonical answer that your page shows, by its slug or its address. It is then neither recommended nor linked. */
  answer?: string
  /** The page that share links open. Without it, the diagnostic’s own. */
  page?: string
  /** The name under which the run is kept in this browser. Without it, the page’s path with the element’s id or place. */
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

/** The attributes and properties that a framework's template may set on the tag. */
export type EmbedProps = EmbedAttributes & Partial<EmbedProperties>

/** The questionnaire, in the detail of every event; `items` is its number of statements. */
export interface Taken {
  readonly questionnaire: string
  readonly version: string
  readonly items: number
}

/** The events by name. They bubble, and never hold an answer. */
export interface EmbedEvents {
  /** It is there and can be used. */
  'diagnostic-ready': CustomEvent<Taken>
  /** The reader has begun. */
  'diagnostic-start': CustomEvent<Taken>
  /** More was answered: `answered` says how much. */
  'diagnostic-progress': CustomEvent<Taken & { readonly answered: number }>
  /** The result is shown for the first time, with `answered`. With `share-scores` also `scores`: by concept, 0 to 100, `null` where too little was answered. */
  'diagnostic-complete': CustomEvent<Taken & { readonly answered: number; readonly scores?: Readonly<Record<string, number | null>> }>
  /** A canonical answer was opened: `answer` is its slug, `url` its address. */
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

  // The events bubble: they can be listened to on the element, on anything around it, and on the document.
  interface GlobalEventHandlersEventMap extends EmbedEvents {}
}
