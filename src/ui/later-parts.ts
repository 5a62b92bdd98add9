import type { Component } from 'svelte'
import type { ResultPart } from '../core/questionnaire/parts.ts'
import type { TakeSession } from './state/take-session.svelte.ts'
import type { ListTexts } from './texts/list.en.ts'
import type { ResultTexts } from './texts/result.en.ts'
import type { TakeTexts } from './texts/take.en.ts'

/** What nobody needs before the first answer: loaded while the person answers, with its data and words. */
export interface LaterParts {
  readonly ItemList: Component<{ session: TakeSession; texts: TakeTexts; listTexts: ListTexts }>
  readonly Result: Component<{ session: TakeSession; part: ResultPart; texts: ResultTexts; listTexts: ListTexts }>
  readonly part: ResultPart
  readonly texts: ResultTexts
  readonly listTexts: ListTexts
}
