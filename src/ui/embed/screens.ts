/** The ways in which the diagnostic opens in a host's page. */
export type Opening = 'whole' | 'item' | 'teaser'

/** A text in the place of part of another: from, to, and what stands there instead. */
export type Change = readonly [from: number, to: number, text: string]

/** One first screen as markup, and its changes for what a host may ask for. */
export type Screen = readonly [
  markup: string,
  /** The reader is told who gets the scores. */
  told: Change | null,
  /** The vantage is chosen. */
  seated: Change | null,
  /** The host's page shows the questionnaire's source itself. */
  sourceShown: Change | null,
]

/** Facts about the first screens of one questionnaire in one language, beside the screens. */
export interface Screening {
  readonly direction: string
  /** The canonical answer that the questionnaire is from. */
  readonly source: { readonly slug: string; readonly url: string }
}

/**
 * The first screens of one questionnaire in one language, drawn up where they are asked for: a reader sees one of six,
 * and markup that no function has been called for takes none of their memory.
 */
export type Screens = Screening & Readonly<Record<Opening, () => Screen>>

/** As they are written into a script. */
export type WrittenScreens = Screening & Readonly<Record<Opening, Screen>>

export const OPENINGS = ['whole', 'item', 'teaser'] as const satisfies Opening[]

/** Stand in the markup for what only the host's page knows. */
export const RECIPIENT = '\u2060recipient'
export const PAGE = '\u2060page'
