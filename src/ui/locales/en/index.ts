/** Every text in English. */
export { loadFailed, openDiagnostic, takeDiagnostic } from './at-once.ts'
export { consoleTexts } from './console.ts'
export { handOverTexts } from './hand-over.ts'
export { keepTexts, listTexts, resultTexts } from './later.ts'
export { describeQuestionnaireIssue } from './questionnaire-issues.ts'
export { roomTexts } from './room.ts'
export { takeTexts } from './take.ts'
