import { PROMISES } from '../codes/hand-over-code.ts'
import { hashSymbols } from '../codes/hash-symbols.ts'
import type { Workshop } from './workshop.ts'

/** The settings of a workshop that people are told before they answer. */
export type Promised = Pick<Workshop, 'id' | 'questionnaire' | 'levels' | 'smallestGroup' | 'rawExport' | 'check'>

/**
 * Identifies what a workshop promises, as every hand-over code carries it: ten
 * symbols, the first 50 bits of the SHA-256 (FIPS 180-4) of a list of lines, which
 * hand-over-code.md in core/codes gives. Name, client and language are not in it,
 * since they may be corrected at any time; in a check, whose it is and who keeps it are.
 */
export function promisesOf({ id, questionnaire, levels, smallestGroup, rawExport, check }: Promised): string {
  const [major, minor] = questionnaire.version.split('.')
  const lines = [
    'leadership-diagnostic-promises',
    id,
    [questionnaire.id, `${Number(major)}.${Number(minor)}`, questionnaire.fingerprint ?? []].flat().join(' '),
    String(smallestGroup),
    ...(check ? ['check', check.leader, check.keeper] : [rawExport ? 'raw-export' : 'no-raw-export']),
    ...levels,
  ]
  return hashSymbols(lines.join('\n'), PROMISES)
}

/**
 * A workshop as it is bound by the answers it holds: where one of them was given
 * under the promise that no answers are exported, none are, whatever the file says
 * by now. `strangers` are the answers given under promises that are not this
 * workshop's at all. Answers that carry no promises bind nothing. Never throws.
 */
export function boundBy<Entry extends { readonly promises?: string }>(
  workshop: Workshop,
  entries: readonly Entry[],
): { readonly workshop: Workshop; readonly strangers: readonly Entry[] } {
  const closed = promisesOf({ ...workshop, rawExport: false })
  const open = promisesOf({ ...workshop, rawExport: true })
  const strangers = entries.filter(({ promises }) => promises !== undefined && promises !== closed && promises !== open)
  const isClosed = entries.some(({ promises }) => promises === closed)
  return { workshop: workshop.rawExport && isClosed ? { ...workshop, rawExport: false } : workshop, strangers }
}
