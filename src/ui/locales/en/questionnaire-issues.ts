import type {
  DraftKind,
  IdKind,
  QuestionnaireIssue,
  ShapeFault,
  Tried,
} from '../../../core/authoring/questionnaire-issues.ts'

/** The work to do before a draft mark may be removed. */
const DRAFT_WORK: Record<DraftKind, string> = {
  questionnaire: 'Choose its id, constraints, opposites and findings',
  source: 'Revise excludedVocabulary, whose stems were cut by rule from what it excludes, and what it covers',
  concept: 'Decide whether items measure it, and choose its id and place',
  constraint: 'Choose its id and names',
  item: 'Choose its id, its concept and who can see it, or drop the item',
  'lens item': 'Choose its id, or drop the item',
  finding: 'Write its rule and choose the answers it points to',
  texts: 'Write title, question and lead',
  'scale texts': 'Write its stem and options',
  'concept texts': 'Write its name and what it is about',
  'constraint texts': 'Write its name and what to examine',
  'item texts': 'Write the statement in words of your own, and what to ask about it',
  'finding texts': 'Write its text and reason',
}

const triedIn = ({ what, count }: Tried) => `${count} ${what} tried`

const KINDS: Record<IdKind, string> = {
  item: 'statement',
  concept: 'concept',
  facet: 'facet',
  scale: 'response scale',
  option: 'answer',
  constraint: 'constraint',
  'lens item': 'statement about causes',
}

const WRITTEN: Record<Extract<ShapeFault, { is: 'kind' }>['expected'], string> = {
  text: 'a text in quotation marks',
  number: 'a number, without quotation marks',
  'whole number': 'a whole number, without quotation marks',
  list: 'a list in square brackets',
  group: 'a group of named parts in braces',
}

function describeForm(form: Extract<ShapeFault, { is: 'form' }>['form']): string {
  switch (form) {
    case 'id':
      return 'An id consists of small letters from a to z and digits, in words joined by single hyphens, as in “answered-too-late”. Correct it.'
    case 'version':
      return 'A version consists of three numbers, as in 1.0.0. Correct it.'
    case 'published':
      return 'A published version is named by two numbers, as in 1.0. Correct it.'
    case 'language':
      return 'A language is named by two small letters, as in “en” or “fr”. Correct it.'
    case null:
      return 'This is not written in the form that it needs. Compare it with the same part elsewhere.'
  }
}

function describeShape(fault: ShapeFault): string {
  switch (fault.is) {
    case 'missing':
      return 'This part is missing. Add it.'
    case 'empty':
      return 'This text is empty. Write it.'
    case 'kind':
      return `Here should be ${WRITTEN[fault.expected]}. Write it so.`
    case 'unknown':
      return `Nothing here is called ${fault.names.map((name) => `“${name}”`).join(', ')}. Correct the name, or take that part out.`
    case 'choice':
      return fault.allowed.length === 1
        ? `Only ${fault.allowed[0]} can stand here. Write that, or take this part out.`
        : `Only one of these words can stand here: ${fault.allowed.join(', ')}. Choose one.`
    case 'length':
      return fault.end === 'most'
        ? `This text is longer than ${fault.limit} characters. Shorten it.`
        : `This text is shorter than ${fault.limit} characters. Write more of it.`
    case 'entries':
      return fault.end === 'most'
        ? `There are too many entries here. Leave ${fault.limit} or fewer.`
        : `There are too few entries here. Write ${fault.limit} or more.`
    case 'size': {
      const most = fault.isItself ? `${fault.limit} or less` : `less than ${fault.limit}`
      const least = fault.isItself ? `${fault.limit} or more` : `more than ${fault.limit}`
      return `This number has to be ${fault.end === 'most' ? most : least}. Change it.`
    }
    case 'form':
    case 'name':
      return describeForm(fault.form)
  }
}

/** A fault and what to do about it, in one sentence or two. */
export function describeQuestionnaireIssue(issue: QuestionnaireIssue): string {
  switch (issue.code) {
    case 'unreadable':
      return `The file cannot be read (${issue.detail}). Correct it there, or restore it.`
    case 'shape':
      return describeShape(issue.fault)
    case 'draft': {
      const { what, from } = issue
      const bullet = from?.bullet ? `, bullet or sentence ${from.bullet}` : ''
      const place = from ? ` on ${from.answer}, ${from.section}${bullet}` : ''
      return `This is still a draft${place}. ${DRAFT_WORK[what]}; then remove the mark.`
    }
    case 'folder-name':
      return `The id “${issue.id}” differs from the folder's name. Make them the same.`
    case 'duplicate-id':
      return `The id “${issue.id}” is used twice. Give one of them another id.`
    case 'unknown-id':
      return `There is no ${KINDS[issue.of]} “${issue.id}”. Correct the id, or add it.`
    case 'unknown-answer':
      return `“${issue.slug}” is not one of the published canonical answers. Name one as the last part of its address does.`
    case 'uncovered':
      return `No item covers ${issue.what} ${issue.which}. Derive an item from it, or lower what the source is said to cover.`
    case 'not-opposite':
      return `“${issue.first}” and “${issue.second}” are keyed the same way. Pair a forward item with a reversed one.`
    case 'guess-out-of-sight':
      return `People close to the work cannot see “${issue.id}”, so there is no answer of theirs to guess. Choose a statement with “close” in “visibleFrom”.`
    case 'guesses-of-concept':
      return `Of the statements of “${issue.concept}”, ${issue.items === 1 ? '1 is' : `${issue.items} are`} guessed at. Choose two of a concept, or none.`
    case 'guesses-too-many':
      return 'There are more combinations of guesses than a hand-over code has room for. Choose fewer statements, or ones with fewer options.'
    case 'no-language':
      return 'There are no texts. Add them in one language or more, beginning with English.'
    case 'no-exclusions':
      return `There are no excluded words for the language “${issue.language}”. Add the list, so that its texts can be checked.`
    case 'missing-text':
      return 'This text is missing. Write it, or remove what it belongs to from the structure.'
    case 'extra-text':
      return 'Nothing uses this text. Remove it, or correct its key.'
    case 'too-many-words':
      return `The statement has ${issue.words} words. Shorten it to ${issue.most} or fewer.`
    case 'excluded-word':
      return `The canonical answer excludes explanations by “${issue.word}…”. Say what in the system causes it instead.`
    case 'address-in-text':
      return `Texts carry no addresses, and this one has “${issue.address}”. Name the canonical answer in the finding's answers instead.`
    case 'unknown-placeholder':
      return issue.isOfRoom
        ? `“${issue.placeholder}” stands for nothing and would be read as it is. Write {top} for the name of the level nearest the top, {work} for the one closest to the work, or leave the braces out.`
        : `“${issue.placeholder}” would be read as it is: names of levels are put only into the texts about a room. Leave the braces out.`
    case 'mixed-scales':
      return `The items of “${issue.concept}” are answered on different response scales, so their steps cannot be compared. Use one scale.`
    case 'no-condition':
      return `No item of “${issue.concept}” speaks of a condition, so a result that it leads has nothing to examine. Give its items constraints.`
    case 'source-again':
      return `Every headline and reading on “${issue.concept}” begins with the answer that readers come from. Let one begin with another answer.`
    case 'unguarded':
      return `“${issue.id}” can hold without statements reported, so a habit of agreeing cannot be taken off. Put a reported condition into all, or nothing else into any.`
    case 'conditional-explanation':
      return `With “${issue.word}” at its start, whoever disagrees may mean that there is no such case. Say it of what it is about.`
    case 'conditional':
      return `With “${issue.word}” the statement is conditional, and “never” can mean two things. Say what happens, as one event.`
    case 'same-claim':
      return `${issue.times} explanations say “${issue.word}” or the like, so all can be agreed to at once. Let each claim something that can be weighed against the others.`
    case 'unpublished':
      return `Version ${issue.version} is not among the published ones, so its result codes could not be opened later. Run: npm run questionnaires -- --publish FOLDER.`
    case 'published-otherwise':
      return `Version ${issue.version} was published with other statements or options, and codes of it exist. Give this one a new version.`
    case 'same-number':
      return `Result codes could not tell this id from “${issue.other}”. Choose another id.`
    case 'unknown-file':
      return 'This is neither questionnaire.json nor published.json nor a language such as fr.json, so nothing reads it. Rename or remove it.'
    case 'no-questionnaire':
      return 'There is no questionnaire in this folder. Name a folder that holds one or more.'
    case 'unreachable-finding':
      return `None of ${triedIn(issue.tried)} shows “${issue.id}”. Loosen its rule, or move it before the finding that takes its place.`
    case 'dead-rule':
      return issue.always
        ? `This condition of “${issue.id}” held for all ${triedIn(issue.tried)}. Remove it, or make it stricter.`
        : `This condition of “${issue.id}” held for none of ${triedIn(issue.tried)}. Remove it, or loosen it.`
  }
}
