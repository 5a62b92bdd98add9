import part from 'questionnaire:result/execution-gaps/en'
import type { LaterParts } from '../ui/later-parts.ts'
import Result from '../ui/result/Result.svelte'
import ItemList from '../ui/take/ItemList.svelte'
import { listTexts } from '../ui/texts/list.en.ts'
import { resultTexts } from '../ui/texts/result.en.ts'
import '../styles/result.css'

// The chart is asked for here as well, so that it is there when the result is,
// and tried out in a moment without anything to do.
import('../ui/result/draw-score-chart.ts').then(
  ({ rehearse }) => window.requestIdleCallback?.(() => rehearse()),
  () => undefined,
)

export const parts: LaterParts = { ItemList, Result, part, texts: resultTexts, listTexts }
