/** The texts that are needed after the first answer. */
export { guessTexts } from './guess.ts'
export { keepTexts } from './keep.ts'
export { listTexts } from './list.ts'
export { resultTexts } from './result.ts'
