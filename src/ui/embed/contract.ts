import type { Vantage } from '../../core/questionnaire/vantages.ts'
import { LANGUAGES } from '../locales/index.ts'

// The contract between <leadership-diagnostic> and its host pages. The element
// reads its attributes by it, the page about the embed shows it, and `npm run
// embed-contract` writes the files for hosts from it.

/** The kind of an attribute's value: any text, none (a switch), or one of some words. */
export type Takes = 'text' | 'switch' | readonly string[]

/** The questionnaire that is shown where a host names none. */
export const DEFAULT_QUESTIONNAIRE = 'execution-gaps'

/** The attributes of the element, in the order in which they are documented. */
export const ATTRIBUTES = {
  questionnaire: 'text',
  lang: 'text',
  'color-scheme': ['light', 'dark'],
  vantage: ['senior', 'middle', 'close', 'hidden'] satisfies (Vantage | 'hidden')[],
  start: ['item'],
  variant: ['teaser'],
  'heading-level': ['1', '2', '3', '4', '5', '6'],
  'link-target': ['_blank', '_self', '_top', '_parent'],
  'action-label': 'text',
  'action-href': 'text',
  'share-scores': 'switch',
  answer: 'text',
  page: 'text',
  'keep-as': 'text',
  'keep-nothing': 'switch',
  campaign: 'text',
  'result-page': 'text',
  'hand-off-purpose': 'text',
  'hand-off-to': 'text',
} as const satisfies Readonly<Record<string, Takes>>

export type AttributeName = keyof typeof ATTRIBUTES

export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as readonly AttributeName[]

/** The attributes that a host has set; `null` for a missing one. */
export type EmbedOptions = Readonly<Record<AttributeName, string | null>>

/** The property that reflects an attribute. */
export const propertyOf = (attribute: AttributeName) => attribute.replace(/-./g, (dash) => dash.slice(1).toUpperCase())

/** The attributes with a property of their own. `lang` is every element's. */
export const REFLECTED: readonly AttributeName[] = /* @__PURE__ */ ATTRIBUTE_NAMES.filter((name) => name !== 'lang')

/** The events of the element. They carry ids, versions and counts, never answers but what a reader hands off. */
export const EVENTS = [
  'diagnostic-ready',
  'diagnostic-start',
  'diagnostic-resume',
  'diagnostic-progress',
  'diagnostic-quarter',
  'diagnostic-complete',
  'diagnostic-link',
  'diagnostic-action',
  'diagnostic-dive',
  'diagnostic-share',
  'diagnostic-hand-off-offer',
  'diagnostic-hand-off',
  'diagnostic-error',
] as const

/** Types by field name; a `?` after a name marks an optional field. */
type Fields = Readonly<Record<string, string>>

/** The fields that every event's detail has. */
export const TAKEN: Fields = { questionnaire: 'string', version: 'string', items: 'number', 'campaign?': 'string' }

interface AttributeReference {
  readonly means: string
  /** The default where the attribute is missing, as the rest of a sentence after "Without it, ". */
  readonly without?: string
}

interface EventReference {
  readonly means: string
  /** The fields of its detail beside those of every event. */
  readonly detail: Fields
}

interface EmbedReference {
  readonly element: string
  readonly attributes: Readonly<Record<AttributeName, AttributeReference>>
  readonly events: Readonly<Record<(typeof EVENTS)[number], EventReference>>
  readonly methods: Readonly<Record<string, string>>
  readonly slots: Readonly<Record<string, string>>
  readonly customProperties: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, string>>
}

/**
 * The documentation of each attribute, event, method, slot, custom property and
 * part; `code` is marked so. A function, so that none of it gets into the script
 * that every article loads.
 */
export const embedReference = (): EmbedReference => ({
  element:
    "A leadership self-diagnostic in somebody's page: where strategy stops governing day-to-day work, and what keeps leaders from seeing it.",
  attributes: {
    questionnaire: {
      means: 'Which questionnaire: one of those here by its id, or an `https:` address of one as a file.',
      without: `\`${DEFAULT_QUESTIONNAIRE}\``,
    },
    lang: {
      means: `${Object.keys(LANGUAGES)
        .map((language) => `\`${language}\``)
        .join(' or ')}.`,
      without: 'the language of the article',
    },
    'color-scheme': {
      means: '`light` or `dark`.',
      without: 'what the page has in its own `color-scheme`',
    },
    vantage: {
      means:
        '`senior`, `middle` or `close`: selects where the reader sees the organisation from. They can change it. `hidden`: nobody is asked, and the result is read without it.',
    },
    start: { means: '`item` begins with the first statement, without the introduction.' },
    variant: {
      means: '`teaser` shows one statement. Answering it opens the diagnostic in its place, with that answer kept.',
    },
    'heading-level': {
      means:
        '`1`, `2`, `3`, `4`, `5` or `6`: the level of the diagnostic’s first heading in the outline of your page; those below follow.',
      without: '2, and 1 in a frame, which is a page of its own',
    },
    'link-target': {
      means: 'Where links to canonical answers open: `_blank`, `_self`, `_top` or `_parent`.',
      without: '`_blank`',
    },
    'action-label': { means: 'What you lead to under a result, in words. It needs an address too.' },
    'action-href': { means: 'The address of what you lead to.' },
    'share-scores': {
      means:
        'Present where you want the scores of a finished run. Readers are told so before they begin, with the name of your site.',
    },
    answer: {
      means:
        'The canonical answer that your page shows, by its slug or its address. It is then neither recommended nor linked.',
    },
    page: { means: 'The page that share links open.', without: 'the diagnostic’s own' },
    'keep-as': {
      means:
        'The name under which the run is kept in this browser. Give one, or the element an id, where another with the same questionnaire may be put above it later.',
      without: 'the page’s path with the element’s id, or its questionnaire and its place among those of it',
    },
    'keep-nothing': {
      means:
        'Present where nothing may be kept in the reader’s browser, as before consent: answers stay in memory until the page is left. Take it away after consent, and what is there is kept from then on.',
    },
    campaign: {
      means:
        'Fields of a campaign as in an address, `utm_source=letter&utm_campaign=may`. They are handed through: every event has them, and so has the address of `action-href`. Nobody else gets them.',
    },
    'result-page': {
      means:
        'The address of a page of your own site that shows the full reading: a link leads there, and the address has nothing of the result in it. It needs `keep-as`: the same element there, with the same name in that, opens the run that is kept, with the full reading open. Not in a frame.',
      without: 'the full reading is folded below the result',
    },
    'hand-off-purpose': {
      means:
        'What you would like the result for, in a sentence of up to 300 characters. Readers may then hand it off to your page, if a listener on it takes results. They see this as a quotation of your page, with its origin, before they decide.',
    },
    'hand-off-to': {
      means: 'The `https:` address to which you send what is handed off. Readers see its site.',
      without: 'they are told that your page names no other site to send it to',
    },
  },
  events: {
    'diagnostic-ready': { means: 'It is there and can be used.', detail: {} },
    'diagnostic-start': { means: 'The reader has begun.', detail: {} },
    'diagnostic-resume': {
      means: 'A run that was begun before is there again: `answered` says how much of it.',
      detail: { answered: 'number' },
    },
    'diagnostic-progress': {
      means: 'More was answered: `answered` says how much.',
      detail: { answered: 'number' },
    },
    'diagnostic-quarter': {
      means: 'One more `quarter` of the statements is answered: 1 to 4, each once.',
      detail: { quarter: '1 | 2 | 3 | 4' },
    },
    'diagnostic-complete': {
      means:
        'The result is shown for the first time, with `answered`. With `share-scores` also `scores`: by concept, 0 to 100, `null` where too little was answered.',
      detail: { answered: 'number', 'scores?': 'Readonly<Record<string, number | null>>' },
    },
    'diagnostic-link': {
      means: 'A canonical answer was opened: `answer` is its slug, `url` its address.',
      detail: { answer: 'string', url: 'string' },
    },
    'diagnostic-action': {
      means: 'Your own link under a result was followed: `url` is its address, with the fields of `campaign`.',
      detail: { url: 'string' },
    },
    'diagnostic-dive': {
      means: 'A closer look was opened in place: `to` is the questionnaire’s id. A link leads back.',
      detail: { to: 'string' },
    },
    'diagnostic-share': {
      means: 'The reader took something of the result to pass on: `what` says which, and nothing of what is in it.',
      detail: { what: "'link' | 'code' | 'summary' | 'picture' | 'file'" },
    },
    'diagnostic-hand-off-offer': {
      means:
        'With `hand-off-purpose`: a result is shown. Cancel it by `preventDefault()`, before your listener returns, to say that you take results; only then is the reader offered to hand it off. It does not bubble: listen on the element, or on the frame.',
      detail: {},
    },
    'diagnostic-hand-off': {
      means:
        'The reader hands off what they were shown, and nothing else: `text` is a summary as plain text or, where `what` is `answers`, the file of answers as JSON; `to` is your address or empty. Cancel it to say that you have it; otherwise the reader is told that you have not confirmed. It does not bubble, so that no listener on the document hears it by mistake, unless it captures.',
      detail: { what: "'summary' | 'answers'", text: 'string', to: 'string' },
    },
    'diagnostic-error': {
      means:
        'Something has failed: `code` is `late` after eight seconds, `not-loaded` where the diagnostic could not be had, `part-not-loaded` for its list or result, `unusable` where the questionnaire cannot be shown or your page’s policy does not let it run, which the console explains. Before the questionnaire is known, `version` is empty and `items` 0.',
      detail: { code: "'late' | 'not-loaded' | 'part-not-loaded' | 'unusable'" },
    },
  },
  methods: { open: 'Begins to load now, wherever the element is.' },
  slots: { '': 'A link to the diagnostic, shown where there is no script and until it is there.' },
  customProperties: {
    '--diagnostic-font': 'All text. Without it, the font of the article.',
    '--diagnostic-heading-font': 'Headings and statements. Without it, as all text.',
    '--diagnostic-ink': 'Text.',
    '--diagnostic-soft': 'Text that matters less. Keep its contrast at 4.5 to 1.',
    '--diagnostic-paper': 'The ground. Without it, what is behind the element.',
    '--diagnostic-wash': 'The ground of what is selected.',
    '--diagnostic-rule': 'Hairlines.',
    '--diagnostic-accent': 'Links, filled buttons, focus.',
    '--diagnostic-on-accent': 'Text on filled buttons.',
  },
  parts: {
    diagnostic: 'All of it.',
    heading: 'The question, the statement, and the first sentence of a result.',
    option: 'An answer to choose.',
    button: 'A filled button.',
    action: 'Your own link under a result.',
    result: 'The result.',
  },
})

/** The documentation of an attribute in one piece. */
export const describeAttribute = ({ means, without }: AttributeReference): string =>
  without === undefined ? means : `${means} Without it, ${without}.`
