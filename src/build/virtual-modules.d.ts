// The modules that src/build/questionnaire-parts.ts serves.
declare module 'questionnaire:take/*' {
  import type { TakePart } from '../core/questionnaire/parts.ts'

  const part: TakePart
  export default part
}

declare module 'questionnaire:result/*' {
  import type { ResultPart } from '../core/questionnaire/parts.ts'

  const part: ResultPart
  export default part
}
