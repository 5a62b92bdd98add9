/** The texts that are needed after the first answer. */
export { keepTexts } from './keep.ts'
export { listTexts } from './list.ts'
export { resultTexts } from './result.ts'
