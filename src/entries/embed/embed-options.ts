/** The attributes of the element, as a host writes them. */
export const ATTRIBUTES = [
  /** The id of a questionnaire that the diagnostic has, or the https address of one as a file. */
  'questionnaire',
  /** The language; else that of the article. */
  'lang',
  /** `light` or `dark`; else that of the page. */
  'color-scheme',
  /** `senior`, `middle` or `close`: where the reader sits, so that it is selected already. */
  'vantage',
  /** `item` begins with the first statement, without the introduction. */
  'start',
  /** `teaser` shows one statement; answering it opens the diagnostic in its place. */
  'variant',
  /** Where links to canonical answers open: `_blank`, `_self`, `_top` or `_parent`. */
  'link-target',
  /** What the host leads to under a result. Both are needed. */
  'action-label',
  'action-href',
  /** Present where the page wants the scores of a finished run, which the reader is told first. */
  'share-scores',
  /** The canonical answer that the page shows, by its slug or its address, and which is then not recommended. */
  'answer',
  /** The page that links to results open; else the diagnostic's own. */
  'page',
  /** Tells what is kept for this element from what is kept for others on the same site. */
  'keep-as',
] as const

/** What a host has written in the attributes; `null` where one is missing. */
export type EmbedOptions = Readonly<Record<(typeof ATTRIBUTES)[number], string | null>>

/** Each property, the attribute it stands for, and whether that is a switch. `lang` is every element's own. */
export const PROPERTIES: readonly (readonly [property: string, attribute: string, isSwitch?: true])[] = [
  ['questionnaire', 'questionnaire'],
  ['colorScheme', 'color-scheme'],
  ['vantage', 'vantage'],
  ['start', 'start'],
  ['variant', 'variant'],
  ['linkTarget', 'link-target'],
  ['actionLabel', 'action-label'],
  ['actionHref', 'action-href'],
  ['shareScores', 'share-scores', true],
  ['answer', 'answer'],
  ['page', 'page'],
  ['keepAs', 'keep-as'],
]

/** What every event says of what is taken. */
export interface Taken {
  readonly questionnaire: string
  readonly version: string
  /** How many statements there are. */
  readonly items: number
}

/** The events of the element by name, with their details: ids, versions and counts, never answers. */
export interface EmbedEvents {
  'diagnostic-ready': CustomEvent<Taken>
  'diagnostic-start': CustomEvent<Taken>
  'diagnostic-progress': CustomEvent<Taken & { readonly answered: number }>
  'diagnostic-complete': CustomEvent<
    Taken & {
      readonly answered: number
      /** Only where the element asks for them: by concept, 0 to 100, `null` where too little was answered. */
      readonly scores?: Readonly<Record<string, number | null>>
    }
  >
  /** A canonical answer was opened. */
  'diagnostic-link': CustomEvent<Taken & { readonly answer: string; readonly url: string }>
}

export const EVENTS = [
  'diagnostic-ready',
  'diagnostic-start',
  'diagnostic-progress',
  'diagnostic-complete',
  'diagnostic-link',
] as const satisfies readonly (keyof EmbedEvents)[]
