import type { TakePart } from '../../core/questionnaire/parts.ts'
import { CANT_TELL, type Answer } from '../../core/response/response.ts'
import type { Option } from '../parts/Options.svelte'

/** A response scale as options, with the keys that choose them; none without a scale. */
export const answerOptions = (scale: TakePart['scales'][string] | undefined): Option[] =>
  scale
    ? [
        ...scale.options.map((label, index) => ({ value: `${index + 1}`, key: `${index + 1}`, label })),
        { value: CANT_TELL, key: '0', label: scale.cantTell, apart: true },
      ]
    : []

/** The answer that such an option stands for. */
export const answerOf = (value: string): Answer => (value === CANT_TELL ? CANT_TELL : Number(value))
