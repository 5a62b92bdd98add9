import { tidyLabel } from '../../core/workshop/label.ts'
import type { HandOff } from '../parts/surface.ts'

/** The longest purpose that is shown, in UTF-16 units. */
export const LONGEST_PURPOSE = 300

/** A page's request for a result, in a form that can be shown to the reader. */
export interface AskedHandOff {
  readonly purpose: string
  /** The address to which the page says that it sends it; `null` where it says none. */
  readonly to: URL | null
}

/** Why a page's wish is not shown, as its author reads it in the console. */
export type HandOffFault = 'no-origin' | 'no-purpose' | 'no-address'

const isSafe = (url: URL, origin: string) => url.protocol === 'https:' || url.origin === origin

function addressOf(to: string, origin: string): URL | null {
  try {
    const url = new URL(to, origin)
    return isSafe(url, origin) ? url : null
  } catch {
    return null
  }
}

/**
 * A page's request, with nothing in it trusted: a purpose on one line, without characters that nobody sees, and an
 * address that readers can be told. Never throws.
 */
export function askedHandOff({ origin, purpose, to }: HandOff): AskedHandOff | HandOffFault {
  if (!/^https?:/.test(origin)) return 'no-origin'
  const said = tidyLabel(purpose, LONGEST_PURPOSE)
  if (said === '') return 'no-purpose'
  if (!to) return { purpose: said, to: null }
  const url = addressOf(to, origin)
  return url ? { purpose: said, to: url } : 'no-address'
}
