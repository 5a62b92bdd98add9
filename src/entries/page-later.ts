import part from 'questionnaire:result/execution-gaps/en'
import { assess } from '../core/result/assess.ts'
import type { LaterParts } from '../ui/later-parts.ts'
import Result from '../ui/result/Result.svelte'
import ItemList from '../ui/take/ItemList.svelte'
import { listTexts } from '../ui/texts/list.en.ts'
import { resultTexts } from '../ui/texts/result.en.ts'
import '../styles/result.css'

// The chart is asked for here as well, so that it is there when the result is.
// Both are tried out in moments without anything to do: by the time the last
// answer is given, the engine has compiled what it takes.
import('../ui/result/draw-score-chart.ts').then(
  ({ rehearse }) => {
    window.requestIdleCallback?.(() => rehearse())
    window.requestIdleCallback?.(() =>
      assess(part.questionnaire, { vantage: 'not-said', answers: {}, secondsPerItem: null }),
    )
  },
  () => undefined,
)

export const parts: LaterParts = { ItemList, Result, part, texts: resultTexts, listTexts }
