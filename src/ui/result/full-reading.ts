/** A page of the host's own that shows the full reading of a result. */
export interface ResultPage {
  readonly address: string
  /** Whether that page can find the run: it is kept, under a name. */
  readonly isFound: boolean
}

/** Where the full reading of a result in a host's page is: folded or open below it, or on another page. */
export type FullReading = 'folded' | 'open' | URL

export type ResultPageFault = 'elsewhere' | 'not-found'

/**
 * Where the full reading is, trusting nothing of what a host wrote. That page itself has the reading open.
 *
 * @param here the address of the page that this is in
 * @param base what addresses in that page are relative to, which its `<base>` may say
 */
export function fullReadingOf(
  { address, isFound }: ResultPage,
  here: string,
  base = here,
): FullReading | ResultPageFault {
  if (!URL.canParse(address, base)) return 'elsewhere'
  const [page, own] = [new URL(address, base), new URL(here)]
  if (page.origin !== own.origin || !/^https?:$/.test(page.protocol)) return 'elsewhere'
  if (page.pathname === own.pathname && page.search === own.search) return 'open'
  return isFound ? page : 'not-found'
}

// For the author of the host's page.
const REMEDIES: Readonly<Record<ResultPageFault, string>> = {
  elsewhere: 'result-page is no page of this site, where alone a run can be opened that is kept here',
  'not-found': 'that page could not find the run. Give both elements one name in keep-as, and no keep-nothing',
}

/** The same, said in the console where it cannot be what the host asks for. */
export function askedReading(asked: ResultPage | null): FullReading {
  if (asked === null) return 'folded'
  const reading = fullReadingOf(asked, location.href, document.baseURI)
  if (reading !== 'elsewhere' && reading !== 'not-found') return reading
  console.warn(`<leadership-diagnostic>: the full reading stays below the result: ${REMEDIES[reading]}.`)
  return 'folded'
}
