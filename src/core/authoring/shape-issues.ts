import type * as z from 'zod'
import { FORMS } from '../questionnaire/schema.ts'
import type { QuestionnaireIssue, ShapeFault } from './questionnaire-issues.ts'

type Path = readonly (string | number)[]

const plain = (path: readonly PropertyKey[]): Path =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part))

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    content,
  )
}

function formOf(pattern: string | undefined): keyof typeof FORMS | null {
  const found = Object.entries(FORMS).find(([, form]) => String(form) === pattern)
  return found ? (found[0] as keyof typeof FORMS) : null
}

function kindOf(expected: string): Extract<ShapeFault, { is: 'kind' }>['expected'] {
  if (expected === 'array') return 'list'
  if (expected === 'object' || expected === 'record') return 'group'
  if (expected === 'int') return 'whole number'
  return expected === 'number' ? 'number' : 'text'
}

/** One of the schema's errors as data that a sentence can be made of: none of its own words. */
function faultOf(issue: z.core.$ZodIssue, value: unknown): ShapeFault {
  if (issue.code === 'unrecognized_keys') return { is: 'unknown', names: issue.keys }
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues
    return { is: 'name', form: inner?.code === 'invalid_format' ? formOf(inner.pattern) : null }
  }
  if (value === undefined) return { is: 'missing' }
  switch (issue.code) {
    case 'invalid_type':
      return { is: 'kind', expected: kindOf(issue.expected) }
    case 'too_small':
    case 'too_big': {
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
      const end = issue.code === 'too_small' ? 'least' : 'most'
      if (issue.origin === 'string')
        return limit === 1 && end === 'least' ? { is: 'empty' } : { is: 'length', end, limit }
      if (issue.origin === 'array') return { is: 'entries', end, limit }
      return { is: 'size', end, limit, isItself: issue.inclusive !== false }
    }
    case 'invalid_value':
      return { is: 'choice', allowed: issue.values.map(String) }
    case 'invalid_union':
      return { is: 'choice', allowed: 'options' in issue ? (issue.options ?? []).map(String) : [] }
    case 'invalid_format':
      return { is: 'form', form: formOf(issue.pattern) }
    default:
      return { is: 'form', form: null }
  }
}

/**
 * The schema's errors in a file, as issues. What is said of a value of another kind
 * than its own, such as the length of what should be a list, is left out.
 *
 * @param content what was checked
 */
export function shapeIssues(file: string, content: unknown, { issues }: z.ZodError): QuestionnaireIssue[] {
  const ofAnotherKind = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('/')))
  return issues
    .filter(({ code, path }) => code === 'invalid_type' || !ofAnotherKind.has(path.join('/')))
    .map((issue) => {
      const path = plain(issue.path)
      return { code: 'shape', file, path, fault: faultOf(issue, valueAt(content, path)) }
    })
}
