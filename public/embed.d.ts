// Written by `npm run embed-contract` from src/ui/embed/contract.ts.
// The types of <leadership-diagnostic>. Beside a copy of embed.js they are found by `import './embed.js'`;
// anywhere among the files that a compiler is given, they type the tag and its events. The types for React, Vue
// and Svelte are in embed-react.d.ts, embed-vue.d.ts and embed-svelte.d.ts, to be put beside this file.

export type ColorScheme = 'light' | 'dark'
export type Vantage = 'senior' | 'middle' | 'close' | 'hidden'
export type Start = 'item'
export type Variant = 'teaser'
export type HeadingLevel = '1' | '2' | '3' | '4' | '5' | '6'
export type LinkTarget = '_blank' | '_self' | '_top' | '_parent'

/** The attributes with the types of their values. */
export interface EmbedAttributes {
  /** Which questionnaire: one of those here by its id, or an `https:` address of one as a file. Without it, `execution-gaps`. */
  questionnaire?: string
  /** `en` or `fr`. Without it, the language of the article. */
  lang?: string
  /** `light` or `dark`. Without it, what the page has in its own `color-scheme`. */
  'color-scheme'?: ColorScheme
  /** `senior`, `middle` or `close`: selects where the reader sees the organisation from. They can change it. `hidden`: nobody is asked, and the result is read without it. */
  vantage?: Vantage
  /** `item` begins with the first statement, without the introduction. */
  start?: Start
  /** `teaser` shows one statement. Answering it opens the diagnostic in its place, with that answer kept. */
  variant?: Variant
  /** `1`, `2`, `3`, `4`, `5` or `6`: the level of the diagnostic’s first heading in the outline of your page; those below follow. Without it, 2, and 1 in a frame, which is a page of its own. */
  'heading-level'?: HeadingLevel
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
  /** The name under which the run is kept in this browser. Give one, or the element an id, where another with the same questionnaire may be put above it later. Without it, the page’s path with the element’s id, or its questionnaire and its place among those of it. */
  'keep-as'?: string
  /** Present where nothing may be kept in the reader’s browser, as before consent: answers stay in memory until the page is left. Take it away after consent, and what is there is kept from then on. */
  'keep-nothing'?: boolean | ''
  /** Fields of a campaign as in an address, `utm_source=letter&utm_campaign=may`. They are handed through: every event has them, and so has the address of `action-href`. Nobody else gets them. */
  campaign?: string
  /** The address of a page of your own site that shows the full reading: a link leads there, and the address has nothing of the result in it. It needs `keep-as`: the same element there, with the same name in that, opens the run that is kept, with the full reading open. Not in a frame. Without it, the full reading is folded below the result. */
  'result-page'?: string
  /** What you would like the result for, in a sentence of up to 300 characters. Readers may then hand it off to your page, if a listener on it takes results. They see this as a quotation of your page, with its origin, before they decide. */
  'hand-off-purpose'?: string
  /** The `https:` address to which you send what is handed off. Readers see its site. Without it, they are told that your page names no other site to send it to. */
  'hand-off-to'?: string
}

/** Each property reads and writes the attribute of its name; `null` removes it. */
export interface EmbedProperties {
  questionnaire: string | null
  colorScheme: ColorScheme | null
  vantage: Vantage | null
  start: Start | null
  variant: Variant | null
  headingLevel: HeadingLevel | null
  linkTarget: LinkTarget | null
  actionLabel: string | null
  actionHref: string | null
  shareScores: boolean
  answer: string | null
  page: string | null
  keepAs: string | null
  keepNothing: boolean
  campaign: string | null
  resultPage: string | null
  handOffPurpose: string | null
  handOffTo: string | null
}

/** The attributes and properties that a framework's template may set on the tag. */
export type EmbedProps = EmbedAttributes & Partial<EmbedProperties>

/** The questionnaire, in the detail of every event; `items` is its number of statements. */
export interface Taken {
  readonly questionnaire: string
  readonly version: string
  readonly items: number
  readonly campaign?: string
}

/** The events by name. They bubble, and never hold an answer. */
export interface EmbedEvents {
  /** It is there and can be used. */
  'diagnostic-ready': CustomEvent<Taken>
  /** The reader has begun. */
  'diagnostic-start': CustomEvent<Taken>
  /** A run that was begun before is there again: `answered` says how much of it. */
  'diagnostic-resume': CustomEvent<Taken & { readonly answered: number }>
  /** More was answered: `answered` says how much. */
  'diagnostic-progress': CustomEvent<Taken & { readonly answered: number }>
  /** One more `quarter` of the statements is answered: 1 to 4, each once. */
  'diagnostic-quarter': CustomEvent<Taken & { readonly quarter: 1 | 2 | 3 | 4 }>
  /** The result is shown for the first time, with `answered`. With `share-scores` also `scores`: by concept, 0 to 100, `null` where too little was answered. */
  'diagnostic-complete': CustomEvent<Taken & { readonly answered: number; readonly scores?: Readonly<Record<string, number | null>> }>
  /** A canonical answer was opened: `answer` is its slug, `url` its address. */
  'diagnostic-link': CustomEvent<Taken & { readonly answer: string; readonly url: string }>
  /** Your own link under a result was followed: `url` is its address, with the fields of `campaign`. */
  'diagnostic-action': CustomEvent<Taken & { readonly url: string }>
  /** A closer look was opened in place: `to` is the questionnaire’s id. A link leads back. */
  'diagnostic-dive': CustomEvent<Taken & { readonly to: string }>
  /** The reader took something of the result to pass on: `what` says which, and nothing of what is in it. */
  'diagnostic-share': CustomEvent<Taken & { readonly what: 'link' | 'code' | 'summary' | 'picture' | 'file' }>
  /** With `hand-off-purpose`: a result is shown. Cancel it by `preventDefault()`, before your listener returns, to say that you take results; only then is the reader offered to hand it off. It does not bubble: listen on the element, or on the frame. */
  'diagnostic-hand-off-offer': CustomEvent<Taken>
  /** The reader hands off what they were shown, and nothing else: `text` is a summary as plain text or, where `what` is `answers`, the file of answers as JSON; `to` is your address or empty. Cancel it to say that you have it; otherwise the reader is told that you have not confirmed. It does not bubble, so that no listener on the document hears it by mistake, unless it captures. */
  'diagnostic-hand-off': CustomEvent<Taken & { readonly what: 'summary' | 'answers'; readonly text: string; readonly to: string }>
  /** Something has failed: `code` is `late` after eight seconds, `not-loaded` where the diagnostic could not be had, `part-not-loaded` for its list or result, `unusable` where the questionnaire cannot be shown or your page’s policy does not let it run, which the console explains. Before the questionnaire is known, `version` is empty and `items` 0. */
  'diagnostic-error': CustomEvent<Taken & { readonly code: 'late' | 'not-loaded' | 'part-not-loaded' | 'unusable' }>
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
