import type { AnswerSection } from '../../../core/authoring/answer-document.ts'
import type { AnswerIssue, AnswerNote } from '../../../core/authoring/answer-issue.ts'

const SECTION_NAMES: Record<AnswerSection, string> = {
  'short-answer': 'Short Answer',
  'whats-really-happening': "What's Really Happening",
  'common-misconceptions': 'Common Misconceptions',
  'what-this-looks-like': 'What This Looks Like in Real Organizations',
  'why-leaders-usually-miss-this': 'Why Leaders Usually Miss This',
  'what-to-do-next': 'What to Do Next',
  'related-questions': 'Related Questions',
}

/** Why no draft was made of the file, and what to do, in one line. */
export function describeAnswerIssue(issue: AnswerIssue): string {
  switch (issue.code) {
    case 'unreadable-file':
      return `The file cannot be read (${issue.detail}). Name the Markdown file of one canonical answer.`
    case 'no-text':
      return 'The file holds no text that can be read. Name the Markdown file of one canonical answer, saved as UTF-8.'
    case 'too-long':
      return `The file has ${issue.characters} characters, and at most ${issue.most} are read. Name the file of one canonical answer alone.`
    case 'front-matter-open':
      return 'The front matter begins with --- and never ends. Put a line of --- below its last field.'
    case 'front-matter-unreadable':
      return `The front matter is not YAML${issue.line === null ? '' : `, at line ${issue.line}`}. Put the value there in double quotes, or correct how it is indented.`
    case 'markdown-unreadable':
      return 'Lists or quotations in the file are nested too deep to be read. Write them flat.'
    case 'unusable-address':
      return `canonical_url is "${issue.address}", whose last part cannot be a slug. Give the published https address, which ends in lower-case words joined by hyphens.`
    case 'no-address':
      return issue.title === null
        ? 'canonical_url is missing. Add it to the front matter: no address is made up.'
        : `canonical_url is missing, and answers.json has no answer "${issue.title}". Add it to the front matter: no address is made up.`
    case 'nothing-to-ask':
      return `Both "${SECTION_NAMES['what-this-looks-like']}" and "${SECTION_NAMES['common-misconceptions']}" are missing or empty, so there is nothing to ask about. Add one of them, as a list below its heading.`
    case 'unusable-id':
      return `"${issue.id}" cannot be a questionnaire's id. Give one with --id, of lower-case words joined by hyphens, at most 80 characters.`
    case 'folder-exists':
      return `${issue.folder} is there already, and nothing is overwritten. Give another id with --id, or remove the folder.`
    case 'number-taken':
      return `Result codes could not tell "${issue.id}" from "${issue.other}". Give another id with --id.`
  }
}

/** A missing fact or a decision, and what follows from it, in one line. */
export function describeAnswerNote(note: AnswerNote): string {
  switch (note.code) {
    case 'no-front-matter':
      return 'There is no front matter, so the draft has no exclusions, concepts or version. Add it, or fill these in.'
    case 'missing-field':
      return `${note.field} is missing from the front matter. ${
        note.field === 'concepts_used'
          ? 'One concept slot stands in for those it would name.'
          : note.field === 'explicit_exclusions'
            ? 'Fill excludedVocabulary in yourself.'
            : 'Add it, or fill in what depends on it.'
      }`
    case 'missing-section':
      return `The section "${SECTION_NAMES[note.section]}" is missing. The draft has nothing from it.`
    case 'empty-section':
      return `The section "${SECTION_NAMES[note.section]}" is empty. The draft has nothing from it.`
    case 'repeated-section':
      return `The section "${SECTION_NAMES[note.section]}" is there more than once. Its points are counted through.`
    case 'prose-section':
      return `The section "${SECTION_NAMES[note.section]}" has no list. Each of its ${note.sentences} sentences counts as a bullet; one may hold several points, or none.`
    case 'no-phrases':
      return 'No phrase could be taken from explicit_exclusions. Fill excludedVocabulary in yourself.'
    case 'left-out':
      return `The file has ${note.found} ${note.what}s, and the draft has the first ${note.taken}. Add others in place of those you remove.`
    case 'few-items':
      return `The draft has only ${note.items === 1 ? 'one item' : `${note.items} items`}, and a questionnaire needs three. Add items from the other sections.`
    case 'answer-differs':
      return `${note.field} is "${note.here}" here and "${note.recorded}" in answers.json. Bring the two in line.`
    case 'not-approved':
      return `The answer's status is "${note.status}", and answers.json takes approved ones alone. Add it there once it is approved.`
    case 'entry-incomplete':
      return `The answer is not in answers.json, and the file lacks a usable ${note.fields.join(', ')} for its entry there. Complete the entry that is printed, and add it.`
  }
}
