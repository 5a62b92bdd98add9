import chartAddresses from 'chunk-addresses:draw-score-chart'
import laterAddresses from 'chunk-addresses:page-later'
import fetchAhead from 'fetch-ahead'
import { browserOfflineCopy } from '../../adapters/browser-offline-copy.ts'
import type { Joined } from './join.ts'
import type { startDiagnostic } from './start-diagnostic.ts'
import { rehearseStatement, type Stage } from './rehearse-statements.ts'
import { onceTheyPause, READING, untilHad, whileTheyRead } from './while-they-read.ts'

/**
 * Rehearses a statement while the person reads the first question, and fetches the
 * list, the result and the chart while they answer, never before. All of it is fetched
 * before any is run, between two answers: what runs as it arrives meets an answer.
 * Charts are rehearsed once the person pauses, so that no answer has to wait for that.
 * A part that could not be fetched is fetched again after the person's next act. The copy for a page without a network
 * comes last, and not for somebody who has only looked, or has deleted everything.
 */
export async function prepareLater(
  { session, locale, props }: Awaited<ReturnType<typeof startDiagnostic>>,
  joined: Joined | null,
  loadResult: () => Promise<unknown>,
  stage: Stage,
): Promise<void> {
  // Without it, Back leaves the page, as it does before the first move.
  import('./page-history.ts').catch(() => undefined)
  for (const beside of [null, document.querySelector('.column')]) {
    try {
      if (session.place.on === 'vantage') rehearseStatement(stage, session.part, locale.texts, beside)
    } catch (error) {
      // All is slower without it, and nothing else is lost.
      reportError(error)
    }
    await whileTheyRead(0)
  }
  // The part that makes a code of the answers is small, and the way out where nothing else can be had.
  void props.codeSoFar()
  // Somebody at a workshop may lose the network between its link and the first statement.
  if (!joined) while (session.place.on === 'vantage') await whileTheyRead()
  await untilHad(() => Promise.all([fetchAhead(...laterAddresses, ...chartAddresses), loadResult()]))
  await whileTheyRead(READING)
  const { rehearseCharts, warmTexts } = await untilHad(() => import('./page-later.ts'))
  await untilHad(() => warmTexts(locale.language))
  await joined?.prepareLater()
  await whileTheyRead(READING)
  for (const draw of await rehearseCharts()) {
    await onceTheyPause()
    draw()
  }
  await onceTheyPause()
  if (!joined && session.run !== null) await browserOfflineCopy(window).keep('diagnostic')
}
