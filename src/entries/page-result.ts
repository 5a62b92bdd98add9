import part from 'questionnaire:result/execution-gaps/en'
import type { ResultParts } from '../ui/Diagnostic.svelte'
import Result from '../ui/result/Result.svelte'
import { resultTexts } from '../ui/texts/result.en.ts'
import '../styles/result.css'

// The chart is asked for here as well, so that it is there when the result is.
import('../ui/result/draw-score-chart.ts').catch(() => undefined)

export const parts: ResultParts = { Result, part, texts: resultTexts }
