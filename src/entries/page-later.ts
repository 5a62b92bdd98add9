import part from 'questionnaire:result/execution-gaps/en'
import { browserOutlet } from '../adapters/browser-outlet.ts'
import type { Clock, KeyValueStore } from '../core/ports.ts'
import Elsewhere from '../ui/keep/Elsewhere.svelte'
import OwnResult from '../ui/keep/OwnResult.svelte'
import type { LaterParts } from '../ui/later-parts.ts'
import { Desk } from '../ui/state/desk.ts'
import type { LiveRegion } from '../ui/state/live-region.svelte.ts'
import type { Router } from '../ui/state/route.svelte.ts'
import { SavedRuns } from '../ui/state/saved-runs.svelte.ts'
import ItemList from '../ui/take/ItemList.svelte'
import { keepTexts } from '../ui/texts/keep.en.ts'
import { listTexts } from '../ui/texts/list.en.ts'
import { resultTexts } from '../ui/texts/result.en.ts'
import '../styles/result.css'

export { rehearse } from '../ui/result/draw-score-chart.ts'

/** Puts the later parts together around what the page has already made. */
export function laterParts(page: { store: KeyValueStore; router: Router; live: LiveRegion; clock: Clock }): LaterParts {
  const { store, router, live, clock } = page
  const saved = new SavedRuns(store)
  const outlet = browserOutlet(window)
  const desk = new Desk({ part, texts: resultTexts, keepTexts, saved, router, live, outlet, clock })
  return { ItemList, OwnResult, Elsewhere, desk, listTexts }
}
