import part from 'questionnaire:result/execution-gaps/en'
import type { LaterParts } from '../ui/later-parts.ts'
import Result from '../ui/result/Result.svelte'
import ItemList from '../ui/take/ItemList.svelte'
import { listTexts } from '../ui/texts/list.en.ts'
import { resultTexts } from '../ui/texts/result.en.ts'
import '../styles/result.css'

export const parts: LaterParts = { ItemList, Result, part, texts: resultTexts, listTexts }

export { rehearse } from '../ui/result/draw-score-chart.ts'
