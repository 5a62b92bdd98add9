import { createContext } from 'svelte'

/** What a host asks of a diagnostic that stands in its page. */
export interface Embedding {
  /** Who gets the scores of a finished run, which is said before the first answer; `null` where nobody does. */
  readonly scoresGoTo: string | null
  /** The diagnostic's own page, or another that opens its links. */
  readonly page: string
  /** Whether the host's page shows this canonical answer itself. */
  readonly shows: (answer: { readonly slug: string; readonly url: string }) => boolean
  /** Where the host leads from under a result. */
  readonly action: { readonly label: string; readonly href: string } | null
}

/** What the diagnostic stands in: a page of its own, or a part of somebody's. */
export interface Surface {
  /** Where number keys and dropped files are taken from: all of a page of its own, never of a host's. */
  readonly area: EventTarget
  /** Where links to canonical answers open, as a link's `target`. */
  readonly linkTarget: string
  /** `null` on a page of its own. */
  readonly embedding: Embedding | null
}

/** The page of the diagnostic itself. */
export const ownPage = (area: EventTarget): Surface => ({
  area,
  linkTarget: '_blank',
  embedding: null,
})

export const [surfaceOf, setSurface] = createContext<Surface>()
