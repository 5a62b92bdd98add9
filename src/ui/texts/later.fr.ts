/** The words that are needed after the first answer. */
export { keepTexts } from './keep.fr.ts'
export { listTexts } from './list.fr.ts'
export { resultTexts } from './result.fr.ts'
