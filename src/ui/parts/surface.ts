import { createContext } from 'svelte'

/** A host page's request for a finished result, in its own words, and the way to that page. */
export interface HandOff {
  /** The origin of the page, as the browser knows it. */
  readonly origin: string
  readonly purpose: string
  /** Where the page says that it sends it; `null` where it says nothing. */
  readonly to: string | null
  /** The fields that every event tells the page: `TAKEN` in ui/embed/contract.ts. */
  readonly taken: () => Readonly<Record<string, string | number>>
  /** Asks the page whether it takes results, or hands one off. Resolves to whether it confirms. */
  readonly tell: (name: 'diagnostic-hand-off-offer' | 'diagnostic-hand-off', detail: object) => Promise<boolean>
}

/** The settings that a host makes for a diagnostic in its page. */
export interface Embedding {
  /** The recipient of a finished run's scores, named before the first answer; `null` for none. */
  readonly scoresGoTo: string | null
  /** The diagnostic's own page, or another that opens its links. */
  readonly page: string
  /** Whether the host's page shows this canonical answer itself. */
  readonly shows: (answer: { readonly slug: string; readonly url: string }) => boolean
  /** The way back from a closer look that was opened in its place, to what is called so; `null` elsewhere. */
  readonly back: { readonly title: string; readonly go: () => void } | null
  /** The link under a result that the host asked for; `null` for none. */
  readonly action: { readonly label: string; readonly href: string } | null
  /** Whether nobody is asked where they see the organisation from. */
  readonly hidesVantage: boolean
  /** The host's page that shows the full reading; `null` for none. */
  readonly resultPage: { readonly address: string; readonly isFound: boolean } | null
  /** The host's request for the result; `null` where it asks for none. */
  readonly handOff: HandOff | null
}

/** The surroundings of the diagnostic: a page of its own, or a host's page. */
export interface Surface {
  /**
   * Where number keys and dropped files are listened for: the whole of a page of
   * its own, but only the diagnostic in a host's.
   */
  readonly area: EventTarget
  /** The `target` of links to canonical answers. */
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
