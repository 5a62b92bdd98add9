import { createContext, type Component } from 'svelte'
import type { TakeTexts } from '../locales/en/take.ts'
import type { Errand } from '../join/errand.svelte.ts'
import type { TakeSession } from '../take/take-session.svelte.ts'

/** What a host asks of a diagnostic that stands in its page. */
export interface Embedding {
  /** Who gets the scores of a finished run, which is said before the first answer; `null` where nobody does. */
  readonly scoresGoTo: string | null
  /** The diagnostic's own page, or another that opens its links. */
  readonly page: string
  /** What stands in the article until it is answered: one statement. `null` where the diagnostic stands there whole. */
  readonly teaser: Component<{ session: TakeSession; texts: TakeTexts }> | null
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
  /** What the page was opened for: a workshop, above all. `null` for the diagnostic itself. */
  readonly errand: Errand | null
}

/** The page of the diagnostic itself. */
export const ownPage = (area: EventTarget, errand: Errand | null = null): Surface => ({
  area,
  linkTarget: '_blank',
  embedding: null,
  errand,
})

export const [surfaceOf, setSurface] = createContext<Surface>()
