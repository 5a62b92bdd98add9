/** The words that are needed after the first answer. */
export { keepTexts } from './keep.en.ts'
export { listTexts } from './list.en.ts'
export { resultTexts } from './result.en.ts'
