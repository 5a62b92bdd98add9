/** The address that stands in documents for that of a site which nobody knows yet. */
export const SITE_ELSEWHERE = 'https://example.org/diagnostic/'

/** Fills in what a document for hosts leaves to the build, as in `{version}`; other braces stay. */
export const fillPlaces = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (place, name: string) => places[name] ?? place)
