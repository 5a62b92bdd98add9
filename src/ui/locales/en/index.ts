/** Everything that is said in English. */
export {
  codeOpens,
  loadAgain,
  loadFailed,
  noPage,
  noPageMeans,
  nothingKept,
  notShown,
  restNotLoaded,
  openDiagnostic,
  previewPicture,
  reachedServer,
  reachedServerMeans,
  stillKept,
  takeDiagnostic,
} from './at-once.ts'
export { checkTexts } from './check.ts'
export { checkConsole } from './check-console.ts'
export { checkStartTexts } from './check-start.ts'
export { noteCode } from './code-so-far.ts'
export { setUpTexts } from './console-set-up.ts'
export { consoleTexts } from './console.ts'
export { guessTitle } from './guess-title.ts'
export { handOffTexts } from './hand-off.ts'
export { handOverTexts } from './hand-over.ts'
export { askedTexts } from './hand-over-check.ts'
export { joinByCodeTexts } from './join-by-code.ts'
export { guessTexts, keepTexts, listTexts, resultTexts } from './later.ts'
export { onPaper } from './on-paper.ts'
export { questionnaireFileTexts } from './questionnaire-file.ts'
export { describeQuestionnaireIssue } from './questionnaire-issues.ts'
export { roomTexts } from './room.ts'
export { tableOpenedTexts } from './table-opened.ts'
export { takeTexts } from './take.ts'
